// Recurring invoices as a bookkeeper would make them, for journeys.
import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import type { RecurringFields, RecurringLine } from '../../shared/contract/recurring.ts';
import { ACME } from './acme.ts';
import { idOf } from './id-of.ts';
import type { Program } from './program.ts';

export const MONTHLY = { interval: 'month', count: 1 } as const;

export function freeLine(description: string, cents: number, quantity = 1): RecurringLine {
  return {
    id: randomUUID(),
    itemId: null,
    priceId: null,
    description,
    quantity,
    unitAmountDecimal: String(cents),
    taxRateIds: [],
  };
}

export async function addCustomer(program: Program, fields = ACME): Promise<string> {
  const { id } = await program.call('customers.save', { commandId: randomUUID(), id: null, fields });
  return id;
}

export function fieldsFor(customerId: string, more: Partial<RecurringFields> = {}): RecurringFields {
  return {
    customerId,
    currency: 'eur',
    every: MONTHLY,
    start: { kind: 'today' },
    end: { kind: 'never' },
    lines: [freeLine('Hosting', 4_900)],
    couponId: null,
    collection: { kind: 'send', days: 14 },
    memo: '',
    footer: '',
    ...more,
  };
}

/** The click on "Begin": answers the id and the operation. */
export async function begin(
  program: Program,
  fields: RecurringFields,
): Promise<{ readonly id: string; readonly operationId: string | null }> {
  const { totals, findings } = await program.call('recurring.review', { fields });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return program.call('recurring.create', {
    commandId: randomUUID(),
    fields,
    total: { amount: totals.total, currency: fields.currency },
  });
}

export const detail = (program: Program, id: string): Promise<CallOutput<'recurring.get'>> =>
  program.call('recurring.get', { id });

/** Lets time pass until nothing is under way with it. */
export async function settled(program: Program, id: string): Promise<CallOutput<'recurring.get'>> {
  await program.until('nothing is under way with it', async () => {
    const { operationId, stripeId } = await detail(program, id);
    return operationId === null && stripeId !== null;
  });
  return detail(program, id);
}

export async function begun(
  program: Program,
  more: Partial<RecurringFields> = {},
): Promise<CallOutput<'recurring.get'>> {
  const customerId = more.customerId ?? (await addCustomer(program));
  const { id } = await begin(program, fieldsFor(customerId, more));
  return settled(program, id);
}

/** A customer at Stripe who has saved a card. */
export async function customerWithCard(
  program: Program,
): Promise<{ readonly customerId: string; readonly methodId: string }> {
  const customerId = await addCustomer(program);
  await program.until('the customer is at Stripe', async () => {
    return (await program.call('customers.get', { id: customerId })).stripeId !== null;
  });
  const [customer] = program.simulator.control.objects({ type: 'customer' });
  const { paymentMethod } = program.simulator.control.savePaymentMethod({
    customer: idOf(customer),
    outcome: 'succeeded',
  });
  await program.call('charges.refresh', { commandId: randomUUID(), customerId });
  return { customerId, methodId: paymentMethod };
}

export async function pollNow(program: Program): Promise<void> {
  await program.call('sync.now', { commandId: randomUUID() });
  await program.clock.advance(10_000);
}

type Act =
  | 'recurring.pause'
  | 'recurring.resume'
  | 'recurring.cancel'
  | 'recurring.keep'
  | 'recurring.change';

/** One click, and what it comes to. */
export async function act<Name extends Act>(
  program: Program,
  name: Name,
  input: Omit<CallInput<Name>, 'commandId'>,
): Promise<CallOutput<'recurring.get'>> {
  // The names of these calls all take a command id and an id; the table's type cannot follow a generic name.
  const whole = { ...input, commandId: randomUUID() } as unknown as CallInput<Name>;
  await program.call(name, whole);
  return settled(program, (input as unknown as { readonly id: string }).id);
}
