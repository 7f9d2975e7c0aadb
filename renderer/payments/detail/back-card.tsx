// What went back of a payment: refunds, and what the customer's bank disputes.
import { Link } from 'react-aria-components/Link';
import { disputeReason } from '../../../shared/text/dispute-words.ts';
import { disputeLook } from '../../disputes/dispute-look.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { figures, TableHead } from '../../ui/table-head.tsx';
import { LookBadge, reasonWords, refundLook } from '../status-words.tsx';
import type { Payment } from './payment.ts';
import '../../ui/plain-table.css';

export function BackCard({ payment }: { readonly payment: Payment }) {
  const { refunds, disputes, currency } = payment;
  if (refunds.length === 0 && disputes.length === 0) return null;
  return (
    <Card title={disputes.length === 0 ? 'Refunds' : 'Refunds and disputes'} flush>
      <table className="plain-table">
        <TableHead columns={['Date', 'Status', 'Reason', figures('Amount')]} />
        <tbody>
          {disputes.map((dispute) => (
            <tr key={dispute.id}>
              <td>
                <DateText day={dispute.date} />
              </td>
              <td>
                <LookBadge look={disputeLook(dispute)} />
              </td>
              <td>
                <Link href={paths.dispute(dispute.id)}>{disputeReason(dispute.reason)}</Link>
              </td>
              <td data-align="end">
                <Money amount={-dispute.amount} currency={currency} />
              </td>
            </tr>
          ))}
          {refunds.map((refund) => (
            <tr key={refund.id}>
              <td>
                <DateText day={refund.date} />
              </td>
              <td>
                <LookBadge look={refundLook(refund.status)} />
              </td>
              <td>
                {refund.reason === null ? <span className="faint">–</span> : reasonWords(refund.reason)}
              </td>
              <td data-align="end">
                <Money amount={-refund.amount} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
