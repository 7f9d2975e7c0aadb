// What the review says, from the most important down: problems, recipient and sum, what happens at Stripe.
import { ArrowRight, CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReviewFinding } from '../../../shared/contract/drafts.ts';
import { documentSums } from '../../../shared/domain/document-sums.ts';
import { Button } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { useReading } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Money } from '../../ui/money.tsx';
import { taxRateLabel } from './tax-rate-label.ts';
import type { ReviewAnswer } from './review-sheet.tsx';

export interface ReviewBodyProps {
  readonly review: ReviewAnswer;
  readonly onFix: (path: string) => void;
}

export function ReviewBody({ review, onFix }: ReviewBodyProps) {
  const { findings, recipient, totals } = review;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <div className="review">
      <Findings title="To be fixed before sending" findings={errors} onFix={onFix} />
      <Findings title="Please check" findings={warnings} onFix={onFix} />
      <section className="review__sum">
        <div className="review__recipient">
          <span className="faint small">To</span>
          <strong className="truncate">{recipient?.name ?? 'No customer'}</strong>
          {recipient !== null && (
            <span className="muted truncate">
              {recipient.email === '' ? 'No e-mail address' : recipient.email}
            </span>
          )}
        </div>
        <div className="review__total">
          <Money amount={totals.total} currency={totals.currency} />
          <span className="faint small">
            due <DateText day={review.dueDate} />
          </span>
        </div>
      </section>
      <ReviewTotals totals={totals} />
      <BalanceNote review={review} />
      <section>
        <h3 className="review__title">What happens at Stripe</h3>
        <ol className="review__steps">
          {review.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="muted small">{review.numbering}</p>
      </section>
    </div>
  );
}

/** Stripe applies what it keeps for the customer by itself; the total stays, what is asked for changes. */
function BalanceNote({ review }: { readonly review: ReviewAnswer }) {
  const { balance, amountDue, totals } = review;
  if (balance === 0) return null;
  const money = (amount: number) => <Money amount={amount} currency={totals.currency} />;
  return (
    <p className="review__balance">
      {balance < 0 ? (
        <>Stripe keeps {money(-balance)} of credit for this customer and takes it off: </>
      ) : (
        <>This customer owes {money(balance)} from before, which Stripe adds: </>
      )}
      {amountDue === 0 ? 'nothing is left to pay.' : <strong>{money(amountDue)} to pay.</strong>}
    </p>
  );
}

function ReviewTotals({ totals }: { readonly totals: ReviewAnswer['totals'] }) {
  const { locale } = useReading();
  const money = (amount: number) => <Money amount={amount} currency={totals.currency} />;
  const { subtotal, discount } = documentSums(totals);
  return (
    <KeyValues
      align="end"
      rows={[
        {
          name: totals.lines.length === 1 ? '1 line' : `${totals.lines.length} lines`,
          value: money(subtotal),
        },
        { name: 'Discount', value: discount === 0 ? null : money(-discount) },
        ...totals.taxes.map((tax) => ({
          name: taxRateLabel({ ...tax, name: tax.label }, locale),
          value: money(tax.amount),
        })),
        { name: 'Total', value: <strong>{money(totals.total)}</strong> },
      ]}
    />
  );
}

interface FindingsProps {
  readonly title: string;
  readonly findings: readonly ReviewFinding[];
  readonly onFix: (path: string) => void;
}

function Findings({ title, findings, onFix }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3 className="review__title">{title}</h3>
      <ul className="review__findings">
        {findings.map(({ severity, code, path, message }) => (
          <li key={`${code} ${path}`} className="review__finding" data-severity={severity}>
            <Icon icon={severity === 'error' ? CircleAlert : TriangleAlert} size={15} />
            <span className="review__message">{message}</span>
            {path !== '' && (
              <Button
                size="small"
                variant="quiet"
                icon={ArrowRight}
                onPress={() => onFix(path)}
                aria-label={`Go to: ${message}`}
              >
                {severity === 'error' ? 'Fix' : 'Show'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
