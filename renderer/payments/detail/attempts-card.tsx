// Every attempt to pay, with what the customer's bank said to it.
import { Check, CircleAlert, Clock } from 'lucide-react';
import { declineWords } from '../../../shared/text/decline-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { InstantText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { figures, TableHead } from '../../ui/table-head.tsx';
import type { Payment } from './payment.ts';
import '../../ui/plain-table.css';

type Attempt = Payment['attempts'][number];

const LOOKS = {
  succeeded: { icon: Check, tone: 'good', word: 'Succeeded' },
  pending: { icon: Clock, tone: 'info', word: 'Pending' },
  failed: { icon: CircleAlert, tone: 'bad', word: 'Failed' },
} as const;

export function AttemptsCard({ payment }: { readonly payment: Payment }) {
  if (payment.attempts.length === 0) return null;
  return (
    <Card title="Attempts" description="Newest first" flush>
      <table className="plain-table">
        <TableHead columns={['When', 'Method', 'What the bank said', figures('Amount')]} />
        <tbody>
          {payment.attempts.toReversed().map((attempt) => (
            <AttemptRow key={attempt.id} attempt={attempt} currency={payment.currency} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function AttemptRow({ attempt, currency }: { readonly attempt: Attempt; readonly currency: string }) {
  const { icon, tone, word } = LOOKS[attempt.outcome];
  return (
    <tr>
      <td>
        <InstantText at={attempt.at} />
      </td>
      <td>{attempt.method || <span className="faint">Not known</span>}</td>
      <td>
        <span className="cluster">
          <Badge icon={icon} tone={tone}>
            {word}
          </Badge>
          {attempt.outcome === 'failed' && (
            <span className="muted">{declineWords(...attempt.failure).reason}</span>
          )}
        </span>
      </td>
      <td data-align="end">
        <Money
          amount={attempt.amount}
          currency={currency}
          tone={attempt.outcome === 'failed' ? 'faint' : 'normal'}
        />
      </td>
    </tr>
  );
}
