// The program and its Stripe as two processes, of which the first is killed again and again; and what was prepared for that in peace.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type SeparateSimulator, startSimulator } from '../e2e/support/simulator.ts';
import { ACME } from '../support/acme.ts';
import { type LoopbackProcess, startLoopback } from '../support/loopback-process.ts';
import { TEST_KEY } from '../support/program.ts';

const AtStripe = z.array(
  z.object({
    id: z.string(),
    status: z.string().nullish(),
    metadata: z.record(z.string(), z.string()).nullish(),
  }),
);
export type AtStripe = z.infer<typeof AtStripe>[number];

export interface World {
  readonly simulator: SeparateSimulator;
  readonly customerId: string;
  /** Has been paid, and is paid back a euro at a time. */
  readonly paymentId: string;
  /** Our ids of invoices that are open. */
  readonly toVoid: readonly string[];
  readonly toCredit: readonly string[];
  /** Disputes that wait for an answer. */
  readonly disputes: readonly string[];
  open(): Promise<LoopbackProcess>;
  objects(type: string): Promise<readonly AtStripe[]>;
}

export interface Draft {
  readonly id: string;
  readonly revision: number;
}

/** Ten euros for work, to be sent. */
export async function writeDraft(program: LoopbackProcess, customerId: string): Promise<Draft> {
  const draft = await program.call('drafts.create', { commandId: randomUUID(), customerId, copyOf: null });
  const lines = draft.content.lines.map((line) => ({
    ...line,
    description: 'Work',
    unitAmountDecimal: '10000',
  }));
  const { revision } = await program.call('drafts.save', {
    id: draft.id,
    revision: draft.revision,
    content: { ...draft.content, lines },
  });
  return { id: draft.id, revision };
}

export async function clickSend(program: LoopbackProcess, draft: Draft): Promise<void> {
  const total = { amount: 10_000, currency: 'eur' };
  await program.call('drafts.send', { commandId: randomUUID(), ...draft, email: true, total });
}

/** Waits until the program says that nothing is under way; fails when it needs a person. */
export async function allDone(program: LoopbackProcess): Promise<void> {
  for (;;) {
    const { active, needPerson } = await program.call('outbox.list', { view: 'active', limit: 1 });
    if (needPerson > 0) throw new Error('The program asks a person, and no answer was ambiguous');
    if (active === 0) return;
    await sleep(200);
  }
}

async function waitFor(program: LoopbackProcess, holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await program.call('sync.now', { commandId: randomUUID() });
    await sleep(200);
  }
}

/** Makes everything that `each` rounds of every kind will work on. */
export async function prepareWorld(directory: string, each: number): Promise<World> {
  const simulator = await startSimulator(join(directory, 'stripe.jsonl'));
  const open = async (): Promise<LoopbackProcess> => {
    const program = await startLoopback(join(directory, 'data'), simulator.address);
    await program.call('stripe.connect', { commandId: randomUUID(), key: TEST_KEY });
    return program;
  };
  const objects = async (type: string): Promise<readonly AtStripe[]> =>
    AtStripe.parse(await simulator.control('objects', { type }));
  const program = await open();
  const { id: customerId } = await program.call('customers.save', {
    commandId: randomUUID(),
    id: null,
    fields: { ...ACME, taxIds: [] },
  });
  const sent: string[] = [];
  for (let number = 0; number < 3 * each + 1; number += 1) {
    const draft = await writeDraft(program, customerId);
    await clickSend(program, draft);
    sent.push(draft.id);
  }
  await allDone(program);
  const payments = await payAll(program, simulator, sent.slice(0, each + 1), await objects('invoice'));
  const [paymentId = ''] = payments;
  for (const charge of (await objects('charge')).slice(1))
    await simulator.control('dispute', { charge: charge.id });
  const disputes = async (): Promise<readonly string[]> =>
    (await program.call('disputes.list', { page: { offset: 0, limit: 50 } })).rows.map(({ id }) => id);
  await waitFor(program, async () => (await disputes()).length === each);
  const world = {
    simulator,
    customerId,
    paymentId,
    toVoid: sent.slice(each + 1, 2 * each + 1),
    toCredit: sent.slice(2 * each + 1),
    disputes: await disputes(),
    open,
    objects,
  };
  await program.quit();
  return world;
}

/** The customers pay; answers the payments, the oldest first, as the program knows them. */
async function payAll(
  program: LoopbackProcess,
  simulator: SeparateSimulator,
  ours: readonly string[],
  invoices: readonly AtStripe[],
): Promise<readonly string[]> {
  for (const id of ours) {
    const invoice = invoices.find(({ metadata }) => metadata?.['quittance_invoice'] === id);
    await simulator.control('payInvoice', { invoice: invoice?.id });
  }
  const payments = async (): Promise<readonly string[]> => {
    const { rows } = await program.call('payments.list', {
      filter: { standing: 'succeeded' },
      sort: { by: 'date', direction: 'asc' },
      page: { offset: 0, limit: 100 },
    });
    return rows.map(({ id }) => id);
  };
  await waitFor(program, async () => (await payments()).length === ours.length);
  return payments();
}
