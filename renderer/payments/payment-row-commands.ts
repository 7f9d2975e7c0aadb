// What a payment belongs to, by key from its row: its links are no stops for Tab.
import type { PaymentRow } from '../../shared/contract/payments.ts';
import { go, paths } from '../paths.ts';
import type { RowCommand } from '../ui/data-table/types.ts';

/** `onRetry` asks with which saved card or account a failed one is charged again. */
export function rowCommands(onRetry: (row: PaymentRow) => void): readonly RowCommand<PaymentRow>[] {
  return [
    {
      id: 'row-invoice',
      title: 'Open the invoice',
      shortcut: 'i',
      run: ({ invoiceId }) => {
        if (invoiceId !== null) go(paths.invoice(invoiceId));
      },
    },
    {
      id: 'row-payout',
      title: 'Open the payout',
      shortcut: 'p',
      run: ({ payout }) => {
        if (payout !== null) go(paths.payout(payout.id));
      },
    },
    {
      id: 'row-retry',
      title: 'Charge a failed one again',
      shortcut: 'r',
      run: (row) => {
        if (row.standing === 'failed' && row.invoiceId !== null) onRetry(row);
      },
    },
  ];
}
