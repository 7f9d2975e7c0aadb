// What a customer owes and has paid, per currency, never added across currencies.
import { MoneyList, type MoneyListProps } from '../ui/money.tsx';
import type { Customer } from './customer-screen.tsx';

export function CustomerBalances({ customer }: { readonly customer: Customer }) {
  return (
    <dl className="balances">
      <Balance name="Open" values={customer.open} />
      <Balance name="Past due" values={customer.pastDue} tone="bad" />
      <Balance name="Paid" values={customer.paid} />
      <Balance name="Credit" values={customer.credit} />
    </dl>
  );
}

function Balance({ name, ...list }: { readonly name: string } & MoneyListProps) {
  return (
    <div className="balances__item">
      <dt>{name}</dt>
      <dd>
        <MoneyList {...list} />
      </dd>
    </div>
  );
}
