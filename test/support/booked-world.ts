// A small world of one invoice at Stripe that goes through any happenings, told object by object: for the properties of the books.
import type { StripeObject } from '../../main/stripe/request.ts';
import { creditedLines, linesOf } from './booked-lines.ts';
import * as sample from './stripe-objects.ts';

export interface Happening {
  readonly what:
    | 'finalize'
    | 'pay'
    | 'pay-outside'
    | 'refund'
    | 'fail-refund'
    | 'credit'
    | 'void-note'
    | 'void'
    | 'give-up'
    | 'dispute'
    | 'win'
    | 'lose'
    | 'pay-out'
    | 'return-payout'
    | 'adjust'
    /** Days pass, as many as the share. */
    | 'wait';
  /** Percent of what is possible. */
  readonly share: number;
}

export interface BookedWorld {
  /** Does it when Stripe would; answers the objects that changed. */
  happen(happening: Happening): readonly StripeObject[];
  /** Every object as it is now. */
  objects(): readonly StripeObject[];
  /** Unix seconds. */
  now(): number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Settled in euros; the invoice is in `currency`, at two for one where that is another. */
export function createBookedWorld(name: string, currency: 'eur' | 'usd'): BookedWorld {
  const objects = new Map<string, StripeObject>();
  const changed = new Set<string>();
  let [count, now] = [0, sample.NOON];
  const total = 11_900;
  let [paid, remaining, balance] = [0, 0, 0];
  let status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void' = 'draft';
  const transitions: Record<string, number | null> = {
    finalized_at: null,
    paid_at: null,
    voided_at: null,
    marked_uncollectible_at: null,
  };
  let outside = 0;
  const invoiceId = `in_${name}`;
  const soldLines = linesOf(name);
  const nextId = (prefix: string): string => `${prefix}_${name}_${(count += 1)}`;
  const put = (object: StripeObject): string => {
    objects.set(object.id, object);
    changed.add(object.id);
    return object.id;
  };
  const settled = (amount: number): number => (currency === 'eur' ? amount : amount / 2);
  const part = (share: number, of: number): number => Math.max(2, 2 * Math.round((of * share) / 200));
  const find = (type: string, wanted: (object: StripeObject) => boolean): StripeObject | undefined =>
    [...objects.values()].find((object) => object.object === type && wanted(object));

  const move = (type: string, category: string, source: string | null, amount: number, fee = 0): string => {
    balance += amount - fee;
    return put(
      sample.balanceTransaction(nextId('txn'), source ?? '', {
        type,
        reporting_category: category,
        source,
        amount,
        fee,
        net: amount - fee,
        fee_details: fee === 0 ? [] : [{ type: 'stripe_fee', amount: fee }],
        created: now,
      }),
    );
  };
  const tellInvoice = (): void => {
    put(
      sample.invoice(invoiceId, {
        status,
        currency,
        total,
        total_taxes: [{ amount: 1_900, tax_rate_details: { tax_rate: 'txr_1' } }],
        lines: { object: 'list', has_more: false, data: soldLines },
        amount_paid: paid,
        amount_paid_off_stripe: outside,
        amount_remaining: remaining,
        starting_balance: 0,
        ending_balance: status === 'draft' ? null : 0,
        status_transitions: { ...transitions },
      }),
    );
  };
  const settle = (amount: number): void => {
    paid += amount;
    remaining -= amount;
    if (remaining > 0) return;
    status = 'paid';
    transitions['paid_at'] = now;
  };

  const acts: Readonly<Record<Happening['what'], (share: number) => void>> = {
    finalize() {
      if (status !== 'draft') return;
      [status, remaining] = ['open', total];
      transitions['finalized_at'] = now;
      tellInvoice();
    },
    pay(share) {
      if (status !== 'open' && status !== 'uncollectible') return;
      const amount = Math.min(remaining, part(share, remaining));
      const [intent, charge] = [nextId('pi'), nextId('ch')];
      const txn = move('charge', 'charge', charge, settled(amount), 30);
      put(sample.charge(charge, intent, { amount, currency, balance_transaction: txn }));
      put(sample.paymentIntent(intent, charge, { amount, currency }));
      put(
        sample.invoicePayment(nextId('inpay'), invoiceId, intent, {
          amount_paid: amount,
          currency,
          status_transitions: { paid_at: now },
        }),
      );
      settle(amount);
      tellInvoice();
    },
    'pay-outside'() {
      if (status !== 'open' && status !== 'uncollectible') return;
      outside += remaining;
      settle(remaining);
      tellInvoice();
    },
    refund(share) {
      const charge = find('charge', (object) => object['amount_refunded'] === 0);
      if (charge === undefined) return;
      const amount = Math.min(Number(charge['amount']), part(share, Number(charge['amount'])));
      const id = nextId('re');
      const txn = move('refund', 'refund', id, -settled(amount));
      put(
        sample.refund(id, String(charge['payment_intent']), { amount, currency, balance_transaction: txn }),
      );
      put({ ...charge, amount_refunded: amount });
    },
    'fail-refund'() {
      const refund = find('refund', (object) => object['status'] === 'succeeded');
      if (refund === undefined) return;
      const txn = move('refund_failure', 'refund_failure', refund.id, settled(Number(refund['amount'])));
      put({ ...refund, status: 'failed', failure_balance_transaction: txn });
    },
    credit(share) {
      const isOpen = status === 'open';
      if (!isOpen && status !== 'paid') return;
      const possible = isOpen ? remaining : paid;
      const amount = Math.min(isOpen ? remaining - 2 : possible, part(share, possible));
      if (amount <= 0) return;
      const tax = Math.round((amount * 19) / 119);
      const noted: Fields = {
        object: 'credit_note',
        invoice: invoiceId,
        number: `${invoiceId}-CN`,
        currency,
        status: 'issued',
        total: amount,
        total_taxes: [{ amount: tax, tax_rate_details: { tax_rate: 'txr_1' } }],
        lines: creditedLines(share, amount - tax, soldLines),
        pre_payment_amount: isOpen ? amount : 0,
        post_payment_amount: isOpen ? 0 : amount,
        out_of_band_amount: share % 2 === 0 && !isOpen ? amount : 0,
        refunds: [],
        effective_at: null,
        voided_at: null,
        created: now,
      };
      put({ ...noted, id: nextId('cn'), object: 'credit_note' });
      if (isOpen) remaining -= amount;
      tellInvoice();
    },
    'void-note'() {
      const note = find('credit_note', (object) => object['status'] === 'issued');
      if (note === undefined || status !== 'open' || note['pre_payment_amount'] === 0) return;
      put({ ...note, status: 'void', voided_at: now });
      remaining += Number(note['total']);
      tellInvoice();
    },
    void() {
      if ((status !== 'open' && status !== 'uncollectible') || paid > 0) return;
      status = 'void';
      transitions['voided_at'] = now;
      tellInvoice();
    },
    'give-up'() {
      if (status !== 'open') return;
      status = 'uncollectible';
      transitions['marked_uncollectible_at'] = now;
      tellInvoice();
    },
    dispute() {
      const charge = find('charge', () => true);
      if (charge === undefined || find('dispute', () => true) !== undefined) return;
      const id = nextId('dp');
      put(
        sample.dispute(id, String(charge['payment_intent']), {
          charge: charge.id,
          amount: charge['amount'],
          currency,
        }),
      );
      move('adjustment', 'dispute', id, -settled(Number(charge['amount'])), 2_000);
    },
    win() {
      const dispute = find('dispute', (object) => object['status'] === 'needs_response');
      if (dispute === undefined) return;
      put({ ...dispute, status: 'won' });
      move('adjustment', 'dispute_reversal', dispute.id, settled(Number(dispute['amount'])));
    },
    lose() {
      const dispute = find('dispute', (object) => object['status'] === 'needs_response');
      if (dispute !== undefined) put({ ...dispute, status: 'lost' });
    },
    'pay-out'() {
      if (balance <= 0) return;
      const [id, amount] = [nextId('po'), balance];
      const txn = move('payout', 'payout', id, -amount);
      put(payout(id, amount, txn));
    },
    'return-payout'() {
      const sent = find('payout', (object) => object['status'] === 'paid');
      if (sent === undefined) return;
      put({ ...sent, status: 'failed' });
      move('payout_failure', 'payout_reversal', sent.id, Number(sent['amount']));
    },
    wait(share) {
      now += share * 86_400;
    },
    adjust(share) {
      move('adjustment', 'other_adjustment', null, share - 50 || 1);
    },
  };

  const payout = (id: string, amount: number, txn: string): StripeObject => ({
    id,
    object: 'payout',
    status: 'paid',
    currency: 'eur',
    amount,
    automatic: true,
    method: 'standard',
    reconciliation_status: 'completed',
    balance_transaction: txn,
    failure_code: null,
    created: now,
    arrival_date: now - (now % 86_400) + 86_400,
  });

  tellInvoice();
  return {
    happen({ what, share }) {
      now += 3_600;
      changed.clear();
      acts[what](share);
      return [...changed].flatMap((id) => objects.get(id) ?? []);
    },
    objects: () => [...objects.values()],
    now: () => now,
  };
}
