// How invoices and receipts look.
import { issueAt } from '../error-text.ts';
import { Card } from '../ui/card.tsx';
import { LanguageField } from '../ui/region-fields.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { AccentField } from './accent-field.tsx';
import { LogoField } from './logo-field.tsx';
import type { SettingsForm } from './use-settings.ts';

export function DocumentSection({ form }: { readonly form: SettingsForm }) {
  const { document: layout } = form.settings;
  const change = (part: Partial<typeof layout>): void => form.change('document', part);
  return (
    <>
      <Card title="Logo" description="PNG or JPEG, up to 1 MB">
        <LogoField hasLogo={layout.hasLogo} />
      </Card>
      <Card title="Page">
        <div className="stack">
          <Segmented
            label="Paper"
            value={layout.pageSize}
            onChange={(pageSize) => change({ pageSize })}
            segments={[
              { id: 'a4', label: 'A4' },
              { id: 'letter', label: 'Letter' },
            ]}
          />
          <AccentField
            value={layout.accent}
            onChange={(accent) => change({ accent })}
            error={issueAt(form.error, 'settings.document.accent')}
          />
          <LanguageField
            label="Language of documents"
            description="A customer’s own language goes first"
            value={layout.language}
            onChange={(language) => language !== null && change({ language })}
          />
        </div>
      </Card>
      <Card title="Texts" description="A new invoice begins with these; each invoice can differ">
        <div className="stack">
          <TextArea label="Memo" optional value={layout.memo} onChange={(memo) => change({ memo })} />
          <TextArea
            label="Footer"
            optional
            description="Bank details, registration, legal notes"
            value={layout.footer}
            onChange={(footer) => change({ footer })}
          />
          <Switch
            isSelected={layout.showPaymentLink}
            onChange={(showPaymentLink) => change({ showPaymentLink })}
            detail="A link to the page at Stripe where the invoice can be paid"
          >
            Print a payment link
          </Switch>
        </div>
      </Card>
    </>
  );
}
