// The way to "Pay as the customer" from an invoice's menu; absent in books where Stripe is real.
import { UserRoundCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCall } from '../data.ts';
import { useAppState } from '../shell/app-state.ts';
import { useCommands } from '../ui/commands.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { PayDialog } from './pay-dialog.tsx';

export function usePayEntry(invoice: { readonly id: string; readonly customerName: string }): {
  readonly entry: MenuEntry | null;
  readonly dialog: ReactNode;
} {
  const isSample = useAppState().books?.mode === 'sample';
  const { data } = useCall('practice.outcomes', { invoiceId: invoice.id }, { enabled: isSample });
  const [isOpen, setOpen] = useState(false);
  const isPossible = isSample && data !== undefined && data.outcomes.length > 0;
  const open = (): void => setOpen(true);
  useCommands(
    isPossible
      ? [
          {
            id: 'practice-pay',
            title: 'Pay as the customer',
            group: 'This screen',
            icon: UserRoundCheck,
            run: open,
          },
        ]
      : [],
  );
  const entry: MenuEntry = {
    id: 'practice-pay',
    label: 'Pay as the customer…',
    detail: 'Only in sample books: try every outcome',
    icon: UserRoundCheck,
    run: open,
  };
  return {
    entry: isPossible ? entry : null,
    dialog: isOpen ? (
      <PayDialog invoiceId={invoice.id} customerName={invoice.customerName} onClose={() => setOpen(false)} />
    ) : null,
  };
}
