// The lines and sums of an invoice that Stripe foresees.
import type { UpcomingInvoice } from '../../../shared/contract/recurring.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { figures, TableHead } from '../../ui/table-head.tsx';
import '../../ui/plain-table.css';

export function UpcomingLines({ upcoming }: { readonly upcoming: UpcomingInvoice }) {
  const money = (amount: number) => <Money amount={amount} currency={upcoming.currency} />;
  const { discount, tax, amountDue, total, subtotal } = upcoming;
  const sums = [
    { name: 'Subtotal', amount: subtotal, isShown: discount !== 0 || tax !== 0 },
    { name: 'Discount', amount: -discount, isShown: discount !== 0 },
    { name: 'Tax', amount: tax, isShown: tax !== 0 },
    { name: 'Total', amount: total, isShown: true },
    { name: 'Due after the customer’s balance', amount: amountDue, isShown: amountDue !== total },
  ];
  return (
    <table className="plain-table">
      <TableHead columns={['What', figures('Amount')]} />
      <tbody>
        {upcoming.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.description}
              <span className="upcoming__period">
                <DateText day={line.from} /> – <DateText day={line.until} />
              </span>
            </td>
            <td data-align="end">{money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums
          .filter(({ isShown }) => isShown)
          .map(({ name, amount }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-align="end">{name === 'Total' ? <strong>{money(amount)}</strong> : money(amount)}</td>
            </tr>
          ))}
      </tfoot>
    </table>
  );
}
