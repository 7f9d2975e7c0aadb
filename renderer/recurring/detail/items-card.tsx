// What is billed in each period.
import { Link } from 'react-aria-components/Link';
import type { RecurringLine } from '../../../shared/contract/recurring.ts';
import { PriceAmount } from '../../catalogue/price-amount.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { figures, TableHead } from '../../ui/table-head.tsx';
import type { RecurringInvoice } from './recurring-invoice.ts';
import '../../ui/plain-table.css';

export function ItemsCard({ recurring }: { readonly recurring: RecurringInvoice }) {
  const { content, currency, amount, taxRates } = recurring;
  const labels = new Map(taxRates.map(({ id, label }) => [id, label]));
  return (
    <Card title="Items of a period" description={discountText(recurring)} flush>
      <table className="plain-table">
        <TableHead columns={['Item', 'Tax', figures('Quantity'), figures('Price')]} />
        <tbody>
          {content.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <ItemName line={line} />
              </td>
              <td>
                {line.taxRateIds.map((id) => labels.get(id) ?? id).join(', ') || (
                  <span className="faint">None</span>
                )}
              </td>
              <td data-align="end">{line.quantity.toLocaleString()}</td>
              <td data-align="end">
                <PriceAmount price={{ ...line, currency, active: true }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Before discounts and added tax
            </th>
            <td data-align="end">
              <strong>
                <Money amount={amount} currency={currency} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

function discountText({ couponName }: RecurringInvoice): string | undefined {
  return couponName === null ? undefined : `With the coupon ${couponName}`;
}

/** What Stripe made for one line alone is in no catalogue. */
function ItemName({ line: { itemId, description } }: { readonly line: RecurringLine }) {
  const name = description || 'Item';
  return itemId === null || itemId.startsWith('prod_') ? name : <Link href={paths.item(itemId)}>{name}</Link>;
}
