import { describe, expect } from 'vitest';
import { idOf, refusal } from '../subject.ts';
import { rule } from './rule.ts';
import { createPaidByCard, eventsAbout } from './steps.ts';

describe('refunds', () => {
  rule(
    'a part goes back, the invoice stays paid',
    'SDK Refunds.d.ts; that a card refund succeeds at once and leaves the invoice was observed in test mode',
    async (subject) => {
      const { stripe } = subject;
      const { customer, invoice, intent } = await createPaidByCard(stripe);
      const refund = await stripe.refunds.create({
        payment_intent: intent.id,
        amount: 2500,
        reason: 'requested_by_customer',
        metadata: { op: '1' },
      });
      expect(refund).toMatchObject({
        status: 'succeeded',
        amount: 2500,
        payment_intent: intent.id,
        charge: intent.latest_charge,
        customer: invoice.customer,
        metadata: { op: '1' },
      });
      expect(await stripe.charges.retrieve(idOf(intent.latest_charge))).toMatchObject({
        amount_refunded: 2500,
        refunded: false,
      });
      expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
        status: 'paid',
        amount_paid: 10_000,
      });
      await eventsAbout(subject, customer, 'charge.refunded');
      expect((await stripe.refunds.list({ payment_intent: intent.id })).data.map(({ id }) => id)).toEqual([
        refund.id,
      ]);
      expect((await stripe.refunds.update(refund.id, { metadata: { op: '2' } })).metadata).toMatchObject({
        op: '2',
      });
    },
  );

  rule(
    'never more than there was',
    'observed in test mode: param amount without a code, then charge_already_refunded',
    async ({ stripe }) => {
      const { intent } = await createPaidByCard(stripe);
      const over = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 10_001 }));
      expect([over.statusCode, over.param, over.code]).toEqual([400, 'amount', undefined]);
      await stripe.refunds.create({ payment_intent: intent.id });
      expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
        statusCode: 400,
        code: 'charge_already_refunded',
      });
      expect(
        (await stripe.charges.retrieve(idOf(intent.latest_charge), { expand: ['refunds'] })).refunds?.data,
      ).toHaveLength(1);
    },
  );

  rule(
    'a refund that went out cannot be cancelled',
    'SDK Refunds.d.ts cancel: only from requires_action',
    async ({ stripe }) => {
      const { intent } = await createPaidByCard(stripe);
      const refund = await stripe.refunds.create({ payment_intent: intent.id });
      expect(await refusal(stripe.refunds.cancel(refund.id))).toMatchObject({ statusCode: 400 });
    },
  );
});
