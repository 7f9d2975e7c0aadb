// When Stripe was last asked, and the way to ask now.
import { CircleAlert, CloudOff, type LucideIcon, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { RelativeText } from '../ui/date-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

type SyncStatus = CallOutput<'sync.status'>;

interface Looks {
  readonly icon: LucideIcon;
  readonly state: 'calm' | 'busy' | 'bad';
  readonly text: ReactNode;
  readonly hint: string;
}

export function SyncButton() {
  const status = useCall('sync.status', {}).data;
  const sync = useCommand('sync.now');
  if (status === undefined) return <span />;
  const { icon, state, text, hint } = looksOf(status);
  return (
    <Tooltip text={hint}>
      <AriaButton className="sidebar__sync" data-state={state} onPress={() => void sync.run({})}>
        <Icon icon={icon} size={14} />
        <span className="truncate">{text}</span>
      </AriaButton>
    </Tooltip>
  );
}

function looksOf(status: SyncStatus): Looks {
  if (status.phase === 'offline') {
    return {
      icon: CloudOff,
      state: 'calm',
      text: 'Offline',
      hint: 'What you send waits here until Stripe can be reached. Click to try now.',
    };
  }
  if (status.error !== null || status.phase === 'stopped') {
    const hint = status.error === null ? 'Quittance is not asking Stripe.' : describeError(status.error);
    return { icon: CircleAlert, state: 'bad', text: 'Not synced', hint };
  }
  if (status.phase === 'back-fill') {
    const objects = status.backfill.reduce((sum, row) => sum + row.objects, 0);
    return {
      icon: RefreshCw,
      state: 'busy',
      text: `${objects.toLocaleString()} loaded`,
      hint: 'The first load from Stripe is running; you can work meanwhile.',
    };
  }
  const text = status.lastPolledAt === null ? 'Not synced yet' : <SyncedAt at={status.lastPolledAt} />;
  return {
    icon: RefreshCw,
    state: status.phase === 'polling' ? 'busy' : 'calm',
    text,
    hint: 'Synced with Stripe. Click to ask again now.',
  };
}

function SyncedAt({ at }: { readonly at: number }) {
  return (
    <>
      <span className="visually-hidden">Synced </span>
      <RelativeText at={at} />
    </>
  );
}
