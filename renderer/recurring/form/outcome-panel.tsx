// What comes of what stands in the form: the sum of a period, the first invoices, and what Stripe does beside.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { CallError } from '../../../shared/contract/errors.ts';
import { describeError } from '../../error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Money } from '../../ui/money.tsx';
import type { FormProblem } from './form-state.ts';

type Review = CallOutput<'recurring.review'>;

export interface OutcomePanelProps {
  readonly review: Review | undefined;
  /** Shown once the bookkeeper has tried to begin it. */
  readonly problems: readonly FormProblem[];
  readonly error: CallError | null;
}

export function OutcomePanel({ review, problems, error }: OutcomePanelProps) {
  return (
    <aside className="recurring__side" aria-label="What comes of it">
      {error && error.kind !== 'invalid-input' && <Banner tone="bad">{describeError(error)}</Banner>}
      {problems.length > 0 && (
        <Banner tone="bad" title="This is missing">
          <ul className="outcome__list">
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Card title="Each period">{review && <PeriodSums totals={review.totals} />}</Card>
      <Card title="Invoices">{review && <InvoiceDays review={review} />}</Card>
    </aside>
  );
}

function PeriodSums({ totals }: { readonly totals: Review['totals'] }) {
  const { currency, subtotal, discount, taxes, total } = totals;
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  return (
    <KeyValues
      align="end"
      rows={[
        { name: 'Subtotal', value: money(subtotal) },
        { name: 'Discount', value: discount === 0 ? null : money(-discount) },
        ...taxes.map((tax) => ({
          name: `${tax.inclusive ? 'incl. ' : ''}${tax.label} ${tax.percentage}%`,
          value: money(tax.amount),
        })),
        {
          name: 'Total',
          value: (
            <strong data-testid="period-total">
              <Money amount={total} currency={currency} />
            </strong>
          ),
        },
      ]}
    />
  );
}

function InvoiceDays({ review }: { readonly review: Review }) {
  const { days, invoices, lastDay, notes, past } = review;
  if (days.length === 0) return <p className="muted">The days appear here once start and end fit.</p>;
  const goesOn = invoices === null || invoices > days.length;
  return (
    <div className="stack">
      {past !== null && (
        <p>
          The first invoice bills <DateText day={past.from} /> until <DateText day={past.until} />:{' '}
          <strong data-testid="past-total">
            <Money amount={past.total} currency={review.totals.currency} />
          </strong>
        </p>
      )}
      <ol className="outcome__days">
        {days.map((day) => (
          <li key={day}>
            <DateText day={day} />
          </li>
        ))}
        {goesOn && <li className="muted">and so on</li>}
      </ol>
      <p className="muted">
        {invoices === null ? (
          'Without an end.'
        ) : (
          <>
            {invoices === 1 ? 'One invoice' : `${invoices.toLocaleString()} invoices`}, the last on{' '}
            <DateText day={lastDay} />.
          </>
        )}
      </p>
      <ul className="outcome__list muted small">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
