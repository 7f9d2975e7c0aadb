// Who sends the invoices: printed on every document.
import { issueAt } from '../error-text.ts';
import { AddressFields } from '../ui/address-fields.tsx';
import { Card } from '../ui/card.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { TaxIdsField } from '../ui/tax-ids-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SettingsForm } from './use-settings.ts';

const ZONES = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id.replaceAll('_', ' ') }));

export function CompanySection({ form }: { readonly form: SettingsForm }) {
  const { company } = form.settings;
  const change = (part: Partial<typeof company>): void => form.change('company', part);
  const errorOf = (path: string): string | undefined => issueAt(form.error, `settings.company.${path}`);
  return (
    <>
      <Card title="Business" description="As it is printed on invoices and receipts">
        <div className="form-grid">
          <div>
            <TextField
              label="Name"
              value={company.name}
              onChange={(name) => change({ name })}
              error={errorOf('name')}
            />
          </div>
          <div data-span="3">
            <TextField
              label="E-mail"
              type="email"
              value={company.email}
              onChange={(email) => change({ email })}
              error={errorOf('email')}
            />
          </div>
          <div data-span="3">
            <TextField
              label="Phone"
              type="tel"
              value={company.phone}
              onChange={(phone) => change({ phone })}
              error={errorOf('phone')}
            />
          </div>
          <div>
            <TextField
              label="Website"
              type="url"
              value={company.website}
              onChange={(website) => change({ website })}
              error={errorOf('website')}
            />
          </div>
        </div>
      </Card>
      <AddressCard form={form} />
      <Card>
        <TaxIdsField
          value={company.taxIds}
          onChange={(taxIds) => change({ taxIds })}
          country={company.address.country}
          errorAt={(index) => errorOf(`taxIds.${index}.value`)}
        />
      </Card>
      <Card title="Time zone" description="Decides on which calendar day something happened">
        <ComboBox
          label="Time zone"
          hideLabel
          options={
            ZONES.some((zone) => zone.id === company.timeZone)
              ? ZONES
              : [...ZONES, { id: company.timeZone, label: company.timeZone }]
          }
          value={company.timeZone}
          onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          emptyText="No such zone"
        />
      </Card>
    </>
  );
}

function AddressCard({ form }: { readonly form: SettingsForm }) {
  return (
    <Card title="Address">
      <div className="stack" style={{ gap: 12 }}>
        <AddressFields
          value={form.settings.company.address}
          onChange={(address) => form.change('company', { address })}
          errorAt={(field) => issueAt(form.error, `settings.company.address.${field}`)}
        />
      </div>
    </Card>
  );
}
