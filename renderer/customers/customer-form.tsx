// All that is kept about a customer, as a form.
import type { CustomerFields } from '../../shared/contract/customers.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { issueAt } from '../error-text.ts';
import { AddressFields } from '../ui/address-fields.tsx';
import { Card } from '../ui/card.tsx';
import { CurrencyField, LanguageField } from '../ui/region-fields.tsx';
import { Select } from '../ui/select.tsx';
import { TaxIdsField } from '../ui/tax-ids-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';

export interface CustomerFormProps {
  readonly fields: CustomerFields;
  readonly onChange: (fields: CustomerFields) => void;
  /** Why the last save was refused. */
  readonly error: CallError | null;
}

export function CustomerForm(props: CustomerFormProps) {
  return (
    <>
      <ContactCard {...props} />
      <TaxCard {...props} />
      <OfficeCard {...props} />
    </>
  );
}

export function ContactFields({ fields, onChange, error }: CustomerFormProps) {
  const at = (field: string): string | undefined => issueAt(error, `fields.${field}`);
  return (
    <>
      <TextField
        label="Name"
        isRequired
        autoFocus
        maxLength={256}
        value={fields.name}
        error={at('name')}
        onChange={(name) => onChange({ ...fields, name })}
      />
      <div className="form-pair">
        <TextField
          label="E-mail"
          type="email"
          description="Invoices are sent here"
          maxLength={512}
          value={fields.email}
          error={at('email')}
          onChange={(email) => onChange({ ...fields, email: email.trim() })}
        />
        <TextField
          label="Phone"
          type="tel"
          maxLength={20}
          value={fields.phone}
          error={at('phone')}
          onChange={(phone) => onChange({ ...fields, phone })}
        />
      </div>
    </>
  );
}

function ContactCard(props: CustomerFormProps) {
  const { fields, onChange, error } = props;
  return (
    <Card title="Customer">
      <div className="stack">
        <ContactFields {...props} />
        <AddressFields
          value={fields.address}
          onChange={(address) => onChange({ ...fields, address })}
          errorAt={(field) => issueAt(error, `fields.address.${field}`)}
        />
      </div>
    </Card>
  );
}

function TaxCard({ fields, onChange, error }: CustomerFormProps) {
  return (
    <Card title="Tax and documents">
      <div className="stack">
        <TaxIdsField
          value={fields.taxIds}
          onChange={(taxIds) => onChange({ ...fields, taxIds })}
          country={fields.address.country}
          errorAt={(index) =>
            issueAt(error, `fields.taxIds.${index}.value`) ?? issueAt(error, `fields.taxIds.${index}`)
          }
        />
        <Select
          label="Taxes"
          options={[
            { id: 'none', label: 'Taxed as usual' },
            { id: 'exempt', label: 'Exempt', detail: 'No tax is ever added' },
            { id: 'reverse', label: 'Reverse charge', detail: 'The customer accounts for the tax' },
          ]}
          value={fields.taxExempt}
          onChange={(taxExempt) => onChange({ ...fields, taxExempt })}
        />
        <div className="form-pair">
          <CurrencyField
            label="Currency"
            noneLabel="As for the company"
            value={fields.currency}
            error={issueAt(error, 'fields.currency')}
            onChange={(currency) => onChange({ ...fields, currency })}
          />
          <LanguageField
            label="Language of documents"
            noneLabel="As for the company"
            value={fields.language}
            error={issueAt(error, 'fields.language')}
            onChange={(language) => onChange({ ...fields, language })}
          />
        </div>
      </div>
    </Card>
  );
}

function OfficeCard({ fields, onChange, error }: CustomerFormProps) {
  return (
    <Card title="For your office">
      <div className="stack">
        <TextField
          label="Reference"
          description="Your own number for this customer; found by search"
          maxLength={100}
          value={fields.reference}
          error={issueAt(error, 'fields.reference')}
          onChange={(reference) => onChange({ ...fields, reference })}
        />
        <TextArea
          label="Note"
          description="Kept with the customer at Stripe; never on documents"
          rows={3}
          maxLength={450}
          value={fields.note}
          error={issueAt(error, 'fields.note')}
          onChange={(note) => onChange({ ...fields, note })}
        />
      </div>
    </Card>
  );
}
