// What a price comes to for one unit, as exactly as Stripe has it.
import type { Price } from '../../shared/contract/catalogue.ts';
import { priceText } from '../invoices/editor/figures.ts';
import { useReading } from '../ui/format.ts';
import { Money } from '../ui/money.tsx';

export function PriceAmount({
  price,
}: {
  readonly price: Pick<Price, 'unitAmountDecimal' | 'currency' | 'active'>;
}) {
  const { locale } = useReading();
  const { unitAmountDecimal: amount, currency } = price;
  if (amount === null) return <span className="muted">By tiers</span>;
  const tone = price.active ? 'normal' : 'faint';
  if (/^\d+$/.test(amount)) return <Money amount={Number(amount)} currency={currency} tone={tone} />;
  return (
    <data className="money" value={`${amount} ${currency}`} data-tone={tone}>
      {currency.toUpperCase()} {priceText(amount, currency, locale)}
    </data>
  );
}
