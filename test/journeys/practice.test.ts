// Test cards, sandbox, simulating events: in the sample books the bookkeeper acts as the customer and lets time pass.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTransports } from '../../main/hosts/common/transports.ts';
import type { PracticeOutcome } from '../../shared/contract/practice.ts';
import { type Program, startProgram } from '../support/program.ts';
import { createVirtualClock, NOON, type VirtualClock } from '../support/virtual-clock.ts';

let clock: VirtualClock;
let program: Program;

beforeEach(async () => {
  clock = createVirtualClock(NOON);
  program = await startProgram({ ports: { clock, stripe: createTransports({ stripeApi: null, clock }) } });
  await program.call('books.openSample', { commandId: randomUUID() });
  await until('the first synchronisation', async () => {
    const { phase, lastPolledAt } = await program.call('sync.status', {});
    return phase === 'idle' && lastPolledAt !== null;
  });
});

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let second = 0; second < 3600; second += 1) {
    if (await holds()) return;
    await clock.advance(1000);
  }
  throw new Error(`It never happened: ${what}`);
}

async function advance(days: number): Promise<string> {
  const passed = program.call('practice.advance', { commandId: randomUUID(), days });
  await clock.advance(1000);
  return (await passed).day;
}

/** An open invoice in euros with nothing paid on it. */
async function openInvoice(): Promise<string> {
  const { rows } = await program.call('invoices.list', {
    filter: { tab: 'open', currency: 'eur', badge: 'open' },
    sort: { by: 'issue', direction: 'desc' },
    page: { offset: 0, limit: 10 },
  });
  const found = rows.find((row) => row.balanceDue === row.total);
  if (!found) throw new Error('The sample company has an open invoice');
  return found.id;
}

const pay = (invoiceId: string, outcome: PracticeOutcome) =>
  program.call('practice.pay', { commandId: randomUUID(), invoiceId, outcome });

describe('Test cards, sandbox, simulating events', () => {
  it('pays an invoice as the customer, with each outcome of the guide’s table', async () => {
    const invoiceId = await openInvoice();
    const { outcomes } = await program.call('practice.outcomes', { invoiceId });
    expect(outcomes).toEqual(
      expect.arrayContaining([
        'succeeded',
        'declined',
        'authentication_required',
        'insufficient_funds',
        'lost_card',
      ]),
    );
    for (const outcome of ['declined', 'insufficient_funds', 'lost_card'] as const) {
      expect((await pay(invoiceId, outcome)).declined, outcome).not.toBeNull();
    }
    expect((await program.call('invoices.get', { id: invoiceId })).badge).toBe('open');
    const click = { commandId: randomUUID(), invoiceId, outcome: 'succeeded' } as const;
    expect(await program.call('practice.pay', click)).toEqual({ declined: null });
    // The same click once more is the same payment.
    expect(await program.call('practice.pay', click)).toEqual({ declined: null });
    await until(
      'it is paid',
      async () => (await program.call('invoices.get', { id: invoiceId })).badge === 'paid',
    );
    expect((await program.call('practice.outcomes', { invoiceId })).outcomes).toEqual([]);
  });

  it('lets time pass: due dates, payouts and the day of every list move on, and stay so after a restart', async () => {
    const before = await program.call('home.get', {});
    expect(await program.call('practice.state', {})).toEqual({ day: before.today, canAdvance: true });
    const day = await advance(45);
    expect(day).toBe('2026-07-30');
    await until(
      'what happened has arrived',
      async () => (await program.call('sync.status', {})).phase === 'idle',
    );
    const after = await program.call('home.get', {});
    expect(after.today).toBe(day);
    expect(after.pastDue).not.toEqual(before.pastDue);
    await program.restart();
    expect((await program.call('home.get', {})).today).toBe(day);
  });

  it('is not to be had where Stripe is real', async () => {
    const other = await startProgram();
    await other.call('stripe.connect', { commandId: randomUUID(), key: 'sk_test_4eC39HqLyjWDarjtT1zdp7dc' });
    expect((await other.call('practice.state', {})).canAdvance).toBe(false);
    expect(await other.refusal('practice.advance', { commandId: randomUUID(), days: 1 })).toMatchObject({
      kind: 'wrong-state',
      code: 'not-practice',
    });
  });
});
