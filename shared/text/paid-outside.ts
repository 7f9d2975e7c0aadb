// Ways in which an invoice is paid outside Stripe: as they are kept with it, and in words.
export const PAID_OUTSIDE_METHODS = ['bank_transfer', 'cash', 'cheque', 'card_terminal', 'other'] as const;
export type PaidOutsideMethod = (typeof PAID_OUTSIDE_METHODS)[number];

export const PAID_OUTSIDE_WORDS: Readonly<Record<PaidOutsideMethod, string>> = {
  bank_transfer: 'Bank transfer',
  cash: 'Cash',
  cheque: 'Cheque',
  card_terminal: 'Card terminal',
  other: 'Another way',
};

/** Such as "Bank transfer · Statement 114"; null where nothing is known of it. */
export function paidOutsideWords(method: string | null, reference: string | null): string | null {
  const known = PAID_OUTSIDE_METHODS.find((name) => name === method);
  const parts = [known === undefined ? null : PAID_OUTSIDE_WORDS[known], reference];
  const told = parts.filter((part) => part !== null && part !== '');
  return told.length === 0 ? null : told.join(' · ');
}
