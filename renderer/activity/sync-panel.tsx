// How the copy of Stripe's data stands: the first load, the polling since, the balance, and the last events.
import { RefreshCw } from 'lucide-react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall, useCommand } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { describeError } from '../error-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { InstantText, RelativeText } from '../ui/date-text.tsx';
import { KeyValues } from '../ui/key-values.tsx';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import { BackfillCard } from './backfill-card.tsx';
import { ComparisonCard } from './comparison-card.tsx';
import { EventsCard } from './events-card.tsx';
import '../ui/plain-table.css';

type SyncStatus = CallOutput<'sync.status'>;

const PHASES: Readonly<Record<SyncStatus['phase'], string>> = {
  idle: 'Up to date',
  'back-fill': 'Loading everything from Stripe',
  polling: 'Asking Stripe for news',
  offline: 'Offline: Stripe cannot be reached',
  stopped: 'Stopped',
};

export function SyncPanel() {
  const asking = useCall('sync.status', {});
  const status = asking.data;
  const sync = useCommand('sync.now');
  if (status === undefined) return <NoAnswer to={asking} />;
  const now = (
    <Button icon={RefreshCw} size="small" isPending={sync.isPending} onPress={() => void sync.run({})}>
      Sync now
    </Button>
  );
  return (
    <div className="activity">
      {status.error !== null && (
        <Banner tone="bad" title="Stripe did not answer as it should">
          {describeError(status.error)}
        </Banner>
      )}
      <div className="sync-grid">
        <Card title="Synchronisation" actions={now}>
          <KeyValues
            rows={[
              { name: 'State', value: PHASES[status.phase] },
              {
                name: 'Last asked',
                value: status.lastPolledAt === null ? 'Not yet' : <InstantText at={status.lastPolledAt} />,
              },
              {
                name: 'Next',
                value: status.nextPollAt === null ? '–' : <RelativeText at={status.nextPollAt} />,
              },
            ]}
          />
        </Card>
        <BalanceCard balance={status.balance} />
      </div>
      {status.backfill.length > 0 && (
        <BackfillCard rows={status.backfill} isRunning={status.phase === 'back-fill'} />
      )}
      <ComparisonCard />
      <EventsCard />
    </div>
  );
}

function BalanceCard({ balance }: Pick<SyncStatus, 'balance'>) {
  return (
    <Card title="Balance at Stripe" flush>
      {balance.length === 0 ? (
        <p className="card__text muted">Not known yet.</p>
      ) : (
        <table className="plain-table">
          <TableHead columns={['Currency', figures('Available'), figures('On its way')]} />
          <tbody>
            {balance.map(({ currency, available, pending }) => (
              <tr key={currency}>
                <td>{currency.toUpperCase()}</td>
                <td data-align="end">
                  <Money amount={available} currency={currency} />
                </td>
                <td data-align="end">
                  <Money amount={pending} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
