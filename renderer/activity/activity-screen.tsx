// What the program is doing and has done: the outbox, synchronisation, and every request to Stripe.
import { useCall } from '../data.ts';
import { go, paths } from '../paths.ts';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { OutboxPanel } from './outbox-panel.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { SyncPanel } from './sync-panel.tsx';
import '../ui/list-screen.css';
import './activity.css';

const TABS = ['outbox', 'sync', 'requests'] as const;
type Tab = (typeof TABS)[number];

/** One long list, which scrolls by itself. */
const FILLING: ReadonlySet<Tab> = new Set(['requests']);

export function ActivityScreen({ tab }: { readonly tab: string | undefined }) {
  const selected = TABS.find((name) => name === tab) ?? 'outbox';
  const outbox = useCall('outbox.list', { view: 'active', limit: 50 }).data;
  const waiting = outbox?.active ?? 0;
  return (
    <Page title="Activity" layout={FILLING.has(selected) ? 'fill' : 'normal'}>
      <div className={FILLING.has(selected) ? 'list-screen' : undefined}>
        <Tabs<Tab>
          label="Activity"
          selected={selected}
          onSelect={(name) => go(`${paths.activity}/${name}`, { replace: true })}
          items={[
            { id: 'outbox', label: 'Outbox', count: waiting === 0 ? undefined : waiting },
            { id: 'sync', label: 'Sync' },
            { id: 'requests', label: 'Stripe requests' },
          ]}
        >
          {selected === 'outbox' && <OutboxPanel />}
          {selected === 'sync' && <SyncPanel />}
          {selected === 'requests' && <RequestsPanel />}
        </Tabs>
      </div>
    </Page>
  );
}
