// Texts that the customer reads on the document, and what is less often needed below them.
import { Plus, X } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useEditor, useEditorTools } from './editor-context.ts';
import { textRun } from './history.ts';
import { CurrencyField, LanguageField } from '../../ui/region-fields.tsx';

type TextName = 'memo' | 'footer' | 'poNumber' | 'internalNote';

function useText(name: TextName) {
  const { content, edit, settle, errorAt } = useEditor();
  return {
    value: content[name],
    error: errorAt(name),
    onChange: (text: string) => edit({ type: 'patch', patch: { [name]: text } }, textRun(name, text)),
    onBlur: settle,
  };
}

export function NotesSection() {
  const memoField = useText('memo');
  const footer = useText('footer');
  return (
    <section className="editor__section editor__pair" aria-label="Notes">
      <div data-path="memo">
        <TextArea
          label="Memo"
          placeholder="Shown above the lines' total"
          rows={2}
          maxLength={1500}
          {...memoField}
        />
      </div>
      <div data-path="footer">
        <TextArea
          label="Footer"
          placeholder="Bank details, legal notices"
          rows={2}
          maxLength={5000}
          {...footer}
        />
      </div>
    </section>
  );
}

export function ExtrasSection() {
  const { content } = useEditor();
  const poNumber = useText('poNumber');
  const internalNote = useText('internalNote');
  const [startsOpen] = useState(
    content.poNumber !== '' || content.internalNote !== '' || content.customFields.length > 0,
  );
  return (
    <details className="editor__section extras" open={startsOpen}>
      <summary className="extras__summary">More details</summary>
      <div className="stack">
        <div className="editor__pair">
          <div data-path="poNumber">
            <TextField label="Purchase order number" maxLength={100} {...poNumber} />
          </div>
          <LanguageOfDocument language={content.language} />
        </div>
        <CustomFields />
        <div data-path="internalNote">
          <TextArea
            label="Internal note"
            description="Only for you: never on the document, never sent to Stripe"
            rows={2}
            maxLength={2000}
            {...internalNote}
          />
        </div>
      </div>
    </details>
  );
}

/** Prices keep their figures when the currency changes. */
export const CurrencyOfInvoice = memo(function CurrencyOfInvoice() {
  const { currency, edit, errorAt, revises } = useEditorTools();
  return (
    <div data-path="currency">
      <CurrencyField
        label="Currency"
        value={currency}
        isDisabled={revises !== null}
        onChange={(chosen) => {
          if (chosen !== null) edit({ type: 'currency', currency: chosen });
        }}
        error={errorAt('currency')}
      />
    </div>
  );
});

/** Long lists of options are not drawn again for each letter typed elsewhere, so this is told the one value it needs. */
const LanguageOfDocument = memo(function LanguageOfDocument({
  language,
}: {
  readonly language: string | null;
}) {
  const { edit, errorAt } = useEditorTools();
  return (
    <div data-path="language">
      <LanguageField
        label="Language of the document"
        value={language}
        noneLabel="As for the customer"
        onChange={(chosen) => edit({ type: 'patch', patch: { language: chosen } })}
        error={errorAt('language')}
      />
    </div>
  );
});

const MOST_FIELDS = 4;

function CustomFields() {
  const { content, edit, settle } = useEditor();
  const fields = content.customFields;
  const change = (customFields: typeof fields, run?: string): void =>
    edit({ type: 'patch', patch: { customFields } }, run);
  return (
    <fieldset className="custom-fields" data-path="customFields">
      <legend className="field__label">Custom fields</legend>
      {fields.map((field, index) => (
        // A field has no name of its own that lasts: its place is what it is.
        <div key={index} className="custom-fields__row">
          <TextField
            label={`Name of field ${index + 1}`}
            hideLabel
            placeholder="Name"
            maxLength={40}
            value={field.name}
            onChange={(name) =>
              change(fields.with(index, { ...field, name }), textRun(`custom ${index} name`, name))
            }
            onBlur={settle}
          />
          <TextField
            label={`Value of field ${index + 1}`}
            hideLabel
            placeholder="Value"
            maxLength={140}
            value={field.value}
            onChange={(value) =>
              change(fields.with(index, { ...field, value }), textRun(`custom ${index} value`, value))
            }
            onBlur={settle}
          />
          <IconButton
            icon={X}
            size="small"
            label={`Remove field ${index + 1}`}
            onPress={() => change(fields.toSpliced(index, 1))}
          />
        </div>
      ))}
      {fields.length < MOST_FIELDS && (
        <Button
          variant="quiet"
          size="small"
          icon={Plus}
          onPress={() => change([...fields, { name: '', value: '' }])}
        >
          Add field
        </Button>
      )}
    </fieldset>
  );
}
