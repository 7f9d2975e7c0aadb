// GDPR: what Visa Compelling Evidence 3.0 says of a customer, such as an IP address and a device, is in no log, is handed to them, and is erased with them.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type CompellingAnswer, filled, IP, writeCompelling } from '../support/compelling-story.ts';
import { ordered } from '../support/dispute-story.ts';
import { logsOf, whereKept } from '../support/personal-data-story.ts';
import { type Program, TEST_KEY } from '../support/program.ts';
import { type VisaStory, visaStory } from '../support/visa-story.ts';

const DEVICE = '490154203237518';
const FINGERPRINT = 'f0a1b2c3d4e5f6a7b8c9d0';
const ACCOUNT = 'anna-lind-1987';
const STREET = 'Hamngatan 22';
const CANARIES = [IP, DEVICE, FINGERPRINT, ACCOUNT, STREET];

async function revealing({ program, dispute }: VisaStory): Promise<CompellingAnswer> {
  const answer = await filled(program, dispute);
  return {
    ...answer,
    identifiers: {
      ...answer.identifiers,
      customer_device_id: DEVICE,
      customer_device_fingerprint: FINGERPRINT,
      customer_account_id: ACCOUNT,
    },
    shippedTo: { line1: STREET, line2: '', postalCode: '211 22', city: 'Malmö', state: '', country: 'SE' },
  };
}

async function erase(program: Program): Promise<void> {
  const { rows } = await program.call('customers.find', { text: 'Anna Lind' });
  const id = rows[0]?.id ?? '';
  await program.call('customers.erase', { commandId: randomUUID(), id });
  await program.until(
    'the customer is erased',
    async () => (await program.call('customers.get', { id })).erasedAt !== null,
  );
}

/** The books are locked while the program has them open. */
async function kept(program: Program): Promise<readonly string[]> {
  const places: string[] = [];
  await program.restart(() => {
    places.push(...CANARIES.flatMap((canary) => whereKept(program, canary)));
  });
  return [...new Set(places)].toSorted();
}

describe('GDPR, PCI: compelling evidence', () => {
  it('that was submitted is in no log, and is gone with the customer', async () => {
    const story = await visaStory();
    const { program, dispute } = story;
    await writeCompelling(program, dispute, await revealing(story));
    await ordered(program, 'disputes.stage', dispute);
    await writeCompelling(program, dispute, { ...(await revealing(story)), goods: 'merchandise' });
    await ordered(program, 'disputes.submit', dispute);
    expect(await kept(program)).toEqual(['outbox', 'stripe_object:dispute']);
    program.simulator.control.decideDispute({ dispute, status: 'won' });
    await program.until(
      'it is won',
      async () => (await program.call('disputes.get', { id: dispute })).status === 'won',
    );
    await erase(program);
    expect(await kept(program)).toEqual([]);
    expect((await program.call('disputes.get', { id: dispute })).answer.compelling?.said ?? []).toEqual([]);
    const logs = logsOf(program);
    expect(logs).toContain('disputes.update');
    for (const canary of CANARIES) expect(logs, canary).not.toContain(canary);
  });

  it('that Stripe refused is in no log either', async () => {
    const story = await visaStory();
    const { program, dispute } = story;
    await writeCompelling(program, dispute, await revealing(story));
    program.simulator.control.restrictKey({ key: TEST_KEY, permissions: ['dispute_read'] });
    const { operationId } = await program.call('disputes.submit', { commandId: randomUUID(), id: dispute });
    await program.until(
      'it was refused',
      async () => (await program.call('outbox.get', { id: operationId ?? '' })).state !== 'queued',
    );
    const { rows } = await program.call('requests.list', { show: 'errors', limit: 10 });
    expect(rows.map(({ operation }) => operation)).toContain('disputes.update');
    for (const canary of CANARIES)
      expect(JSON.stringify([rows, program.logLines]), canary).not.toContain(canary);
  });

  it('that was never sent is handed to the customer, and gone with them', async () => {
    const story = await visaStory();
    const { program, dispute } = story;
    await writeCompelling(program, dispute, await revealing(story));
    expect(await kept(program)).toEqual(['dispute_answer']);
    const { rows } = await program.call('customers.find', { text: 'Anna Lind' });
    const saved = await program.call('customers.exportData', {
      commandId: randomUUID(),
      id: rows[0]?.id ?? '',
    });
    const exported = new TextDecoder().decode(
      program.savedFiles.get(saved.kind === 'saved' ? saved.name : ''),
    );
    for (const canary of CANARIES) expect(exported, canary).toContain(canary);
    program.simulator.control.decideDispute({ dispute, status: 'lost' });
    await program.until(
      'it is lost',
      async () => (await program.call('disputes.get', { id: dispute })).status === 'lost',
    );
    await erase(program);
    expect(await kept(program)).toEqual([]);
  });
});
