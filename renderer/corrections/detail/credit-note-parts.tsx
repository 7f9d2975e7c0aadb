// The parts of the credit note page: what was credited, for which invoice, with which taxes, and where the money went.
import { Link } from 'react-aria-components/Link';
import { paths } from '../../paths.ts';
import { LookBadge, reasonWords, refundWords } from '../../payments/status-words.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Money } from '../../ui/money.tsx';
import { creditNoteLook, creditReasonWords } from '../status.tsx';
import { waysOf } from '../where-words.ts';
import type { CreditNote } from './credit-note.ts';

export function CreditNoteSummary({ note }: { readonly note: CreditNote }) {
  const look = creditNoteLook(note.status);
  return (
    <section className="invoice__summary" aria-label="Summary">
      <div className="spread">
        <LookBadge look={look} />
        <span className="faint small">Credited</span>
      </div>
      <p className="invoice__amount">
        <Money amount={note.amount} currency={note.currency} strike={note.status === 'void'} />
      </p>
      {look.next !== '' && <p className="muted">{look.next}.</p>}
    </section>
  );
}

export function CreditNoteFacts({ note }: { readonly note: CreditNote }) {
  return (
    <KeyValues
      rows={[
        {
          name: 'Customer',
          value:
            note.customerId === null ? (
              note.customerName
            ) : (
              <Link href={paths.customer(note.customerId)}>{note.customerName}</Link>
            ),
        },
        {
          name: 'Invoice',
          value:
            note.invoiceId === null ? null : (
              <Link href={paths.invoice(note.invoiceId)}>{note.invoiceNumber ?? 'Invoice'}</Link>
            ),
        },
        { name: 'Issued', value: note.stripeId === null ? null : <DateText day={note.date} /> },
        { name: 'Reason', value: note.reason === null ? null : creditReasonWords(note.reason) },
        { name: 'Memo', value: note.memo || null },
      ]}
    />
  );
}

export function CreditNoteFigures({ note }: { readonly note: CreditNote }) {
  const money = (amount: number) => <Money amount={amount} currency={note.currency} />;
  const isKnown = note.stripeId !== null;
  return (
    <KeyValues
      align="end"
      rows={[
        { name: 'Without tax', value: isKnown ? money(note.net) : null },
        ...note.taxes.map((tax) => ({
          name: `${tax.inclusive ? 'incl. ' : ''}${tax.label}`,
          value: money(tax.amount),
        })),
        { name: 'Total', value: <strong>{money(note.amount)}</strong> },
      ]}
    />
  );
}

export function WhereItWent({ note }: { readonly note: CreditNote }) {
  if (note.status === 'void')
    return <p className="muted">Nowhere: it was voided, and the invoice asks for the amount again.</p>;
  return (
    <ul className="invoice__rows">
      {waysOf(note)
        .filter(({ words }) => words !== 'Back to the customer' || note.refunds.length === 0)
        .map(({ words, amount }) => (
          <li key={words}>
            <span>{words}</span>
            <Money amount={amount} currency={note.currency} />
          </li>
        ))}
      {note.refunds.map((refund) => (
        <li key={refund.id}>
          <div>
            {refund.paymentId === null ? (
              <span>Back to the customer</span>
            ) : (
              <Link href={paths.payment(refund.paymentId)}>Back to the customer</Link>
            )}
            <span className="invoice__row-note">
              {refundWords(refund.status)}
              {refund.failureReason !== null && ` · ${reasonWords(refund.failureReason)}`}
            </span>
          </div>
          <Money amount={refund.amount} currency={note.currency} />
        </li>
      ))}
    </ul>
  );
}
