// The statements that were taken in, and taking one away again.
import { FileSpreadsheet, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCommand } from '../data.ts';
import { IconButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { DateText, InstantText } from '../ui/date-text.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { Money } from '../ui/money.tsx';
import { EmptyState } from '../ui/states.tsx';
import { showToast } from '../ui/toast.tsx';
import { dash } from '../ui/dash.tsx';

type Statement = CallOutput<'bank.overview'>['statements'][number];

const COLUMNS: readonly Column<Statement>[] = [
  {
    id: 'file',
    header: 'File',
    width: 'minmax(150px, 1.6fr)',
    render: (row) => (
      <span className="truncate" title={row.fileName}>
        {row.fileName}
      </span>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    width: 'minmax(120px, 1.2fr)',
    render: (row) => (
      <span className="truncate" title={row.account}>
        {row.account}
      </span>
    ),
  },
  {
    id: 'days',
    header: 'Days',
    width: '196px',
    render: (row) => (
      <>
        <DateText day={row.from} /> – <DateText day={row.to} />
      </>
    ),
  },
  { id: 'at', header: 'Imported', width: '152px', render: (row) => <InstantText at={row.importedAt} /> },
  {
    id: 'lines',
    header: 'New lines',
    width: '84px',
    align: 'end',
    render: (row) => row.lines.toLocaleString(),
  },
  {
    id: 'known',
    header: 'Known',
    width: '68px',
    align: 'end',
    render: (row) => (row.known === 0 ? dash : row.known.toLocaleString()),
  },
  {
    id: 'left-out',
    header: 'Left out',
    width: '72px',
    align: 'end',
    render: (row) => (row.leftOut === 0 ? dash : row.leftOut.toLocaleString()),
  },
  {
    id: 'closing',
    header: 'Closing balance',
    width: 'minmax(120px, 0.7fr)',
    align: 'end',
    render: (row) => (row.closing === null ? dash : <Money amount={row.closing} currency={row.currency} />),
  },
];

export interface StatementsTableProps {
  readonly statements: readonly Statement[];
  readonly takesFocus: boolean;
}

export function StatementsTable({ statements, takesFocus }: StatementsTableProps) {
  const [leaving, setLeaving] = useState<Statement | null>(null);
  const remove = useCommand('bank.removeStatement');
  const confirm = async (): Promise<void> => {
    if (leaving !== null && (await remove.run({ id: leaving.id })).ok)
      showToast({ tone: 'neutral', title: 'The statement is removed' });
    setLeaving(null);
  };
  const action: Column<Statement> = {
    id: 'remove',
    header: 'Remove',
    hideHeader: true,
    width: '44px',
    align: 'end',
    render: (row) => (
      <IconButton
        icon={Trash2}
        size="small"
        label={`Remove ${row.fileName}`}
        onPress={() => setLeaving(row)}
      />
    ),
  };
  return (
    <>
      <DataTable<Statement>
        label="Imported statements"
        columns={[...COLUMNS, action]}
        count={statements.length}
        rowAt={(index) => statements[index]}
        rowId={(row) => row.id}
        rowCommands={[{ id: 'remove', title: 'Remove the statement', shortcut: 'Delete', run: setLeaving }]}
        empty={<EmptyState icon={FileSpreadsheet} title="No statements" />}
        memoryKey="reconcile-statements"
        autoFocus={takesFocus}
      />
      <ConfirmDialog
        title="Remove this statement?"
        isOpen={leaving !== null}
        confirmLabel="Remove"
        variant="danger"
        isPending={remove.isPending}
        onConfirm={() => void confirm()}
        onClose={() => setLeaving(null)}
      >
        The lines that {leaving?.fileName} brought go, and what you said of them. Payouts and books stay as
        they are, and the file can be imported again.
      </ConfirmDialog>
    </>
  );
}
