// What may be refunded, judged before it is asked for; the program judges again.
import { formatMoney, minorStep } from '../../../shared/domain/money.ts';

/** Why an amount cannot be refunded, in words; null when it can. `left` and `amount` are minor units of one payment. */
export function refundProblem(
  amount: number | null,
  left: number,
  currency: string,
  locale: string,
): string | null {
  if (amount === null) return 'Enter how much goes back';
  if (amount <= 0) return 'A refund is more than zero';
  if (amount > left) return `At most ${formatMoney(left, currency, locale)} can be refunded`;
  return amount % minorStep(currency) === 0 ? null : `Too many digits for ${currency.toUpperCase()}`;
}
