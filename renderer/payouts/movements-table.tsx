// The movements that a payout holds, kind by kind, each with the payment, invoice, dispute or payout that it is about.
import { Link } from 'react-aria-components/Link';
import { categoryWords } from '../../shared/text/fee-words.ts';
import { paths } from '../paths.ts';
import { DateText } from '../ui/date-text.tsx';
import { Money } from '../ui/money.tsx';
import { figures, TableHead } from '../ui/table-head.tsx';
import type { Payout } from './payout-screen.tsx';
import './movements-table.css';

type Movement = Payout['transactions'][number];

export function MovementsTable({ payout }: { readonly payout: Payout }) {
  return (
    <table className="plain-table movements">
      <TableHead
        columns={['Date', 'From or to', 'Invoice', figures('Gross'), figures('Fee'), figures('Net')]}
      />
      {payout.sums.map((sum) => (
        <GroupRows key={sum.category} sum={sum} payout={payout} />
      ))}
    </table>
  );
}

interface GroupRowsProps {
  readonly sum: Payout['sums'][number];
  readonly payout: Payout;
}

/** One kind: its sums stand above its movements, so that the eye finds them from the table of sums. */
function GroupRows({ sum, payout: { currency, transactions } }: GroupRowsProps) {
  return (
    <tbody>
      <tr className="movements__kind">
        <th scope="rowgroup" colSpan={3}>
          {categoryWords(sum.category)}
        </th>
        <td data-align="end">
          <Money amount={sum.gross} currency={currency} />
        </td>
        <td data-align="end">
          <Money amount={-sum.fee} currency={currency} />
        </td>
        <td data-align="end">
          <Money amount={sum.net} currency={currency} />
        </td>
      </tr>
      {transactions
        .filter(({ category }) => category === sum.category)
        .map((movement) => (
          <MovementRow key={movement.id} movement={movement} currency={currency} />
        ))}
    </tbody>
  );
}

function MovementRow({ movement, currency }: { readonly movement: Movement; readonly currency: string }) {
  const { invoiceId, invoiceNumber, original, part } = movement;
  return (
    <tr>
      <td>
        <DateText day={movement.day} />
      </td>
      <td>
        <Subject movement={movement} />
      </td>
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
        {part !== null && (
          <div className="small muted">
            of that <Money amount={part} currency={currency} />
          </div>
        )}
      </td>
    </tr>
  );
}

/** Who or what it is about, leading to where that is told in full. */
function Subject({ movement }: { readonly movement: Movement }) {
  const { paymentId, disputeId, payoutId, customerName, text, id } = movement;
  if (disputeId !== null) return <Link href={paths.dispute(disputeId)}>{customerName || 'Dispute'}</Link>;
  if (payoutId !== null) return <Link href={paths.payout(payoutId)}>{text || 'Payout'}</Link>;
  if (paymentId !== null) return <Link href={paths.payment(paymentId)}>{customerName || 'Payment'}</Link>;
  return text === '' ? <code>{id}</code> : <span className="muted">{text}</span>;
}
