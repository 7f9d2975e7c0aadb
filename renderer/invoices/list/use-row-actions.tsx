// What the keys do with the invoice whose row has the focus: the dialogs of its page, above the list.
import { type ReactNode, useState } from 'react';
import type { InvoiceRow } from '../../../shared/contract/invoices.ts';
import { showFailure, useCall, useConnection } from '../../data.ts';
import { go, paths } from '../../paths.ts';
import type { RowCommand } from '../../ui/data-table/types.ts';
import { showToast } from '../../ui/toast.tsx';
import { ActionDialogs } from '../detail/action-dialogs.tsx';
import { ACTION_LOOKS } from '../detail/action-looks.ts';
import { useDuplicate } from '../detail/use-duplicate.ts';

/** With what is said of an invoice that does not allow it. */
const REFUSALS = {
  edit: 'cannot be edited any more',
  charge: 'cannot be charged now',
  'send-again': 'cannot be sent again now',
  'mark-paid': 'cannot be marked as paid now',
  duplicate: 'cannot be duplicated',
  void: 'cannot be voided now',
} as const;

type RowAction = keyof typeof REFUSALS;
type RowDialog = Exclude<RowAction, 'edit' | 'duplicate'>;

const ORDER: readonly RowAction[] = ['edit', 'duplicate', 'charge', 'mark-paid', 'send-again', 'void'];

interface Asked {
  readonly id: string;
  readonly dialog: RowDialog;
}

export interface RowActions {
  readonly commands: readonly RowCommand<InvoiceRow>[];
  readonly dialog: ReactNode;
}

export function useRowActions(): RowActions {
  const { client } = useConnection();
  const duplicate = useDuplicate();
  const [asked, ask] = useState<Asked | null>(null);
  const start = async (action: RowAction, { id, number }: InvoiceRow): Promise<void> => {
    const invoice = await client('invoices.get', { id });
    if (!invoice.ok) showFailure(invoice.error);
    else if (!invoice.value.actions.includes(action))
      showToast({ tone: 'neutral', title: `${number ?? 'This draft'} ${REFUSALS[action]}` });
    else if (action === 'edit') go(paths.draft(id));
    else if (action === 'duplicate') await duplicate(id);
    else ask({ id, dialog: action });
  };
  return {
    commands: ORDER.map((action) => ({
      id: `row-${action}`,
      title: ACTION_LOOKS[action].label.replace('…', ''),
      shortcut: ACTION_LOOKS[action].shortcut,
      run: (row) => void start(action, row),
    })),
    dialog: asked && <RowDialogs key={asked.id} asked={asked} onClose={() => ask(null)} />,
  };
}

function RowDialogs({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const invoice = useCall('invoices.get', { id: asked.id }).data;
  return invoice && <ActionDialogs invoice={invoice} dialog={asked.dialog} onClose={onClose} />;
}
