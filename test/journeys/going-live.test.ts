// Test to production checklist: what Stripe and the books can say is checked, the rest is ticked by hand and kept.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startConnected, type Program } from '../support/program.ts';

async function stateOf(program: Program, item: string): Promise<string | undefined> {
  const { items } = await program.call('goLive.get', {});
  return items.find((known) => known.item === item)?.state;
}

/** A program whose Stripe has said what the account may do. */
async function startAsked(): Promise<Program> {
  const program = await startConnected();
  await program.until('Stripe was asked', async () => (await stateOf(program, 'charges')) !== 'unknown');
  return program;
}

describe('Test to production checklist', () => {
  it('says what Stripe says of the account, and what the books hold', async () => {
    const program = await startAsked();
    expect(await stateOf(program, 'live-key')).toBe('to-do');
    expect(await stateOf(program, 'charges')).toBe('done');
    expect(await stateOf(program, 'payouts')).toBe('done');
    expect(await stateOf(program, 'methods')).toBe('done');
    expect(await stateOf(program, 'branding')).toBe('to-do');
    expect(await stateOf(program, 'tax-rates')).toBe('to-do');
    await program.call('taxRates.create', {
      commandId: randomUUID(),
      name: 'VAT',
      percentage: '19',
      inclusive: false,
      country: 'DE',
    });
    expect(await stateOf(program, 'tax-rates')).toBe('done');
    const settings = await program.call('settings.get', {});
    const address = { ...settings.company.address, line1: 'Hafen 1', city: 'Hamburg', country: 'DE' };
    await program.call('settings.save', {
      settings: { ...settings, company: { ...settings.company, name: 'Acme', address } },
    });
    expect(await stateOf(program, 'company')).toBe('done');
  });

  it('keeps what was ticked by hand over a restart, and lets it be taken back', async () => {
    const program = await startConnected();
    expect(await stateOf(program, 'numbering')).toBe('to-do');
    await program.call('goLive.tick', { commandId: randomUUID(), item: 'numbering', done: true });
    await program.restart();
    expect(await stateOf(program, 'numbering')).toBe('done');
    await program.call('goLive.tick', { commandId: randomUUID(), item: 'numbering', done: false });
    expect(await stateOf(program, 'numbering')).toBe('to-do');
  });

  it('keeps what Stripe said last when it can no longer be asked', async () => {
    const program = await startAsked();
    program.simulator.control.faults.script([
      { match: { path: '/v1/account' }, fault: { kind: 'forbidden' } },
    ]);
    await program.restart();
    await program.clock.advance(120_000);
    expect(await stateOf(program, 'charges')).toBe('done');
  });
});
