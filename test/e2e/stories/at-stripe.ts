// What the separate simulator holds, parsed: how stories count what really happened at Stripe.
import { z } from 'zod';
import type { SeparateSimulator } from '../support/simulator.ts';

const Objects = z.array(z.looseObject({ id: z.string(), number: z.string().nullish() }));

export type ObjectAtStripe = z.infer<typeof Objects>[number];

export async function objectsAtStripe(
  simulator: SeparateSimulator,
  type: 'invoice' | 'refund' | 'customer' | 'tax_rate',
): Promise<readonly ObjectAtStripe[]> {
  return Objects.parse(await simulator.control('objects', { type }));
}

/** How many e-mails Stripe has sent. */
export async function emailsAtStripe(simulator: SeparateSimulator): Promise<number> {
  return z.array(z.unknown()).parse(await simulator.control('emails')).length;
}

/** The customer pays the one invoice there is, on its hosted page. */
export async function customerPays(simulator: SeparateSimulator): Promise<void> {
  const [invoice] = await objectsAtStripe(simulator, 'invoice');
  await simulator.control('payInvoice', { invoice: invoice?.id });
}
