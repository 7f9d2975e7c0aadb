// What may be credited of an invoice, and where the money goes. Pure; the program and the page judge alike. Minor units throughout.
import { divideRounded } from './decimal.ts';

export interface CreditFacts {
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  /** Whether Stripe has it. */
  readonly atStripe: boolean;
  /** Something else is on its way to Stripe for it, or waits for a person. */
  readonly busy: boolean;
  /** A payment of it has begun and Stripe has not yet said how it ends. */
  readonly processing: boolean;
  readonly total: number;
  /** What is still owed. */
  readonly remaining: number;
  /** By credit notes, those on their way included. */
  readonly credited: number;
  /** Given back by refunds that no credit note stands for: Stripe takes them off what may be credited. */
  readonly refundedAlone: number;
}

/** What may still be credited (docs.stripe.com/api/credit_notes/create: credit notes and refunds never exceed the invoice). */
export function creditable({ total, credited, refundedAlone }: CreditFacts): number {
  return Math.max(0, total - credited - refundedAlone);
}

/** Why nothing can be credited, in words; null when something can. */
export function creditRefusal(facts: CreditFacts): string | null {
  const { status, atStripe, busy, processing } = facts;
  if (!atStripe || status === 'draft')
    return 'Only an issued invoice can be credited. A draft can still be changed.';
  if (status === 'void') return 'The invoice is void: there is nothing to credit.';
  if (status !== 'paid' && busy) return 'Something else is still under way with this invoice. See Activity.';
  if (status !== 'paid' && processing)
    return 'A payment of this invoice is still being processed. Credit it when Stripe says how it ended.';
  return creditable(facts) > 0 || facts.refundedAlone > 0 ? null : 'All of this invoice has been credited.';
}

/** Whether money that goes back gets its credit note: while something is owed, a credit note would lower that first. */
export function refundWritesNote(facts: CreditFacts): boolean {
  return facts.status === 'paid' && creditRefusal(facts) === null && creditable(facts) > 0;
}

export interface CreditSplit {
  /** Taken off what is owed. */
  readonly pre: number;
  /** Given back of what was paid. */
  readonly post: number;
}

/** Stripe first lowers what is owed; the rest is given back. */
export function splitCredit(total: number, facts: Pick<CreditFacts, 'status' | 'remaining'>): CreditSplit {
  const pre = facts.status === 'paid' ? 0 : Math.min(Math.max(0, facts.remaining), total);
  return { pre, post: total - pre };
}

export interface Settlement {
  readonly refund: number;
  readonly earlierRefunds: number;
  readonly toBalance: number;
  readonly outside: number;
}

export function sumOfSettlement({ refund, earlierRefunds, toBalance, outside }: Settlement): number {
  return refund + earlierRefunds + toBalance + outside;
}

/** One line of an invoice as Stripe has it, with its share of discounts and taxes. */
export interface CreditableLine {
  readonly amount: number;
  readonly discounts: readonly number[];
  readonly taxes: readonly { readonly amount: number; readonly inclusive: boolean }[];
}

/** What crediting `amount` of a line comes to with taxes: an estimate, since Stripe's own rounding decides. */
export function estimateLineCredit(line: CreditableLine, amount: number): number {
  const share = (whole: number): number => proportion(whole, amount, line.amount);
  const off = line.discounts.reduce((sum, discount) => sum + share(discount), 0);
  const added = line.taxes.reduce((sum, tax) => (tax.inclusive ? sum : sum + share(tax.amount)), 0);
  return amount - off + added;
}

function proportion(whole: number, part: number, of: number): number {
  return of === 0 ? 0 : Number(divideRounded(BigInt(whole) * BigInt(part), BigInt(of)));
}
