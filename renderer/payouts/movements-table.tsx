// The movements that a payout holds, each with the payment or invoice that it is about.
import { Link } from 'react-aria-components/Link';
import { categoryWords } from '../../shared/text/fee-words.ts';
import { paths } from '../paths.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import type { Payout } from './payout-screen.tsx';

type Movement = Payout['transactions'][number];

export function MovementsTable({ payout }: { readonly payout: Payout }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col">Customer</th>
          <th scope="col">Invoice</th>
          <th scope="col" data-align="end">
            Gross
          </th>
          <th scope="col" data-align="end">
            Fee
          </th>
          <th scope="col" data-align="end">
            Net
          </th>
        </tr>
      </thead>
      <tbody>
        {payout.transactions.map((movement) => (
          <MovementRow key={movement.id} movement={movement} currency={payout.currency} />
        ))}
      </tbody>
    </table>
  );
}

function MovementRow({ movement, currency }: { readonly movement: Movement; readonly currency: string }) {
  const { paymentId, invoiceId, invoiceNumber, customerName, original, text } = movement;
  const what = categoryWords(movement.category);
  return (
    <tr>
      <td>
        <DateText day={movement.day} />
      </td>
      <td>{paymentId === null ? what : <Link href={paths.payment(paymentId)}>{what}</Link>}</td>
      <td>{customerName || <span className="muted">{text || '–'}</span>}</td>
      <td>
        {invoiceId === null ? (
          <span className="faint">–</span>
        ) : (
          <Link href={paths.invoice(invoiceId)}>{invoiceNumber ?? 'Invoice'}</Link>
        )}
      </td>
      <td data-align="end">
        <Money amount={movement.gross} currency={currency} />
        {original !== null && (
          <div className="small">
            <Money {...original} tone="faint" />
          </div>
        )}
      </td>
      <td data-align="end">
        <Money amount={-movement.fee} currency={currency} tone={movement.fee === 0 ? 'faint' : 'muted'} />
      </td>
      <td data-align="end">
        <Money amount={movement.net} currency={currency} />
      </td>
    </tr>
  );
}
