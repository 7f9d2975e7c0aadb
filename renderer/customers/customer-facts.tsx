// How a customer is reached, taxed and billed.
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { MoneyList } from '../ui/money.tsx';
import { countryName, languageName } from '../ui/regions.ts';
import { taxIdTypeName } from '../ui/tax-id-types.ts';
import type { Customer } from './customer-screen.tsx';
import { SavedMethodsCard } from './saved-methods-card.tsx';
import '../ui/choice.css';

const TAXED = { none: 'As usual', exempt: 'Exempt', reverse: 'Reverse charge' } as const;

export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { locale } = useReading();
  const { fields } = customer;
  return (
    <aside className="customer__facts" aria-label="Facts">
      <Card title="Contact">
        <KeyValues
          rows={[
            { name: 'E-mail', value: fields.email || <span className="faint">None</span> },
            { name: 'Phone', value: fields.phone || null },
            { name: 'Address', value: <AddressText customer={customer} /> },
            { name: 'Reference', value: fields.reference || null },
          ]}
        />
      </Card>
      <Card title="Billing">
        <KeyValues
          rows={[
            ...fields.taxIds.map((taxId) => ({
              name: taxIdTypeName(taxId.type, locale),
              value: taxId.value,
            })),
            { name: 'Taxes', value: TAXED[fields.taxExempt] },
            { name: 'Credit balance', value: <CreditBalance customer={customer} /> },
            { name: 'Currency', value: fields.currency?.toUpperCase() ?? 'As for the company' },
            {
              name: 'Language',
              value: fields.language === null ? 'As for the company' : languageName(fields.language, locale),
            },
            {
              name: 'Stripe id',
              value: customer.stripeId === null ? null : <code>{customer.stripeId}</code>,
            },
          ]}
        />
      </Card>
      {customer.stripeId !== null && <SavedMethodsCard customerId={customer.id} />}
      {fields.note !== '' && (
        <Card title="Note">
          <p className="selectable customer__note">{fields.note}</p>
        </Card>
      )}
    </aside>
  );
}

/** Money of the customer's that Stripe keeps for them, or what they owe from before. */
function CreditBalance({ customer: { credit, owed } }: { readonly customer: Customer }) {
  if (owed.length > 0)
    return (
      <>
        <MoneyList values={owed} />
        <span className="choice__detail">Owed from before; Stripe adds it to the next invoice</span>
      </>
    );
  if (credit.length === 0) return <span className="faint">None</span>;
  return (
    <>
      <MoneyList values={credit} />
      <span className="choice__detail">Stripe takes it off the next invoice</span>
    </>
  );
}

function AddressText({ customer }: { readonly customer: Customer }) {
  const { locale } = useReading();
  const { address } = customer.fields;
  const lines = [
    address.line1,
    address.line2,
    [address.postalCode, address.city].filter((part) => part !== '').join(' '),
    address.state,
    address.country === null ? '' : countryName(address.country, locale),
  ].filter((line) => line !== '');
  if (lines.length === 0) return <span className="faint">None</span>;
  return (
    <address className="customer__address">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}
