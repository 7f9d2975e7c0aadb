// What the conformance suite talks to: the simulator through the real SDK.
// The rules are stated through the SDK alone; only where a rule needs time to pass or a customer to act does it use `control`.
import { Stripe } from 'stripe';
import type { Control } from '../../../../main/simulator/control.ts';
import type { SimulatorOptions } from '../../../../main/simulator/options.ts';
import { createSimulator, type Simulator } from '../../../../main/simulator/simulator.ts';

export interface Subject {
  readonly stripe: Stripe;
  readonly control: Control;
  readonly simulator: Simulator;
  /** Milliseconds of the clock below the simulator's own. */
  readonly clock: { now: number };
}

/** A Monday morning. */
export const morning = Date.UTC(2026, 10, 23, 9, 0, 0);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function clientOf(simulator: Simulator, key = 'sk_test_conformance'): Stripe {
  return new Stripe(key, { httpClient: simulator.httpClient, maxNetworkRetries: 0, telemetry: false });
}

export function createSubject(options: Partial<SimulatorOptions> = {}): Subject {
  const clock = { now: morning };
  const simulator = createSimulator({ now: () => clock.now, seed: 7, ...options });
  return { stripe: clientOf(simulator), control: simulator.control, simulator, clock };
}

/** The error that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was not refused');
}

export async function createCustomer(
  stripe: Stripe,
  more: Stripe.CustomerCreateParams = {},
): Promise<string> {
  const customer = await stripe.customers.create({ name: 'Anna Lind', email: 'anna@lind.example', ...more });
  return customer.id;
}

export async function createDraft(
  stripe: Stripe,
  lines: Stripe.InvoiceAddLinesParams['lines'],
  more: Stripe.InvoiceCreateParams = {},
): Promise<Stripe.Invoice> {
  const customer = more.customer ?? (await createCustomer(stripe));
  const draft = await stripe.invoices.create({
    customer,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
    ...more,
  });
  return lines.length === 0 ? draft : stripe.invoices.addLines(draft.id, { lines });
}

export async function createOpen(
  stripe: Stripe,
  amount = 10_000,
  more: Stripe.InvoiceCreateParams = {},
): Promise<Stripe.Invoice> {
  const draft = await createDraft(stripe, [{ description: 'Design', amount }], more);
  return stripe.invoices.finalizeInvoice(draft.id);
}

/** The id of an expandable field that was not expanded, or was. */
export function idOf(field: string | { readonly id: string } | null): string {
  if (field === null) throw new Error('The field is empty');
  return typeof field === 'string' ? field : field.id;
}

/** The payment intent that an invoice's default payment asks with. */
export async function intentOf(stripe: Stripe, invoice: string): Promise<Stripe.PaymentIntent> {
  const { data } = await stripe.invoicePayments.list({ invoice });
  const id = data.find((payment) => payment.is_default)?.payment.payment_intent;
  if (typeof id !== 'string') throw new Error('The invoice has no payment intent');
  return stripe.paymentIntents.retrieve(id);
}

export async function createPaid(
  stripe: Stripe,
  control: Control,
  amount = 10_000,
  more: Stripe.InvoiceCreateParams = {},
): Promise<{ readonly invoice: Stripe.Invoice; readonly intent: Stripe.PaymentIntent }> {
  const open = await createOpen(stripe, amount, more);
  control.payInvoice({ invoice: open.id });
  return { invoice: await stripe.invoices.retrieve(open.id), intent: await intentOf(stripe, open.id) };
}

export async function eventTypes(stripe: Stripe): Promise<readonly string[]> {
  const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
  return events.map((event) => event.type).toReversed();
}
