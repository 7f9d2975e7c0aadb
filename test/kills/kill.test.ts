// Fifty times killed at a random moment of a send or a refund: after the restart each accepted click has happened exactly once.
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type SeparateSimulator, startSimulator } from '../e2e/support/simulator.ts';
import { ACME } from '../support/acme.ts';
import { type LoopbackProcess, startLoopback } from '../support/loopback-process.ts';
import { TEST_KEY } from '../support/program.ts';

const ROUNDS = 50;
/** A send takes some fifty milliseconds against a simulator on this machine, so kills spread over all its steps. */
const LONGEST_LIFE_MS = 160;

const Invoices = z.array(
  z.object({ id: z.string(), status: z.string(), metadata: z.record(z.string(), z.string()) }),
);
const Refunds = z.array(
  z.object({ id: z.string(), amount: z.int(), metadata: z.record(z.string(), z.string()) }),
);
const Emails = z
  .array(z.object({ about: z.string(), kind: z.string() }))
  .transform((mails) => mails.filter(({ kind }) => kind === 'invoice'));

const directory = mkdtempSync(join(tmpdir(), 'quittance-kills-'));
let simulator: SeparateSimulator;

beforeAll(async () => {
  simulator = await startSimulator(join(directory, 'stripe.jsonl'));
});

afterAll(async () => {
  await simulator.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Clicks whose answer arrived: accepted for certain. One that was cut off may or may not have been. */
const accepted = { drafts: new Set<string>(), refunds: new Set<string>() };

async function open(): Promise<LoopbackProcess> {
  const program = await startLoopback(join(directory, 'data'), simulator.address);
  await program.call('stripe.connect', { commandId: randomUUID(), key: TEST_KEY });
  return program;
}

async function writeDraft(
  program: LoopbackProcess,
  customerId: string,
): Promise<Parameters<typeof clickSend>[1]> {
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

async function clickSend(
  program: LoopbackProcess,
  draft: { readonly id: string; readonly revision: number },
): Promise<void> {
  const total = { amount: 10_000, currency: 'eur' };
  await program.call('drafts.send', { commandId: randomUUID(), ...draft, email: true, total });
  accepted.drafts.add(draft.id);
}

/** Pays back one euro. */
async function clickRefund(program: LoopbackProcess, paymentId: string): Promise<void> {
  const amount = { amount: 100, currency: 'eur' };
  const { operationId } = await program.call('refunds.create', {
    commandId: randomUUID(),
    paymentId,
    amount,
    reason: 'requested_by_customer',
    note: '',
  });
  if (operationId !== null) accepted.refunds.add(operationId);
}

/** Sends and refunds take turns: the click, and death some moments later. */
async function killRound(round: number, customerId: string, paymentId: string): Promise<void> {
  const program = await open();
  const draft = round % 2 === 0 ? await writeDraft(program, customerId) : null;
  const click = draft ? clickSend(program, draft) : clickRefund(program, paymentId);
  const settled = Promise.allSettled([click]);
  await sleep(randomInt(LONGEST_LIFE_MS));
  await program.kill();
  await settled;
}

/** An invoice that was sent in peace and has been paid: what the refunds are taken from. */
async function paidPayment(program: LoopbackProcess, customerId: string): Promise<string> {
  await clickSend(program, await writeDraft(program, customerId));
  for (;;) {
    const [unpaid] = Invoices.parse(await simulator.control('objects', { type: 'invoice' })).filter(
      ({ status }) => status === 'open',
    );
    if (unpaid) await simulator.control('payInvoice', { invoice: unpaid.id });
    await program.call('sync.now', { commandId: randomUUID() });
    const { rows } = await program.call('payments.list', {
      filter: { standing: 'succeeded' },
      sort: { by: 'date', direction: 'desc' },
      page: { offset: 0, limit: 1 },
    });
    const [payment] = rows;
    if (payment) return payment.id;
    await sleep(200);
  }
}

async function finishAll(): Promise<void> {
  const program = await open();
  for (;;) {
    const { active, needPerson } = await program.call('outbox.list', { view: 'active', limit: 1 });
    expect(needPerson).toBe(0);
    if (active === 0) break;
    await sleep(200);
  }
  await program.quit();
}

const timesBy = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, number> =>
  items.reduce(
    (counts, item) => counts.set(key(item), (counts.get(key(item)) ?? 0) + 1),
    new Map<string, number>(),
  );

it(`does every accepted click exactly once through ${ROUNDS} kills`, async () => {
  const first = await open();
  const { id: customerId } = await first.call('customers.save', {
    commandId: randomUUID(),
    id: null,
    fields: { ...ACME, taxIds: [] },
  });
  const paymentId = await paidPayment(first, customerId);
  await first.quit();
  for (let round = 0; round < ROUNDS; round += 1) await killRound(round, customerId, paymentId);
  await finishAll();

  const invoices = Invoices.parse(await simulator.control('objects', { type: 'invoice' }));
  const issuedOf = timesBy(invoices, ({ metadata }) => metadata['quittance_invoice'] ?? '');
  const mailsOf = timesBy(Emails.parse(await simulator.control('emails')), ({ about }) => about);
  const refundsOf = timesBy(
    Refunds.parse(await simulator.control('objects', { type: 'refund' })),
    ({ metadata }) => metadata['quittance_operation'] ?? '',
  );

  // A click that is cut off before its answer proves less: most must have been accepted for certain.
  expect(accepted.drafts.size).toBeGreaterThan(ROUNDS / 5);
  expect(accepted.refunds.size).toBeGreaterThan(ROUNDS / 5);
  for (const id of accepted.drafts) expect([id, issuedOf.get(id)]).toEqual([id, 1]);
  for (const [id, times] of issuedOf) expect([id, times]).toEqual([id, 1]);
  for (const { id, status } of invoices)
    expect([id, status, mailsOf.get(id)]).toEqual([id, expect.stringMatching(/open|paid/), 1]);
  for (const id of accepted.refunds) expect([id, refundsOf.get(`${id}:1`)]).toEqual([id, 1]);
  for (const [mark, times] of refundsOf) expect([mark, times]).toEqual([mark, 1]);
}, 600_000);
