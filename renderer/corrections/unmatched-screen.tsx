// Refunds without a credit note and credit notes without a refund: what is missing, and how each is put right.
import { CheckCheck, FilePlus2, Scale } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Mismatch } from '../../shared/contract/corrections.ts';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { go, paths } from '../paths.ts';
import { addMoney } from '../payments/add-money.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money, MoneyList } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CreditDialog } from './dialog/credit-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import '../ui/list-screen.css';
import { InvoiceLink } from '../invoices/invoice-link.tsx';
import { dash } from '../ui/dash.tsx';

const NONE: ReadonlySet<string> = new Set();

const COLUMNS: readonly Column<Mismatch>[] = [
  { id: 'date', header: 'Date', width: '118px', render: (row) => <DateText day={row.date} /> },
  {
    id: 'what',
    header: 'What is missing',
    width: 'minmax(220px, 2.2fr)',
    render: (row) => <span className="truncate">{missingWords(row)}</span>,
  },
  {
    id: 'customer',
    header: 'Customer',
    width: 'minmax(150px, 1.4fr)',
    render: (row) => row.customerName || dash,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: '124px',
    render: (row) => <InvoiceLink of={row} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 'minmax(112px, 0.6fr)',
    align: 'end',
    render: (row) => <Money amount={row.amount} currency={row.currency} />,
  },
];

function missingWords({ kind, creditNoteNumber, canCredit }: Mismatch): string {
  if (kind === 'note-without-refund')
    return `${creditNoteNumber ?? 'Credit note'}: the money did not reach the customer`;
  return canCredit
    ? 'Refund without a credit note'
    : 'Refund without a credit note, on an invoice that can no longer be credited';
}

export function UnmatchedScreen() {
  const { data, error, refetch } = useCall('corrections.unmatched', {});
  const [selected, setSelected] = useState(NONE);
  const [crediting, setCrediting] = useState<Mismatch | null>(null);
  const [isSettling, setSettling] = useState(false);
  const rows = data?.rows ?? [];
  const chosen = rows.filter(({ id }) => selected.has(id));
  const [only] = chosen;
  const toCredit = chosen.length === 1 && only?.canCredit === true ? only : null;
  const actions = (
    <>
      <Button icon={FilePlus2} isDisabled={toCredit === null} onPress={() => setCrediting(toCredit)}>
        Write the credit note
      </Button>
      <Button icon={CheckCheck} isDisabled={chosen.length === 0} onPress={() => setSettling(true)}>
        {chosen.length === 0 ? 'Needs nothing more' : `Needs nothing more (${chosen.length})`}
      </Button>
    </>
  );
  return (
    <Page
      title="Without a counterpart"
      back={{ label: 'Credit notes', href: paths.creditNotes }}
      layout="fill"
      actions={actions}
    >
      <div className="list-screen">
        {error ? (
          <ErrorState onRetry={() => void refetch()}>{describeError(error.error)}</ErrorState>
        ) : data === undefined ? (
          <SkeletonLines />
        ) : (
          <UnmatchedTable data={data} selected={selected} onSelect={setSelected} />
        )}
      </div>
      {crediting?.invoiceId && crediting.refundId && (
        <CreditDialog
          invoiceId={crediting.invoiceId}
          intent="credit"
          refundId={crediting.refundId}
          onClose={() => {
            setCrediting(null);
            setSelected(NONE);
          }}
        />
      )}
      {isSettling && (
        <SettleDialog
          ids={chosen.map(({ id }) => id)}
          onClose={() => setSettling(false)}
          onSettled={() => {
            setSettling(false);
            setSelected(NONE);
          }}
        />
      )}
    </Page>
  );
}

function open(row: Mismatch): void {
  if (row.creditNoteId !== null) go(paths.creditNote(row.creditNoteId));
  else if (row.invoiceId !== null) go(paths.invoice(row.invoiceId));
}

interface UnmatchedTableProps {
  readonly data: CallOutput<'corrections.unmatched'>;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

function UnmatchedTable({ data: { rows, count }, selected, onSelect }: UnmatchedTableProps) {
  return (
    <DataTable<Mismatch>
      label="Refunds and credit notes without a counterpart"
      columns={COLUMNS}
      count={rows.length}
      rowAt={(index) => rows[index]}
      rowId={(row) => row.id}
      selected={selected}
      onSelect={onSelect}
      onSelectAll={() => onSelect(new Set(rows.map(({ id }) => id)))}
      onOpen={open}
      footer={{
        what: count > rows.length ? `The newest ${rows.length} of ${count}` : `${count} in all`,
        amount: <MoneyList values={addMoney(rows.map((row) => [row]))} none="" />,
      }}
      empty={
        <EmptyState icon={Scale} title="Everything has its counterpart">
          Every refund of an invoice has its credit note, and the money of every credit note has gone where it
          should.
        </EmptyState>
      }
      memoryKey="unmatched-place"
      autoFocus
    />
  );
}
