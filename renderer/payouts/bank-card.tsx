// Where a payout is in the bank's statements.
import { Link } from 'react-aria-components/Link';
import { useCall } from '../data.ts';
import { paths } from '../paths.ts';
import { LookBadge } from '../payments/status-words.tsx';
import { Difference } from '../reconcile/line-columns.tsx';
import { standingLook } from '../reconcile/standing.ts';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';

export function BankCard({ payoutId }: { readonly payoutId: string }) {
  const found = useCall('bank.ofPayout', { id: payoutId }).data;
  if (!found) return null;
  const { line, isMissing } = found;
  if (line === null) {
    return (
      <Card title="At the bank" actions={<Link href={paths.reconcile}>Reconcile</Link>}>
        <p className="muted">
          {isMissing
            ? 'Your statements cover its day, and it is in none of them: ask the bank, or match it by hand.'
            : 'No imported statement holds it yet.'}
        </p>
      </Card>
    );
  }
  return (
    <Card title="At the bank" actions={<Link href={paths.bankLine(line.id)}>Open the line</Link>}>
      <KeyValues
        rows={[
          { name: 'Status', value: <LookBadge look={standingLook(line.standing)} /> },
          { name: 'Booked', value: <DateText day={line.day} /> },
          { name: 'Amount', value: <Money amount={line.amount} currency={line.currency} /> },
          { name: 'Difference', value: <Difference line={line} /> },
          { name: 'Bank says', value: `${line.counterparty} ${line.text}`.trim() || null },
        ]}
      />
    </Card>
  );
}
