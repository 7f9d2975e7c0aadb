// Chooses the two earlier payments that speak for the disputed one.
import type { CompellingPart } from '../../shared/contract/compelling-evidence.ts';
import { PRIORS_NEEDED } from '../../shared/domain/compelling-evidence.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import '../ui/plain-table.css';

interface PriorPaymentsProps {
  readonly part: CompellingPart;
  readonly answer: CompellingPart['answer'];
  /** Why the choice was not kept. */
  readonly refusal: string | undefined;
  readonly onPick: (chargeId: string) => void;
}

export function PriorPayments({ part, answer, refusal, onPick }: PriorPaymentsProps) {
  const { candidates, problems } = part;
  const chosen = new Set(answer.priors.map(({ chargeId }) => chargeId));
  const problem = refusal ?? problems.find(({ field }) => field === 'priors')?.message;
  return (
    <>
      <h3 className="answer__heading">
        Two earlier payments{' '}
        <span className="answer__note">same card, 120 to 365 days before, never disputed</span>
      </h3>
      {problem !== undefined && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      {candidates.length < PRIORS_NEEDED && (
        <p className="muted">
          These books know fewer than two such payments of this customer. Where Stripe knows more, choose them
          in its dashboard.
        </p>
      )}
      {candidates.length > 0 && (
        <div className="compelling__priors">
          <table className="plain-table">
            <TableHead columns={['Payment', 'Date', 'What was sold', figures('Amount')]} />
            <tbody>
              {candidates.map(({ chargeId, number, date, description, amount, currency }) => (
                <tr key={chargeId}>
                  <td>
                    <Checkbox
                      isSelected={chosen.has(chargeId)}
                      isDisabled={!chosen.has(chargeId) && chosen.size >= PRIORS_NEEDED}
                      onChange={() => onPick(chargeId)}
                    >
                      {number ?? chargeId}
                    </Checkbox>
                  </td>
                  <td>
                    <DateText day={date} />
                  </td>
                  <td>
                    <span className="compelling__sold truncate" title={description}>
                      {description}
                    </span>
                  </td>
                  <td data-align="end">
                    <Money amount={amount} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
