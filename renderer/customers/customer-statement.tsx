// The statement: every invoice, payment and refund with the balance after it.
import { FileText } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { EmptyState } from '../ui/states.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import type { Customer } from './customer-screen.tsx';
import '../ui/plain-table.css';

type Entry = Customer['activity'][number];

const WORDS: Readonly<Record<Entry['kind'], string>> = {
  invoice: 'Invoice',
  payment: 'Payment',
  refund: 'Refund',
  uncredited: 'Refunded without a credit note',
  'credit-note': 'Credit note',
  void: 'Voided',
  'write-off': 'Written off',
  balance: 'Customer balance',
  credit: 'Credit given',
  owed: 'Credit taken back',
};

export function CustomerStatement({ customer }: { readonly customer: Customer }) {
  if (customer.activity.length === 0) {
    return (
      <Card title="Statement">
        <EmptyState icon={FileText} title="Nothing yet">
          Invoices, payments and refunds of this customer appear here.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card
      title="Statement"
      description="Newest first. What is charged is positive, what settles it negative"
      flush
    >
      <table className="plain-table statement">
        <TableHead columns={['Date', 'What', 'Reference', figures('Amount'), figures('Balance')]} />
        <tbody>
          {customer.activity.map((entry, index) => (
            // Several entries may be alike in everything: their place tells them apart.
            <StatementRow key={index} entry={entry} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function StatementRow({ entry }: { readonly entry: Entry }) {
  return (
    <tr>
      <td>
        <DateText day={entry.date} />
      </td>
      <td>{WORDS[entry.kind]}</td>
      <td>
        {entry.invoiceId === null ? (
          <span className="muted">{entry.reference}</span>
        ) : (
          <Link href={paths.invoice(entry.invoiceId)}>{entry.reference || 'Invoice'}</Link>
        )}
      </td>
      <td data-align="end">
        <Money {...entry.amount} />
      </td>
      <td data-align="end">
        <Money {...entry.balance} tone={entry.balance.amount === 0 ? 'faint' : 'normal'} />
      </td>
    </tr>
  );
}
