// I8 and what else must hold of the money at Stripe, whoever asked for what.
import { z } from 'zod';
import type { StripeWorld } from './world.ts';

const Charge = z.object({ id: z.string(), amount: z.int(), status: z.string() });
const Refund = z.object({ charge: z.string().nullable(), amount: z.int(), status: z.string() });
const Invoice = z.object({
  id: z.string(),
  status: z.string(),
  total: z.int(),
  amount_paid: z.int(),
  metadata: z.record(z.string(), z.string()).nullable(),
});

export function wrongMoney(world: StripeWorld): readonly string[] {
  return [...overRefunded(world), ...overPaid(world), ...issuedTwice(world)];
}

function overRefunded(world: StripeWorld): readonly string[] {
  const refunded = new Map<string, number>();
  for (const object of world.all('refund')) {
    const { charge, amount, status } = Refund.parse(object);
    if (charge !== null && status !== 'failed' && status !== 'canceled')
      refunded.set(charge, (refunded.get(charge) ?? 0) + amount);
  }
  return [...world.all('charge')].flatMap((object) => {
    const { id, amount } = Charge.parse(object);
    const sum = refunded.get(id) ?? 0;
    return sum > amount ? [`I8: ${sum} of ${amount} of charge ${id} was paid back`] : [];
  });
}

function overPaid(world: StripeWorld): readonly string[] {
  return [...world.all('invoice')].flatMap((object) => {
    const { id, total, amount_paid: paid } = Invoice.parse(object);
    return paid > Math.max(total, 0) ? [`I1: ${paid} was taken for invoice ${id} of ${total}`] : [];
  });
}

/** One draft of the program becomes one invoice. */
function issuedTwice(world: StripeWorld): readonly string[] {
  const issued = new Map<string, number>();
  for (const object of world.all('invoice')) {
    const { status, metadata } = Invoice.parse(object);
    const draft = metadata?.['quittance_invoice'];
    if (draft !== undefined && status !== 'draft') issued.set(draft, (issued.get(draft) ?? 0) + 1);
  }
  return [...issued].flatMap(([draft, times]) =>
    times > 1 ? [`I1: ${draft} was issued ${times} times`] : [],
  );
}
