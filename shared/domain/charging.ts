// Whether an open invoice may be charged to a saved card or account now. Pure; the program and the page judge alike.
import { methodRefusal } from './payment-methods.ts';

export interface ChargeFacts {
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly atStripe: boolean;
  /** A payment of it has begun and Stripe has not yet said how it ends. */
  readonly processing: boolean;
  /** Minor units that are still owed. */
  readonly remaining: number;
  readonly currency: string;
}

/** Why nothing can be charged for the invoice, in words; null when something can. */
export function chargeRefusal({ status, atStripe, processing, remaining }: ChargeFacts): string | null {
  if (!atStripe || status === 'draft') return 'Only an issued invoice can be charged.';
  if (status === 'paid') return 'The invoice is paid already.';
  if (status === 'void') return 'The invoice is void: nothing is owed.';
  if (processing)
    return 'A payment of this invoice is still being processed. Charging now could take the money twice.';
  return remaining > 0 ? null : 'Nothing is owed on this invoice.';
}

export interface MethodFacts {
  /** Stripe's name, such as `sepa_debit`. */
  readonly type: string;
}

/** Types that can be charged while the customer is away. */
const CHARGEABLE: ReadonlySet<string> = new Set([
  'card',
  'link',
  'sepa_debit',
  'us_bank_account',
  'bacs_debit',
  'au_becs_debit',
  'acss_debit',
  'nz_bank_account',
]);

/** Why a saved way to pay cannot be charged for the invoice, in words; null when it can. */
export function methodChargeRefusal({ type }: MethodFacts, currency: string): string | null {
  if (!CHARGEABLE.has(type)) return 'This can only be used by the customer, on the payment page.';
  return methodRefusal(type, currency);
}

/** `month` is 1 to 12, `today` a calendar day: a card is good until the end of its month. */
export function isExpired(month: number | null, year: number | null, today: string): boolean {
  if (month === null || year === null) return false;
  return `${year}-${String(month).padStart(2, '0')}` < today.slice(0, 7);
}
