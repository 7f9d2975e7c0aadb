// What becomes of money outside invoices: payouts that arrive at the bank, disputes that are lost.
import { credit, debit, entry, type Entry } from './entry.ts';

export interface PayoutFacts {
  readonly id: string;
  /** Stripe's. */
  readonly status: string;
  readonly currency: string;
  readonly amount: number;
  /** A date of the bank's. */
  readonly arrivalDay: string;
}

/** Money has arrived when Stripe says so; a payout that fails later takes that back. */
export function payoutEntries({ id, status, currency, amount, arrivalDay }: PayoutFacts): readonly Entry[] {
  if (status !== 'paid') return [];
  return [
    entry('payout.arrived', id, arrivalDay, [
      debit('bank', currency, amount),
      credit('payoutsInTransit', currency, amount),
    ]),
  ];
}

export interface DisputeFacts {
  readonly id: string;
  /** Stripe's. */
  readonly status: string;
  /** What its balance transactions took (negative) and gave back. */
  readonly movements: readonly { readonly currency: string; readonly amount: number; readonly day: string }[];
}

/** What is held of a lost dispute is lost, from the day on which Stripe took it. */
export function disputeEntries({ id, status, movements }: DisputeFacts): readonly Entry[] {
  const last = movements.at(-1);
  if (status !== 'lost' || last === undefined) return [];
  const postings = movements.flatMap(({ currency, amount }) => [
    credit('disputeLosses', currency, amount),
    debit('disputesHeld', currency, amount, id),
  ]);
  return [entry('dispute.lost', id, last.day, postings)];
}
