import { expect, test } from 'vitest';
import { calls } from '../../../shared/contract/calls.ts';
import type { UseContext } from '../../../main/invoicing/context.ts';
import { searchEverything } from '../../../main/invoicing/search-everything.ts';
import { applyAll } from '../../support/mirror.ts';
import {
  charge,
  customer,
  dispute,
  invoice,
  invoicePayment,
  NOON,
  paymentIntent,
  product,
} from '../../support/stripe-objects.ts';
import { subscription, subscriptionItem } from '../../support/subscription-objects.ts';
import { useContext as contextOver } from '../../support/use-context.ts';

const PRICE = {
  id: 'price_1',
  product: 'prod_1',
  unit_amount_decimal: '4900',
  recurring: { interval: 'month', interval_count: 1 },
};

function filledBooks(): UseContext {
  const context = contextOver();
  applyAll(context.db, [
    customer('cus_1', { name: 'Zebra Ltd', email: 'books@zebra.example' }),
    product('prod_1', { name: 'Hosting' }),
    invoice('in_1', { number: 'A-1', customer_name: 'Zebra Ltd' }),
    invoicePayment('inpay_1', 'in_1', 'pi_1'),
    charge('ch_1', 'pi_1'),
    paymentIntent('pi_1', 'ch_1', { customer: 'cus_1' }),
    dispute('du_12345', 'pi_1', { amount: 1190, reason: 'duplicate' }),
    subscription('sub_12345', {
      items: { data: [subscriptionItem('si_1', { price: PRICE, current_period_end: NOON + 86_400 })] },
    }),
  ]);
  context.db.run(
    `INSERT INTO credit_note (id, stripe_id, number, invoice_stripe_id, status, currency, amount, created, day)
     VALUES ('note1', 'cn_12345', 'A-1-CN-01', 'in_1', 'issued', 'eur', 500, ?, '2026-03-15')`,
    [NOON],
  );
  return context;
}

const find = (text: string) =>
  calls['search.everything'].output.parse(searchEverything(filledBooks(), { text })).hits;
const kinds = (text: string): readonly string[] => find(text).map(({ kind }) => kind);

test('a customer’s name finds the customer and all that is theirs, each kind in its place', () => {
  expect(kinds('zebra')).toEqual(['customer', 'invoice', 'recurring', 'payment', 'credit-note', 'dispute']);
  expect(find('zebra').slice(2)).toEqual([
    { kind: 'recurring', id: 'sub_12345', title: 'Hosting', detail: 'Zebra Ltd · €49.00' },
    expect.objectContaining({ kind: 'payment', id: 'pi_1', detail: 'A-1' }),
    { kind: 'credit-note', id: 'note1', title: 'A-1-CN-01', detail: 'Zebra Ltd · €5.00 · A-1' },
    {
      kind: 'dispute',
      id: 'du_12345',
      title: 'Dispute of €11.90',
      detail: 'Zebra Ltd · A-1 · The customer says it was charged twice',
    },
  ]);
});

test.each([
  ['A-1-CN', ['credit-note']],
  ['a-1-cn-01', ['credit-note']],
  ['cn_12345', ['credit-note']],
  ['sub_12345', ['recurring']],
  ['du_12345', ['dispute']],
  ['hosting', ['recurring']],
  ['nobody', []],
] as const)('%s finds %j', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});
