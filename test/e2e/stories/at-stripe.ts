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

/** Somebody does something in Stripe's own dashboard; answers the id of what it is done to. */
export async function postAtStripe(
  simulator: SeparateSimulator,
  path: string,
  body: Readonly<Record<string, string>> = {},
): Promise<string> {
  const response = await fetch(`${simulator.address}/v1/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_dashboard00000' },
    body: new URLSearchParams(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Stripe refused ${path}: ${response.status} ${text}`);
  return z.object({ id: z.string() }).parse(JSON.parse(text)).id;
}

/** Somebody issues an invoice in Stripe's own dashboard; answers its id. */
export async function issueAtStripe(simulator: SeparateSimulator, name = 'Acme'): Promise<string> {
  const customer = await postAtStripe(simulator, 'customers', { name, email: 'acme@acme.example' });
  const terms = { collection_method: 'send_invoice', days_until_due: '30', currency: 'eur' };
  const invoice = await postAtStripe(simulator, 'invoices', { customer, ...terms });
  await postAtStripe(simulator, `invoices/${invoice}/add_lines`, {
    'lines[0][amount]': '10000',
    'lines[0][description]': 'Design',
  });
  return postAtStripe(simulator, `invoices/${invoice}/finalize`);
}
