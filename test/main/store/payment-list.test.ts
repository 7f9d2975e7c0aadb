import { describe, expect, it } from 'vitest';
import type { PaymentFilter } from '../../../shared/contract/payments.ts';
import { countPayments, listPayments, type PaymentListInput } from '../../../main/store/payment-list.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll } from '../../support/mirror.ts';
import {
  balanceTransaction,
  charge,
  customer,
  invoice,
  invoicePayment,
  NOON,
  paymentIntent,
} from '../../support/stripe-objects.ts';

const DAY = 86_400;

const db = memoryDb();
applyAll(db, [
  customer('cus_1'),
  customer('cus_2', { name: 'Élan Vital' }),
  invoice('in_1', { number: 'A-1', next_payment_attempt: NOON + 3 * DAY }),
  invoicePayment('inpay_1', 'in_1', 'pi_declined', { status: 'open', amount_paid: null }),
  charge('ch_1', 'pi_paid', { balance_transaction: 'txn_1', amount: 5_000 }),
  paymentIntent('pi_paid', 'ch_1', { amount: 5_000, customer: 'cus_2' }),
  balanceTransaction('txn_1', 'ch_1', { amount: 5_000, fee: 100, net: 4_900 }),
  charge('ch_2', 'pi_declined', {
    status: 'failed',
    created: NOON + DAY,
    failure_code: 'card_declined',
    outcome: { reason: 'insufficient_funds', advice_code: 'try_again_later' },
  }),
  paymentIntent('pi_declined', 'ch_2', { status: 'requires_payment_method', amount_received: 0 }),
  paymentIntent('pi_untried', null, {
    status: 'requires_payment_method',
    amount: 20_000,
    created: NOON + 2 * DAY,
  }),
  paymentIntent('pi_debit', 'py_1', { status: 'processing', amount: 900, currency: 'usd' }),
  charge('py_1', 'pi_debit', {
    status: 'pending',
    created: NOON + 3 * DAY,
    currency: 'usd',
    payment_method_details: { type: 'sepa_debit', sepa_debit: { last4: '3000' } },
  }),
]);

const list = (
  filter: PaymentFilter,
  sort: PaymentListInput['sort'] = { by: 'date', direction: 'desc' },
): readonly string[] =>
  listPayments(db, { filter, sort, page: { offset: 0, limit: 50 } }).map(({ id }) => id);

describe('the list of payments', () => {
  it.each([
    ['date', ['pi_debit', 'pi_untried', 'pi_declined', 'pi_paid']],
    ['amount', ['pi_untried', 'pi_declined', 'pi_paid', 'pi_debit']],
    ['customer', ['pi_paid', 'pi_debit', 'pi_untried', 'pi_declined']],
  ] as const)('in the order of %s', (by, ids) => {
    expect(list({}, { by, direction: 'desc' })).toEqual(ids);
    const pages = (['desc', 'asc'] as const).map((direction) => list({}, { by, direction }));
    expect(pages[1]).toEqual(pages[0]?.toReversed());
  });

  it.each<readonly [PaymentFilter, readonly string[]]>([
    [{ standing: 'failed' }, ['pi_declined']],
    [{ standing: 'requires_payment_method' }, ['pi_untried']],
    [{ customerId: 'cus_2' }, ['pi_paid']],
    [{ currency: 'usd' }, ['pi_debit']],
    [{ from: '2026-06-02', to: '2026-06-03' }, ['pi_untried', 'pi_declined']],
    [{ currency: 'eur', minAmount: 10_000 }, ['pi_untried', 'pi_declined']],
    [{ currency: 'eur', maxAmount: 10_000 }, ['pi_paid']],
    [{ search: 'vital' }, ['pi_paid']],
    [{ search: '3000', standing: 'processing' }, ['pi_debit']],
    [{ search: 'A-1' }, ['pi_declined']],
    [{ standing: 'succeeded', currency: 'usd' }, []],
  ])('narrowed down to %j', (filter, ids) => {
    expect(list(filter)).toEqual(ids);
    const { standing, ...rest } = filter;
    const counted = countPayments(db, rest).filter(
      ({ status }) => standing === undefined || status === standing,
    );
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
  });

  it('tells why an attempt failed, what it is for, and when Stripe tries again', () => {
    const [row] = listPayments(db, {
      filter: { standing: 'failed' },
      sort: { by: 'date', direction: 'desc' },
      page: { offset: 0, limit: 1 },
    });
    expect(row).toMatchObject({
      invoiceNumber: 'A-1',
      failure: ['insufficient_funds', 'card_declined'],
      nextAttemptAt: NOON + 3 * DAY,
      method: 'Visa •••• 4242',
    });
  });
});
