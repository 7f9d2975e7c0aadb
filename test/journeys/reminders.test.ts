// Payment failures, retries, dunning: reminders are proposed by the schedule and sent only when confirmed, each step once.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { type Program, startConnected } from '../support/program.ts';

const DAY_MS = 86_400_000;

async function openInvoice(program: Program): Promise<string> {
  const written = await writeInvoice(program);
  await clickSend(program, written);
  await program.until(
    'it is open',
    async () => (await program.call('invoices.get', { id: written.draftId })).badge === 'open',
  );
  return written.draftId;
}

async function quiet(program: Program): Promise<void> {
  await program.until(
    'the outbox is empty',
    async () => (await program.call('outbox.list', { view: 'active', limit: 10 })).active === 0,
  );
}

const proposed = async (program: Program) => (await program.call('reminders.list', {})).rows;
const emails = (program: Program): number => program.simulator.control.emails().length;

describe('Payment failures, retries, dunning', () => {
  it('reminders are proposed as the schedule says, sent when confirmed, and never twice for one step', async () => {
    const program = await startConnected();
    const id = await openInvoice(program);
    expect(await proposed(program)).toEqual([]);
    const { dueDate } = await program.call('invoices.get', { id });
    expect(dueDate).not.toBeNull();

    await program.asleep(34 * DAY_MS);
    const [first] = await proposed(program);
    expect(first).toMatchObject({ invoiceId: id, step: 3, remindedBefore: 0 });
    const reminders = [{ invoiceId: id, step: 3 }];
    const click = { commandId: randomUUID(), reminders };
    expect(await program.call('reminders.send', click)).toEqual({ accepted: 1, skipped: [] });
    // The same click, and another click on a list that was not renewed.
    expect(await program.call('reminders.send', click)).toEqual({ accepted: 1, skipped: [] });
    expect(await program.call('reminders.send', { commandId: randomUUID(), reminders })).toEqual({
      accepted: 0,
      skipped: [{ invoiceId: id, reason: 'No reminder is due any more' }],
    });
    await quiet(program);
    expect(emails(program)).toBe(2);
    expect(await proposed(program)).toEqual([]);

    await program.restart();
    await program.asleep(12 * DAY_MS);
    expect(await proposed(program)).toMatchObject([{ invoiceId: id, step: 14, remindedBefore: 1 }]);
    const skip = { commandId: randomUUID(), reminders: [{ invoiceId: id, step: 14 }] };
    expect(await program.call('reminders.skip', skip)).toEqual({ skipped: 1 });
    expect(await proposed(program)).toEqual([]);
    expect(emails(program)).toBe(2);
  });

  it('reminders are proposed again when they were canceled before they went out', async () => {
    const program = await startConnected();
    const id = await openInvoice(program);
    await program.asleep(40 * DAY_MS);
    program.simulator.control.faults.script([{ match: {}, fault: { kind: 'reset', effect: 'none' } }]);
    const reminders = [{ invoiceId: id, step: 3 }];
    await program.call('reminders.send', { commandId: randomUUID(), reminders });
    expect(await proposed(program)).toEqual([]);
    const { operations } = await program.call('outbox.list', { view: 'active', limit: 10 });
    await program.call('outbox.cancel', { commandId: randomUUID(), id: operations[0]?.id ?? '' });
    expect(await proposed(program)).toMatchObject([{ invoiceId: id, step: 3, remindedBefore: 0 }]);
  });

  it('reminders follow the schedule in Settings, and stop when the invoice is paid', async () => {
    const program = await startConnected();
    const id = await openInvoice(program);
    const settings = await program.call('settings.get', {});
    await program.call('settings.save', { settings: { ...settings, reminders: { steps: [-2] } } });
    await program.asleep(28 * DAY_MS);
    expect(await proposed(program)).toMatchObject([{ invoiceId: id, step: -2 }]);
    const { stripeId } = await program.call('invoices.get', { id });
    program.simulator.control.payInvoice({ invoice: stripeId ?? '' });
    await program.until(
      'it is paid',
      async () => (await program.call('invoices.get', { id })).badge === 'paid',
    );
    expect(await proposed(program)).toEqual([]);
  });
});
