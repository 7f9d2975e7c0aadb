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

/** Somebody issues an invoice in Stripe's own dashboard. */
export async function issueAtStripe(simulator: SeparateSimulator): Promise<void> {
  const post = async (path: string, body: Readonly<Record<string, string>>): Promise<string> => {
    const response = await fetch(`${simulator.address}/v1/${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_dashboard00000' },
      body: new URLSearchParams(body),
    });
    return z.object({ id: z.string() }).parse(await response.json()).id;
  };
  const customer = await post('customers', { name: 'Acme', email: 'acme@acme.example' });
  const terms = { collection_method: 'send_invoice', days_until_due: '30', currency: 'eur' };
  const invoice = await post('invoices', { customer, ...terms });
  await post(`invoices/${invoice}/add_lines`, {
    'lines[0][amount]': '10000',
    'lines[0][description]': 'Design',
  });
  await post(`invoices/${invoice}/finalize`, {});
}
