// Ways in which an invoice is paid outside Stripe: as they are kept with it, and in words.
import { z } from 'zod';

export const PaidOutsideMethod = z.enum(['bank_transfer', 'cash', 'cheque', 'card_terminal', 'other']);
export type PaidOutsideMethod = z.infer<typeof PaidOutsideMethod>;

export const PAID_OUTSIDE_WORDS: Readonly<Record<PaidOutsideMethod, string>> = {
  bank_transfer: 'Bank transfer',
  cash: 'Cash',
  cheque: 'Cheque',
  card_terminal: 'Card terminal',
  other: 'Another way',
};

/** Such as "Bank transfer · Statement 114"; null where nothing is known of it. */
export function paidOutsideWords(method: string | null, reference: string | null): string | null {
  const known = PaidOutsideMethod.safeParse(method);
  const parts = [known.success ? PAID_OUTSIDE_WORDS[known.data] : null, reference];
  const told = parts.filter((part) => part !== null && part !== '');
  return told.length === 0 ? null : told.join(' · ');
}
