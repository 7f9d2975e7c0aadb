// The columns of the invoice list and what stands in them.
import type { InvoiceRow } from '../../../shared/contract/invoices.ts';
import type { Column } from '../../ui/data-table/types.ts';
import { DateText, InstantText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { dash } from '../../ui/dash.tsx';

export type InvoiceColumn = Column<InvoiceRow> & { readonly isOptional: boolean };

function column(
  id: string,
  header: string,
  width: string,
  render: Column<InvoiceRow>['render'],
  more: Partial<Pick<InvoiceColumn, 'align' | 'sortBy' | 'isOptional'>> = {},
): InvoiceColumn {
  return { id, header, width, render, isOptional: false, ...more };
}

const text = (value: string | null) => (value === null || value === '' ? dash : value);

function Amount({ row, amount }: { readonly row: InvoiceRow; readonly amount: number }) {
  return (
    <Money
      amount={amount}
      currency={row.currency}
      tone={amount === 0 ? 'faint' : 'normal'}
      strike={row.badge === 'void'}
    />
  );
}

/** Nobody owes what is not issued, nor any more what was voided or written off: that is not part of the sum. */
function Balance({ row }: { readonly row: InvoiceRow }) {
  if (row.issueDate === null) return dash;
  const { balanceDue: amount, badge, currency } = row;
  const isGone = badge === 'void' || badge === 'uncollectible';
  return (
    <Money amount={amount} currency={currency} tone={amount === 0 ? 'faint' : 'normal'} strike={isGone} />
  );
}

/** In the order of the first start; the optional ones are hidden then. */
export const INVOICE_COLUMNS: readonly InvoiceColumn[] = [
  column(
    'number',
    'Number',
    'minmax(136px, 0.8fr)',
    (row) => <span className="tabular">{text(row.number)}</span>,
    {
      sortBy: 'number',
    },
  ),
  column('customer', 'Customer', 'minmax(160px, 2.2fr)', (row) => text(row.customerName), {
    sortBy: 'customer',
  }),
  column('status', 'Status', 'minmax(214px, 1fr)', (row) => <StatusBadge invoice={row} />),
  column('issue', 'Issued', '108px', (row) => <DateText day={row.issueDate} />, { sortBy: 'issue' }),
  column('due', 'Due', '108px', (row) => <DateText day={row.dueDate} />, { sortBy: 'due' }),
  column('total', 'Total', 'minmax(128px, 0.7fr)', (row) => <Amount row={row} amount={row.total} />, {
    align: 'end',
    sortBy: 'total',
  }),
  column('balance', 'Balance due', 'minmax(128px, 0.7fr)', (row) => <Balance row={row} />, {
    align: 'end',
    sortBy: 'balance',
  }),
  column('po', 'PO number', 'minmax(100px, 0.8fr)', (row) => text(row.poNumber), { isOptional: true }),
  column('tax', 'Tax', '104px', (row) => <Amount row={row} amount={row.tax} />, {
    align: 'end',
    isOptional: true,
  }),
  column('net', 'Net', '112px', (row) => <Amount row={row} amount={row.total - row.tax} />, {
    align: 'end',
    isOptional: true,
  }),
  column('paid', 'Paid on', '116px', (row) => <DateText day={row.paidOn} />, { isOptional: true }),
  column('sent', 'Sent', '172px', (row) => (row.sentAt === null ? dash : <InstantText at={row.sentAt} />), {
    isOptional: true,
  }),
  column('currency', 'Currency', '80px', (row) => row.currency.toUpperCase(), { isOptional: true }),
  column('memo', 'Memo', 'minmax(140px, 1.4fr)', (row) => text(row.memo), { isOptional: true }),
];
