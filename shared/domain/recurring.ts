// What recurring invoices are called, what a period of them costs, and what can be done with them. Pure.
import type { DraftLine } from '../contract/drafts.ts';
import type { RecurringAction, RecurringLine, Standing } from '../contract/recurring.ts';
import { foldedWords } from './sort-key.ts';
import { estimateTotals } from './totals.ts';

/** Its items in words, the first two by name. */
export function recurringTitle(lines: readonly Pick<RecurringLine, 'description' | 'quantity'>[]): string {
  const names = lines.map(({ description, quantity }) =>
    quantity === 1 ? description : `${quantity} × ${description}`,
  );
  const [first = '', second, ...rest] = names;
  if (second === undefined) return first;
  return rest.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${rest.length} more`;
}

/** What it is found by. */
export function recurringWords(
  customer: { readonly name: string; readonly email: string },
  lines: readonly Pick<RecurringLine, 'description'>[],
  stripeId: string | null,
): string {
  return foldedWords([
    customer.name,
    customer.email,
    ...lines.map(({ description }) => description),
    stripeId ?? '',
  ]);
}

/** As the lines of a draft, for the same arithmetic. */
export function draftLines(lines: readonly RecurringLine[]): DraftLine[] {
  return lines.map(({ id, description, quantity, unitAmountDecimal, taxRateIds }) => ({
    id,
    description,
    quantity: String(quantity),
    unitAmountDecimal,
    taxRateIds,
    discount: null,
    item: null,
  }));
}

/** Minor units of one period, before discounts and added tax. */
export function periodAmount(lines: readonly RecurringLine[]): number {
  return estimateTotals({ currency: 'eur', lines: draftLines(lines), discount: null }, []).subtotal;
}

export interface RecurringState {
  readonly standing: Standing;
  readonly atStripe: boolean;
  /** Whether Stripe pauses collecting, rather than the subscription as a whole. */
  readonly pausesCollection: boolean;
  readonly endsLater: boolean;
}

/** What a person may do with it now. */
export function recurringActions(state: RecurringState): RecurringAction[] {
  const { standing, atStripe, pausesCollection, endsLater } = state;
  if (!atStripe || standing === 'ended') return [];
  if (standing === 'incomplete') return ['cancel'];
  const pausing: RecurringAction[] = pausesCollection ? ['resume'] : standing === 'paused' ? [] : ['pause'];
  return ['change', ...pausing, 'cancel', ...(endsLater ? (['keep'] as const) : [])];
}
