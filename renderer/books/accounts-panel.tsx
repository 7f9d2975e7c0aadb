// What the accounts are called and numbered, and what they are in the accountant's program.
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { useCall } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { readOut, TableHead } from '../ui/table-head.tsx';
import { AccountDialog } from './account-dialog.tsx';
import '../ui/plain-table.css';

export type Account = CallOutput<'books.accounts'>['rows'][number];

const TYPES: Readonly<Record<Account['type'], string>> = {
  asset: 'Asset',
  liability: 'Liability',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expense',
};

export function AccountsPanel() {
  const asking = useCall('books.accounts', {});
  const { data } = asking;
  const [edited, setEdited] = useState<Account | 'new' | null>(null);
  if (data === undefined) return <NoAnswer to={asking} lines={10} />;
  return (
    <Card
      title="Accounts"
      description="Names and numbers are yours to choose; entries stay as they are. Codes are what an account is in your accountant’s program: without one, exports take our number, for QuickBooks our name. An item is given its revenue account in the catalogue"
      actions={
        <Button icon={Plus} size="small" onPress={() => setEdited('new')}>
          Revenue account
        </Button>
      }
      flush
    >
      <table className="plain-table books__accounts">
        <TableHead columns={['Account', 'Type', 'DATEV', 'QuickBooks', 'Xero', readOut('Change')]} />
        <tbody>
          {data.rows.map((account) => (
            <AccountRow
              key={`${account.account} ${account.part}`}
              account={account}
              onEdit={() => setEdited(account)}
            />
          ))}
        </tbody>
      </table>
      {edited !== null && (
        <AccountDialog account={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Card>
  );
}

function AccountRow({ account, onEdit }: { readonly account: Account; readonly onEdit: () => void }) {
  const { part, partName, name, number, type, items, codes } = account;
  return (
    <tr data-part={part === '' ? undefined : ''}>
      <th scope="row">
        {partName === null ? (
          <>
            <span className="books__number">{number}</span> {name}
          </>
        ) : (
          partName
        )}
      </th>
      <td className="muted">
        {part === '' ? TYPES[type] : ''}
        {part === '' && items > 0 && `, ${items === 1 ? '1 item' : `${items} items`}`}
      </td>
      <td className="tabular">{codes.datev || <None />}</td>
      <td className="books__code">{codes.quickbooks || <None />}</td>
      <td className="tabular">{codes.xero || <None />}</td>
      <td data-align="end">
        <IconButton
          icon={Pencil}
          size="small"
          label={`Change ${partName === null ? name : `${name}, ${partName}`}`}
          onPress={onEdit}
        />
      </td>
    </tr>
  );
}

function None() {
  return <span className="faint">–</span>;
}
