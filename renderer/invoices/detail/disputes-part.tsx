// What customers dispute of an invoice's payments, each with the way to its page.
import { Link } from 'react-aria-components/Link';
import { disputeReason, disputeWords } from '../../../shared/text/dispute-words.ts';
import { paths } from '../../paths.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import type { Invoice } from './invoice.ts';
import { Part } from './money-cards.tsx';

export function DisputesPart({ invoice }: { readonly invoice: Invoice }) {
  if (invoice.disputes.length === 0) return null;
  return (
    <Part title="Disputes">
      <ul className="invoice__rows">
        {invoice.disputes.map((dispute) => (
          <li key={dispute.id}>
            <div>
              <Link href={paths.dispute(dispute.id)}>{disputeReason(dispute.reason)}</Link>
              <span className="invoice__row-note">
                {disputeWords({ status: dispute.status, daysLeft: null }).word} ·{' '}
                <DateText day={dispute.date} />
              </span>
            </div>
            <div className="invoice__row-sum">
              <Money amount={dispute.amount} currency={dispute.currency} />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
