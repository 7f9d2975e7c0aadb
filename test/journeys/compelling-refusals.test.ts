// Visa Compelling Evidence 3.0: what Stripe or the bank would not take is refused with the reason, and Stripe's own refusal is told in its words.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type CompellingAnswer,
  everyIdentifier,
  filled,
  partOf,
  writeCompelling,
} from '../support/compelling-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { ordered } from '../support/dispute-story.ts';
import { visaStory } from '../support/visa-story.ts';

describe('Disputes: Visa Compelling Evidence 3.0', () => {
  it('does not take payments that were disputed, refunded as fraud, or belong to others', async () => {
    const { program, dispute, charges } = await visaStory();
    const [oldest = '', middle = '', newest = '', recent = ''] = charges;
    program.simulator.control.dispute({ charge: newest, reason: 'fraudulent', kind: 'inquiry' });
    await dashboard(program.simulator).refunds.create({ charge: middle, reason: 'fraudulent' });
    await program.until(
      'it has been heard',
      async () => (await partOf(program, dispute)).candidates.length === 1,
    );
    const part = await partOf(program, dispute);
    expect(part.candidates.map(({ chargeId }) => chargeId)).toEqual([oldest]);
    const prior = (chargeId: string) => ({ ...part.answer, priors: [{ chargeId, description: 'x' }] });
    for (const chargeId of [newest, middle, recent, 'ch_of_somebody_else'])
      expect(
        await program.refusal('disputes.write', { id: dispute, texts: {}, compelling: prior(chargeId) }),
        chargeId,
      ).toMatchObject({
        issues: [{ path: 'compelling.priors.0', message: expect.stringContaining('cannot speak') }],
      });
    const twice = {
      ...part.answer,
      priors: [oldest, oldest].map((chargeId) => ({ chargeId, description: 'x' })),
    };
    expect(
      await program.refusal('disputes.write', { id: dispute, texts: {}, compelling: twice }),
    ).toMatchObject({ issues: [{ path: 'compelling.priors' }] });
  });

  it('says so when a chosen payment is disputed meanwhile, and then nothing is queued', async () => {
    const { program, dispute } = await visaStory();
    const answer = await filled(program, dispute);
    await writeCompelling(program, dispute, answer);
    program.simulator.control.dispute({ charge: answer.priors[0]?.chargeId ?? '' });
    await program.until(
      'it has been heard',
      async () => (await partOf(program, dispute)).problems.length === 1,
    );
    expect(await program.refusal('disputes.submit', { commandId: randomUUID(), id: dispute })).toMatchObject({
      kind: 'wrong-state',
      message: 'A chosen payment does not qualify any more: choose another one.',
    });
    expect((await program.call('outbox.list', { view: 'active', limit: 5 })).active).toBe(0);
  });

  it('is refused before anything is queued where Stripe would not take it', async () => {
    const { program, dispute } = await visaStory();
    const answer = await filled(program, dispute);
    const { identifiers } = answer;
    const address = { ...answer.shippedTo, line1: 'Hamngatan 2', postalCode: '211 22', city: 'Malmö' };
    const wrong: readonly (readonly [string, CompellingAnswer, RegExp])[] = [
      [
        'customer_purchase_ip',
        { ...answer, identifiers: { ...identifiers, customer_purchase_ip: '203.0.113' } },
        /no IP address/,
      ],
      [
        'customer_device_id',
        { ...answer, identifiers: { ...identifiers, customer_device_id: '4901' } },
        /15 characters/,
      ],
      [
        'customer_device_fingerprint',
        { ...answer, identifiers: { ...identifiers, customer_device_fingerprint: '490154203237518' } },
        /20 characters/,
      ],
      [
        'customer_email_address',
        { ...answer, identifiers: { ...identifiers, customer_email_address: 'anna' } },
        /no e-mail/,
      ],
      ['shippedTo.country', { ...answer, shippedTo: address }, /whole address/],
    ];
    for (const [field, compelling, reason] of wrong) {
      await writeCompelling(program, dispute, compelling);
      expect((await partOf(program, dispute)).problems, field).toEqual([
        { field, message: expect.stringMatching(reason) },
      ]);
      expect(await partOf(program, dispute), field).toMatchObject({
        title: 'Not complete yet',
        actions: ['Put right what is marked below.'],
      });
      for (const call of ['disputes.stage', 'disputes.submit'] as const)
        expect(await program.refusal(call, { commandId: randomUUID(), id: dispute }), field).toMatchObject({
          message: expect.stringMatching(reason),
        });
    }
    const long = { ...answer, description: 'x'.repeat(20_001) };
    expect(
      await program.refusal('disputes.write', { id: dispute, texts: {}, compelling: long }),
    ).toMatchObject({
      issues: [{ path: 'compelling.description', message: expect.stringContaining('20,000') }],
    });
    // The same identifiers go with each of three payments, and count three times.
    const much = everyIdentifier('x'.repeat(12_000));
    expect(
      await program.refusal('disputes.write', {
        id: dispute,
        texts: {},
        compelling: { ...answer, identifiers: much },
      }),
    ).toMatchObject({
      issues: [
        {
          path: 'compelling.identifiers.customer_email_address',
          message: expect.stringContaining('150,000'),
        },
      ],
    });
    expect((await program.call('outbox.list', { view: 'active', limit: 5 })).active).toBe(0);
  });

  it('shows Stripe’s own words when Stripe refuses it, and keeps what was written', async () => {
    const { program, dispute } = await visaStory();
    const answer = await filled(program, dispute);
    await program.call('disputes.write', {
      id: dispute,
      texts: { customer_name: 'x'.repeat(15_000) },
      compelling: answer,
    });
    // Somebody writes much in the dashboard, and no event has told of it yet.
    const much = 'x'.repeat(20_000);
    const texts = {
      access_activity_log: much,
      billing_address: much,
      cancellation_rebuttal: much,
      product_description: much,
      refund_refusal_explanation: much,
      shipping_address: much,
      uncategorized_text: much,
    };
    await dashboard(program.simulator).disputes.update(dispute, { evidence: texts, submit: false });
    const { state, explanation } = await ordered(program, 'disputes.submit', dispute);
    expect(state).toBe('failed');
    expect(explanation).toContain(
      'The combined character count of all evidence fields is limited to 150,000.',
    );
    expect((await partOf(program, dispute)).answer).toEqual(answer);
    const [there] = program.simulator.control.objects({ type: 'dispute' });
    expect(there).toMatchObject({ evidence: { enhanced_evidence: {} } });
  });
});
