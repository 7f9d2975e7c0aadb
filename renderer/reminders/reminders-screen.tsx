// Who is to be reminded, as the schedule in Settings proposes; nothing goes out before the bookkeeper says so.
import { BellRing, BellOff } from 'lucide-react';
import { useState } from 'react';
import type { Reminder } from '../../shared/contract/reminders.ts';
import { useCall, useCommand } from '../data.ts';
import { describeError } from '../error-text.ts';
import { go, paths } from '../paths.ts';
import { addMoney } from '../payments/add-money.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { MoneyList } from '../ui/money.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { showToast } from '../ui/toast.tsx';
import { REMINDER_COLUMNS } from './columns.tsx';
import { SendDialog } from './send-dialog.tsx';
import '../ui/list-screen.css';

const NONE: ReadonlySet<string> = new Set();

export function RemindersScreen() {
  const list = useCall('reminders.list', {});
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const [isAsking, setAsking] = useState(false);
  const skip = useCommand('reminders.skip');
  const rows = list.data?.rows ?? [];
  // Who has been reminded or has paid is no longer in the list, and so no longer chosen.
  const chosen = rows.filter(({ invoiceId }) => selected.has(invoiceId));
  const passOver = async (): Promise<void> => {
    const result = await skip.run({ reminders: chosen.map(({ invoiceId, step }) => ({ invoiceId, step })) });
    if (!result.ok) return;
    setSelected(NONE);
    showToast({
      tone: 'neutral',
      title: 'Passed over',
      detail: 'The next step of each is proposed in its time.',
    });
  };
  const actions = (
    <>
      <Button icon={BellOff} isDisabled={chosen.length === 0} onPress={() => void passOver()}>
        Pass over
      </Button>
      <Button
        variant="primary"
        icon={BellRing}
        isDisabled={chosen.length === 0}
        onPress={() => setAsking(true)}
      >
        {chosen.length === 0 ? 'Send reminders' : `Send reminders (${chosen.length})`}
      </Button>
    </>
  );
  return (
    <Page title="Reminders" layout="fill" actions={actions}>
      <div className="list-screen">
        {list.error ? (
          <ErrorState onRetry={() => void list.refetch()}>{describeError(list.error.error)}</ErrorState>
        ) : list.data === undefined ? (
          <SkeletonLines />
        ) : (
          <Table
            rows={rows}
            count={list.data.count}
            selected={selected}
            chosen={chosen}
            onSelect={setSelected}
          />
        )}
      </div>
      {isAsking && (
        <SendDialog
          chosen={chosen}
          onClose={() => setAsking(false)}
          onSent={() => {
            setAsking(false);
            setSelected(NONE);
          }}
        />
      )}
    </Page>
  );
}

interface TableProps {
  readonly rows: readonly Reminder[];
  /** Of all proposals; more than the rows when there are very many. */
  readonly count: number;
  readonly selected: ReadonlySet<string>;
  readonly chosen: readonly Reminder[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

function Table({ rows, count, selected, chosen, onSelect }: TableProps) {
  const summed = chosen.length > 0 ? chosen : rows;
  const sums = summed.map(({ currency, balanceDue: amount }) => [{ currency, amount }]);
  const words =
    count > rows.length
      ? `The ${rows.length} longest overdue of ${count.toLocaleString()}`
      : `${count} proposed`;
  return (
    <DataTable<Reminder>
      label="Proposed reminders"
      columns={REMINDER_COLUMNS}
      count={rows.length}
      rowAt={(index) => rows[index]}
      rowId={(row) => row.invoiceId}
      selected={selected}
      onSelect={onSelect}
      onSelectAll={() => onSelect(new Set(rows.map(({ invoiceId }) => invoiceId)))}
      onOpen={(row) => go(paths.invoice(row.invoiceId))}
      footer={{
        customer: chosen.length > 0 ? `${chosen.length} selected` : words,
        balance: <MoneyList values={addMoney(sums)} none="" />,
      }}
      empty={
        <EmptyState
          icon={BellRing}
          title="Nobody is to be reminded"
          actions={<LinkButton href={paths.settingsSection('reminders')}>See the schedule</LinkButton>}
        >
          Open invoices are proposed here as they reach a step of the schedule. Nothing is sent by itself.
        </EmptyState>
      }
      memoryKey="reminders-place"
      autoFocus
    />
  );
}
