// The revenue account to which an item is sold.
import { Link } from 'react-aria-components/Link';
import { useCall, useCommand } from '../data.ts';
import { NoAnswer } from '../no-answer.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import type { Item } from './item.ts';

export function ItemAccountCard({ item }: { readonly item: Item }) {
  const accounts = useCall('books.accounts', {});
  const chosen = useCall('books.itemAccount', { item: item.id });
  const command = useCommand('books.setItemAccount');
  if (!accounts.data || !chosen.data)
    return (
      <Card title="Revenue account">
        <NoAnswer to={accounts.data ? chosen : accounts} lines={2} />
      </Card>
    );
  const options = accounts.data.rows
    .filter(({ type, part }) => type === 'income' && part === '')
    .map(({ account, number, name }) => ({ id: String(account), label: `${number} ${name}` }));
  const choose = async (account: string): Promise<void> => {
    const result = await command.run({ item: item.id, account: Number(account) });
    const label = options.find(({ id }) => id === account)?.label ?? account;
    if (result.ok) showToast({ tone: 'good', title: `From now on sold to ${label}` });
  };
  return (
    <Card title="Revenue account">
      {options.length === 1 ? (
        <div className="stack">
          <p>{options[0]?.label}</p>
          <Link href={`${paths.books}/accounts`}>Open others in Books</Link>
        </div>
      ) : (
        <Select<string>
          label="Sold to"
          description="Counts for invoices posted from now on, with their credit notes"
          options={options}
          value={String(chosen.data.account)}
          onChange={(account) => void choose(account)}
          isDisabled={command.isPending}
        />
      )}
    </Card>
  );
}
