// Who is billed, how often, how it is collected, and until when.
import { Link } from 'react-aria-components/Link';
import { everyWords } from '../../catalogue/every-words.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';

export function TermsCard({ recurring }: { readonly recurring: RecurringInvoice }) {
  const { customerId, customerName, every, period, pause, endDay, standing, content } = recurring;
  return (
    <Card title="Terms">
      <KeyValues
        rows={[
          {
            name: 'Customer',
            value:
              customerId === null ? (
                customerName
              ) : (
                <Link href={paths.customer(customerId)}>{customerName}</Link>
              ),
          },
          { name: 'Billed', value: everyWords(every) },
          { name: 'Collected', value: collectedBy(recurring) },
          {
            name: 'This period',
            value: period && (
              <>
                <DateText day={period.from} /> – <DateText day={period.until} />
              </>
            ),
          },
          {
            name: 'Counted from',
            value: recurring.anchorDay === null ? null : <DateText day={recurring.anchorDay} />,
          },
          {
            name: standing === 'ended' ? 'Ended' : 'Ends',
            value: endDay === null ? 'Never' : <DateText day={endDay} />,
          },
          {
            name: 'Resumes',
            value: pause && (pause.until === null ? 'When you say so' : <DateText day={pause.until} />),
          },
          { name: 'Memo', value: content.memo || null },
          { name: 'Footer', value: content.footer || null },
          {
            name: 'Stripe id',
            value: recurring.stripeId === null ? null : <code>{recurring.stripeId}</code>,
          },
        ]}
      />
    </Card>
  );
}

function collectedBy({ content: { collection }, methodLabel }: RecurringInvoice): string {
  if (collection.kind === 'charge') return `Charged to ${methodLabel ?? 'what the customer has by default'}`;
  if (collection.days === 0) return 'Sent, due on receipt';
  return `Sent, due in ${collection.days} ${collection.days === 1 ? 'day' : 'days'}`;
}
