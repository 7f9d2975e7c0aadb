// The figures and facts of an invoice: what is owed, by whom, until when.
import { Link } from 'react-aria-components/Link';
import { dayOf, daysBetween } from '../../../shared/domain/dates.ts';
import { paths } from '../../paths.ts';
import { DateText } from '../../ui/date-text.tsx';
import { nowInSeconds, useReading } from '../../ui/format.ts';
import { KeyValues } from '../../ui/key-values.tsx';
import { Money } from '../../ui/money.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { Invoice } from './invoice.ts';

export function InvoiceSummary({ invoice }: { readonly invoice: Invoice }) {
  const isOwed = invoice.balanceDue !== 0;
  return (
    <section className="invoice__summary" aria-label="Summary">
      <div className="spread">
        <StatusBadge invoice={invoice} />
        <span className="faint small">{isOwed ? 'Balance due' : 'Total'}</span>
      </div>
      <p className="invoice__amount">
        <Money
          amount={isOwed ? invoice.balanceDue : invoice.total}
          currency={invoice.currency}
          strike={invoice.badge === 'void'}
        />
      </p>
      <p className="muted">
        <DueText invoice={invoice} />
      </p>
      <PaidPart invoice={invoice} />
    </section>
  );
}

/** A payment that was less or more than what was owed. */
function PaidPart({ invoice }: { readonly invoice: Invoice }) {
  const { amountPaid, amountOverpaid, balanceDue, currency } = invoice;
  if (amountOverpaid > 0)
    return (
      <p className="muted">
        Overpaid by <Money amount={amountOverpaid} currency={currency} />. Stripe keeps it as the customer’s
        credit balance and takes it off the next invoice.
      </p>
    );
  if (amountPaid <= 0 || balanceDue <= 0) return null;
  return (
    <p className="muted">
      Partly paid: <Money amount={amountPaid} currency={currency} /> has come in.
    </p>
  );
}

function DueText({ invoice }: { readonly invoice: Invoice }) {
  const reading = useReading();
  const { locale, timeZone } = reading;
  if (invoice.paidOn !== null) {
    return (
      <>
        {isSettledByCredit(invoice) ? 'Settled by a credit note on' : 'Paid on'}{' '}
        <DateText day={invoice.paidOn} />
        {invoice.paidOutsideStripe && ', outside Stripe'}
      </>
    );
  }
  if (invoice.dueDate === null || invoice.badge === 'void') return null;
  const days = daysBetween(dayOf(nowInSeconds(reading), timeZone), invoice.dueDate);
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return (
    <>
      Due <DateText day={invoice.dueDate} /> ({distance})
    </>
  );
}

/** Stripe calls an invoice paid of which nothing is owed any more, though nobody paid. */
function isSettledByCredit({ amountPaid, credited }: Invoice): boolean {
  return amountPaid === 0 && credited > 0;
}

export function InvoiceFacts({ invoice }: { readonly invoice: Invoice }) {
  const { customer } = invoice;
  const name = customer?.name ?? invoice.customerName;
  return (
    <KeyValues
      rows={[
        {
          name: 'Customer',
          value:
            invoice.customerId === null ? (
              name
            ) : (
              <Link href={paths.customer(invoice.customerId)}>{name}</Link>
            ),
        },
        {
          name: 'E-mail',
          value: customer === null ? null : customer.email || <span className="faint">None</span>,
        },
        { name: 'Issued', value: <DateText day={invoice.issueDate} /> },
        { name: 'Due', value: <DateText day={invoice.dueDate} /> },
        {
          name: 'Revision of',
          value: invoice.revises && (
            <Link href={paths.invoice(invoice.revises.id)}>{invoice.revises.number}</Link>
          ),
        },
        {
          name: invoice.revision?.isDraft === true ? 'Being revised' : 'Replaced by',
          value: invoice.revision && <RevisionLink revision={invoice.revision} />,
        },
        {
          name: 'Recurring',
          value: invoice.recurring && (
            <Link href={paths.recurringInvoice(invoice.recurring.id)}>
              {invoice.recurring.title || 'Recurring invoice'}
            </Link>
          ),
        },
        { name: 'Paid by', value: invoice.paidOutside },
        { name: 'PO number', value: invoice.poNumber || null },
        ...invoice.customFields.map(({ name: label, value }) => ({ name: label, value })),
        { name: 'Memo', value: invoice.memo || null },
      ]}
    />
  );
}

function RevisionLink({ revision }: { readonly revision: NonNullable<Invoice['revision']> }) {
  const { id, number, isDraft } = revision;
  return <Link href={isDraft ? paths.draft(id) : paths.invoice(id)}>{number ?? 'Draft'}</Link>;
}

export function InvoiceFigures({ invoice }: { readonly invoice: Invoice }) {
  const money = (amount: number) => <Money amount={amount} currency={invoice.currency} />;
  const isIncluded = invoice.discount !== 0 && containsDiscounts(invoice);
  const unlessZero = (amount: number, sign: 1 | -1 = 1) => (amount === 0 ? null : money(sign * amount));
  return (
    <KeyValues
      align="end"
      rows={[
        { name: isIncluded ? 'Subtotal, discounts taken off' : 'Subtotal', value: money(invoice.subtotal) },
        { name: 'Discount', value: isIncluded ? null : unlessZero(invoice.discount, -1) },
        ...invoice.taxes.map((tax) => ({
          name: `${tax.inclusive ? 'incl. ' : ''}${tax.label}`,
          value: money(tax.amount),
        })),
        { name: 'Total', value: <strong>{money(invoice.total)}</strong> },
        {
          name: 'Customer balance',
          // What was taken of it goes back when the invoice is voided.
          value: invoice.badge === 'void' ? null : unlessZero(invoice.balanceApplied),
        },
        { name: 'Credited', value: unlessZero(invoice.credited, -1) },
        { name: 'Paid', value: unlessZero(invoice.amountPaid, -1) },
        { name: 'Balance due', value: <strong>{money(invoice.balanceDue)}</strong> },
        // Neither changes what is owed, so both stand outside the sum.
        { name: 'Overpaid', value: unlessZero(invoice.amountOverpaid) },
        { name: 'Refunded', value: unlessZero(invoice.refunded) },
      ]}
    />
  );
}

/** Stripe's subtotal is after the discounts on lines and before the one on the invoice; the figures tell which it was. */
function containsDiscounts({ subtotal, total, taxes }: Invoice): boolean {
  const added = taxes.reduce((sum, tax) => (tax.inclusive ? sum : sum + tax.amount), 0);
  return subtotal + added === total;
}
