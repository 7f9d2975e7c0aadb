// The buttons above a recurring invoice, and the dialogs behind them.
import { CirclePause, CirclePlay, CircleStop, Ellipsis, ExternalLink, Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RecurringAction } from '../../../shared/contract/recurring.ts';
import { useCommand } from '../../data.ts';
import { go, paths } from '../../paths.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import { EndDialog } from './end-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';

export function RecurringActions({ recurring }: { readonly recurring: RecurringInvoice }) {
  const [dialog, setDialog] = useState<'pause' | 'end' | null>(null);
  const resume = useCommand('recurring.resume');
  const { id, actions } = recurring;
  const can = (action: RecurringAction): boolean => actions.includes(action);
  const change = (): void => go(paths.changeRecurring(id));
  useCommands(
    can('change')
      ? [
          {
            id: 'change-recurring',
            title: 'Change recurring invoice',
            group: 'This screen',
            shortcuts: ['e'],
            icon: Pencil,
            run: change,
          },
        ]
      : [],
  );
  const entries = useMenuEntries(recurring, setDialog);
  return (
    <>
      {can('resume') && (
        <Button
          variant="primary"
          icon={CirclePlay}
          isPending={resume.isPending}
          onPress={() => void tell(resume.run({ id }), 'It resumes')}
        >
          Resume
        </Button>
      )}
      {can('change') && (
        <Button icon={Pencil} onPress={change}>
          Change
        </Button>
      )}
      {entries.length > 0 && (
        <Menu label="More actions" entries={entries} placement="bottom end">
          <IconButton variant="secondary" icon={Ellipsis} label="More actions" />
        </Menu>
      )}
      {dialog === 'pause' && <PauseDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'end' && <EndDialog recurring={recurring} onClose={() => setDialog(null)} />}
    </>
  );
}

async function tell(accepted: Promise<{ readonly ok: boolean }>, title: string): Promise<void> {
  if ((await accepted).ok) showToast({ tone: 'good', title });
}

/** What is seldom done. */
function useMenuEntries(
  recurring: RecurringInvoice,
  open: (dialog: 'pause' | 'end') => void,
): readonly MenuEntry[] {
  const keep = useCommand('recurring.keep');
  const external = useCommand('external.open');
  const { id, actions, stripeId } = recurring;
  const offered: readonly (MenuEntry & { readonly for: RecurringAction })[] = [
    {
      for: 'pause',
      id: 'pause',
      label: 'Pause…',
      detail: 'Stop sending and charging for a while',
      icon: CirclePause,
      run: () => open('pause'),
    },
    {
      for: 'keep',
      id: 'keep',
      label: 'Take the end back',
      detail: 'It goes on as before',
      icon: Undo2,
      run: () => void tell(keep.run({ id }), 'It goes on'),
    },
    {
      for: 'cancel',
      id: 'end',
      label: 'End…',
      detail: 'With this period, or now',
      icon: CircleStop,
      tone: 'danger',
      run: () => open('end'),
    },
  ];
  const entries: MenuEntry[] = offered.filter((entry) => actions.includes(entry.for));
  if (stripeId !== null)
    entries.push({
      id: 'dashboard',
      label: 'Open in Stripe’s dashboard',
      icon: ExternalLink,
      run: () => void external.run({ kind: 'dashboard', of: 'recurring', id }),
    });
  return entries;
}
