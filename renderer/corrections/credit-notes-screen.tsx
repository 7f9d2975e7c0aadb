// All credit notes: how each stands, for which invoice, and where the money went.
import { FileMinus2 } from 'lucide-react';
import type { CreditNoteRow } from '../../shared/contract/corrections.ts';
import { useCall } from '../data.ts';
import { usePagedRows } from '../paged-rows.ts';
import { go, paths } from '../paths.ts';
import { MoneyScreen } from '../payments/money-screen.tsx';
import { StatusAndNext } from '../payments/status-words.tsx';
import { useMoneyFilter } from '../payments/use-money-filter.ts';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { creditNoteLook } from './status.tsx';
import { UnmatchedBanner } from './unmatched-banner.tsx';
import { waysOf } from './where-words.ts';
import { InvoiceLink } from '../invoices/invoice-link.tsx';
import { dash } from '../ui/dash.tsx';

const COLUMNS: readonly Column<CreditNoteRow>[] = [
  {
    id: 'date',
    header: 'Date',
    width: '118px',
    sortBy: 'date',
    render: (row) => <DateText day={row.date} />,
  },
  { id: 'number', header: 'Number', width: 'minmax(176px, 0.8fr)', render: (row) => row.number ?? dash },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(140px, 1.4fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: '124px',
    render: (row) => <InvoiceLink of={row} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: 'minmax(124px, 1.2fr)',
    render: (row) => <StatusAndNext look={creditNoteLook(row.status)} />,
  },
  {
    id: 'where',
    header: 'Where the money went',
    width: 'minmax(150px, 1.3fr)',
    render: (row) => <WhereText row={row} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} strike={row.status === 'void'} />,
  },
];

function WhereText({ row }: { readonly row: CreditNoteRow }) {
  if (row.status === 'void') return dash;
  const text = waysOf(row)
    .map(({ words }) => words)
    .join(', ');
  return (
    <span className="truncate" title={text}>
      {text}
    </span>
  );
}

export function CreditNotesScreen() {
  const filter = useMoneyFilter('credit-notes');
  const counting = useCall('creditNotes.counts', filter.countsInput, { keepPrevious: true });
  const rows = usePagedRows('creditNotes.list', filter.listInput);
  return (
    <MoneyScreen<CreditNoteRow>
      title="Credit notes"
      filter={filter}
      counting={counting}
      rows={rows}
      columns={COLUMNS}
      wordOf={(status) => creditNoteLook(status).word}
      rowId={(row) => row.id}
      onOpen={(row) => go(paths.creditNote(row.id))}
      notice={<UnmatchedBanner />}
      empty={{
        icon: FileMinus2,
        title: 'No credit notes',
        text: 'An invoice is credited from its page; a refund writes its credit note by itself.',
      }}
    />
  );
}
