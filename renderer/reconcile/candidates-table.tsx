// Payouts that a line of the bank's may be, for a person to choose from.
import type { BankLine, PayoutBrief } from '../../shared/contract/bank.ts';
import { formatDay } from '../../shared/domain/dates.ts';
import { LookBadge } from '../payments/status-words.tsx';
import { payoutLook } from '../payouts/payout-status.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';
import { figures, readOut, TableHead } from '../ui/table-head.tsx';
import { Difference } from './line-columns.tsx';
import '../ui/plain-table.css';

export interface CandidatesTableProps {
  readonly line: BankLine;
  readonly candidates: readonly PayoutBrief[];
  readonly onMatch: (payoutId: string) => void;
}

export function CandidatesTable({ line, candidates, onMatch }: CandidatesTableProps) {
  const { locale } = useReading();
  if (candidates.length === 0)
    return <p className="muted">No other payout in this currency waits for a line of the bank’s.</p>;
  return (
    <Card
      title={line.payout ? 'Or another payout' : 'Payouts without a line'}
      description="Nearest first"
      flush
    >
      <table className="plain-table">
        <TableHead
          columns={['Due', 'At Stripe', figures('Amount'), figures('Difference'), readOut('Match')]}
        />
        <tbody>
          {candidates.map((payout) => (
            <tr key={payout.id}>
              <th scope="row">
                <DateText day={payout.arrival} />
              </th>
              <td>
                <LookBadge look={payoutLook(payout.status)} />
              </td>
              <td data-align="end">
                <Money amount={payout.amount} currency={payout.currency} />
              </td>
              <td data-align="end">
                <Difference line={{ ...line, payout }} tone="muted" />
              </td>
              <td data-align="end">
                <Button
                  size="small"
                  aria-label={`Match with the payout due ${formatDay(payout.arrival, locale, 'medium')}`}
                  onPress={() => onMatch(payout.id)}
                >
                  Match
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
