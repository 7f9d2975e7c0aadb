// Which months are closed, closing one, and the log of every closing and reopening.
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { formatMonth } from '../../shared/domain/dates.ts';
import { useCall } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText } from '../ui/date-text.tsx';
import { useReading } from '../ui/format.ts';
import { TableHead } from '../ui/table-head.tsx';
import { BeginningCard } from './beginning-card.tsx';
import { CloseDialog, ReopenDialog } from './period-dialogs.tsx';
import '../ui/plain-table.css';

export type Periods = CallOutput<'books.periods'>;

export function PeriodsPanel() {
  const asking = useCall('books.periods', {});
  const { data: periods } = asking;
  if (periods === undefined) return <NoAnswer to={asking} lines={5} />;
  return (
    <div className="stack">
      <ClosedCard periods={periods} />
      {periods.log.length > 0 && <LogCard log={periods.log} />}
      <BeginningCard periods={periods} />
    </div>
  );
}

function ClosedCard({ periods }: { readonly periods: Periods }) {
  const { closedThrough, refusal } = periods;
  const { locale } = useReading();
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <Card
      title="Closed months"
      description="What was reported of a closed month stays as it was: whatever becomes known later is posted to the first open day, with the day on which it happened"
      actions={
        <div className="books__actions">
          {closedThrough !== null && (
            <Button icon={LockOpen} size="small" onPress={() => setAsking('reopen')}>
              Open again…
            </Button>
          )}
          <Button
            icon={Lock}
            size="small"
            variant="primary"
            isDisabled={refusal !== null}
            onPress={() => setAsking('close')}
          >
            Close a month…
          </Button>
        </div>
      }
    >
      <p className="books__closed">
        {closedThrough === null ? (
          'No month is closed.'
        ) : (
          <>
            Closed up to and including <strong>{formatMonth(closedThrough, locale)}</strong>.
          </>
        )}
      </p>
      {refusal !== null && <p className="muted small">{refusal}</p>}
      {asking === 'close' && <CloseDialog periods={periods} onClose={close} />}
      {asking === 'reopen' && <ReopenDialog periods={periods} onClose={close} />}
    </Card>
  );
}

function LogCard({ log }: { readonly log: Periods['log'] }) {
  const { locale } = useReading();
  return (
    <Card title="Closings so far" description="Newest first. Nothing is ever taken out of this list" flush>
      <table className="plain-table">
        <TableHead columns={['When', 'What', 'Closed from then on', 'Reason']} />
        <tbody>
          {log.map(({ seq, kind, through, reason, at }) => (
            <tr key={seq}>
              <td>
                <InstantText at={at} />
              </td>
              <td>
                {kind === 'closed' ? (
                  <Badge icon={Lock}>Closed</Badge>
                ) : (
                  <Badge icon={LockOpen} tone="warning">
                    Opened again
                  </Badge>
                )}
              </td>
              <td>{through === null ? 'Nothing' : `Up to ${formatMonth(through, locale)}`}</td>
              <td className="books__reason">{reason === '' ? <span className="faint">–</span> : reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
