// Where the money of a credit note went, in a few words for a row. Pure.

export interface Settled {
  readonly offInvoice: number;
  readonly refunded: number;
  readonly toBalance: number;
  readonly outside: number;
}

const WAYS: readonly { readonly of: keyof Settled; readonly words: string }[] = [
  { of: 'offInvoice', words: 'Off what was owed' },
  { of: 'refunded', words: 'Back to the customer' },
  { of: 'toBalance', words: 'To their credit balance' },
  { of: 'outside', words: 'Outside Stripe' },
];

export interface Way {
  readonly words: string;
  /** Minor units. */
  readonly amount: number;
}

export function waysOf(settled: Settled): readonly Way[] {
  return WAYS.flatMap(({ of, words }) => (settled[of] === 0 ? [] : [{ words, amount: settled[of] }]));
}
