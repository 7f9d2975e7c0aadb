// The first load of everything Stripe has: what has arrived, by kind.
import { Check, Loader } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { useReading } from '../ui/format.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import { resourceTitle } from './resource-words.ts';
import '../ui/plain-table.css';

export interface BackfillCardProps {
  readonly rows: CallOutput<'sync.status'>['backfill'];
  readonly isRunning: boolean;
}

export function BackfillCard({ rows, isRunning }: BackfillCardProps) {
  const { locale } = useReading();
  const done = rows.filter((row) => row.done).length;
  const objects = rows.reduce((sum, row) => sum + row.objects, 0);
  return (
    <Card title="First load" description="Stripe tells no totals, so this counts what has arrived" flush>
      <div style={{ padding: '4px 16px 12px' }}>
        <ProgressBar
          label={
            isRunning
              ? `${done} of ${rows.length} kinds complete`
              : 'Interrupted; it goes on where it stopped'
          }
          percent={(done / rows.length) * 100}
          detail={`${objects.toLocaleString(locale)} objects`}
        />
      </div>
      <table className="plain-table">
        <TableHead columns={['Kind', 'State', figures('Arrived')]} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.resource}>
              <td>{resourceTitle(row.resource)}</td>
              <td>
                <Badge icon={row.done ? Check : Loader} tone={row.done ? 'good' : 'neutral'}>
                  {row.done ? 'Complete' : 'Loading'}
                </Badge>
              </td>
              <td data-align="end">{row.objects.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
