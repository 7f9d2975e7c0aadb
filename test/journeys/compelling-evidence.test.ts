// Disputes by Visa Compelling Evidence 3.0: whether one is eligible, the earlier payments that speak for it, and what Stripe makes of it.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NOTHING_SAID } from '../../shared/domain/compelling-evidence.ts';
import { dashboard } from '../support/dashboard.ts';
import {
  answerOf,
  everyIdentifier,
  filled,
  IP,
  partOf,
  writeCompelling,
} from '../support/compelling-story.ts';
import { opened, ordered, paidStory } from '../support/dispute-story.ts';
import type { Program } from '../support/program.ts';
import { visaStory } from '../support/visa-story.ts';

const atStripe = ({ simulator }: Program, id: string) =>
  simulator.control.objects({ type: 'dispute' }).find((dispute) => dispute['id'] === id);

describe('Disputes: Visa Compelling Evidence 3.0', () => {
  it('is offered for an eligible dispute, with what is left to do and the payments that qualify', async () => {
    const { program, dispute, charges } = await visaStory();
    const { eligibility } = await answerOf(program, dispute);
    expect(eligibility).toBe('Eligible, not complete yet');
    const part = await partOf(program, dispute);
    expect(part).toMatchObject({ tone: 'info', title: 'This dispute is eligible', problems: [], said: [] });
    expect(part.actions).toHaveLength(5);
    expect(part.actions).toContain('Choose two earlier payments.');
    // Newest first, and not the one of a month ago.
    expect(part.candidates.map(({ chargeId }) => chargeId)).toEqual(charges.slice(0, 3).toReversed());
    expect(part.candidates[0]).toMatchObject({
      description: 'Website care, part 3',
      email: 'anna@lind.example',
      amount: 24_000,
      currency: 'eur',
      number: expect.any(String),
    });
    expect(part.disputed.description).toBe('Website care and a new form');
    // Where it was shipped to is not where the customer lives.
    expect(part.disputed.shippedTo).toBeNull();
  });

  it('is filled from the books and by the bookkeeper, saved at Stripe, judged there, and submitted once', async () => {
    const { program, dispute, charges } = await visaStory();
    const answer = await filled(program, dispute);
    await writeCompelling(program, dispute, answer);
    expect(await partOf(program, dispute)).toMatchObject({
      title: 'Nothing is missing',
      text: expect.stringContaining('Stripe judges'),
      actions: [],
      answer,
    });
    expect(await answerOf(program, dispute)).toMatchObject({ isChanged: true, isEmpty: false });
    expect((await ordered(program, 'disputes.stage', dispute)).state).toBe('done');
    const told = {
      customer_purchase_ip: IP,
      customer_email_address: 'anna@lind.example',
      customer_device_id: null,
      shipping_address: null,
    };
    expect(atStripe(program, dispute)).toMatchObject({
      status: 'needs_response',
      evidence: {
        enhanced_evidence: {
          visa_compelling_evidence_3: {
            disputed_transaction: {
              ...told,
              merchandise_or_services: 'services',
              product_description: 'Website care and a new form',
            },
            prior_undisputed_transactions: [
              { ...told, charge: charges[2], product_description: 'Website care, part 3' },
              { ...told, charge: charges[1], product_description: 'Website care, part 2' },
            ],
          },
        },
      },
    });
    expect(await answerOf(program, dispute)).toMatchObject({
      eligibility: 'Eligible, and qualified',
      isChanged: false,
      compelling: { tone: 'good', title: 'It qualifies', actions: [], answer },
    });
    expect((await ordered(program, 'disputes.submit', dispute)).state).toBe('done');
    expect(atStripe(program, dispute)).toMatchObject({
      status: 'under_review',
      evidence_details: {
        submission_count: 1,
        enhanced_eligibility: { visa_compelling_evidence_3: { status: 'qualified' } },
      },
    });
    const { said } = await partOf(program, dispute);
    expect(said).toContainEqual({ name: 'IP address', text: IP });
    expect(said.filter(({ name }) => name.startsWith('Earlier payment'))).toHaveLength(2);
  });

  it('is replaced as a whole when it was saved before, and taken back when it is emptied', async () => {
    const { program, dispute, charges } = await visaStory();
    const answer = await filled(program, dispute);
    const shippedTo = {
      line1: 'Hamngatan 2',
      line2: '',
      postalCode: '211 22',
      city: 'Malmö',
      state: '',
      country: 'SE',
    };
    await writeCompelling(program, dispute, { ...answer, goods: 'merchandise', shippedTo });
    await ordered(program, 'disputes.stage', dispute);
    expect((await partOf(program, dispute)).answer.shippedTo).toEqual(shippedTo);
    const [first] = answer.priors;
    const less = {
      ...answer,
      goods: null,
      priors: [{ chargeId: charges[0] ?? '', description: 'Design' }, ...(first ? [first] : [])],
    };
    await writeCompelling(program, dispute, less);
    expect(await partOf(program, dispute)).toMatchObject({
      title: 'Not complete yet',
      actions: ['Say whether goods or services were sold.'],
    });
    const operation = await ordered(program, 'disputes.stage', dispute);
    expect(operation.state).toBe('done');
    expect(operation.steps).toHaveLength(2);
    // Nothing of the first is left over.
    expect(await partOf(program, dispute)).toMatchObject({
      title: 'This dispute is eligible',
      answer: less,
      actions: ['Say whether goods or services were sold.'],
    });
    await writeCompelling(program, dispute, {
      ...answer,
      goods: null,
      description: '',
      priors: [],
      identifiers: everyIdentifier(''),
    });
    await ordered(program, 'disputes.stage', dispute);
    expect(atStripe(program, dispute)).toMatchObject({ evidence: { enhanced_evidence: {} } });
    expect(await program.refusal('disputes.submit', { commandId: randomUUID(), id: dispute })).toMatchObject({
      code: 'empty',
    });
  });

  it('is said once more as it is submitted, whatever has become of it at Stripe meanwhile', async () => {
    const { program, dispute } = await visaStory();
    await writeCompelling(program, dispute, await filled(program, dispute));
    await ordered(program, 'disputes.stage', dispute);
    const { evidence } = atStripe(program, dispute) ?? {};
    // Somebody empties it in the dashboard, and no event has told of it yet.
    const emptied = { evidence: { enhanced_evidence: '' as const }, submit: false };
    await dashboard(program.simulator).disputes.update(dispute, emptied);
    expect((await ordered(program, 'disputes.submit', dispute)).state).toBe('done');
    expect(atStripe(program, dispute)).toMatchObject({ status: 'under_review', evidence });
  });

  it('leaves no address of the disputed payment alone, which nobody saw here', async () => {
    const { program, dispute } = await visaStory();
    const there = {
      disputed_transaction: {
        product_description: 'A form',
        shipping_address: { line1: 'Hamngatan 2', city: 'Malmö', country: 'SE', postal_code: '211 22' },
      },
    };
    const { priors } = await filled(program, dispute);
    await dashboard(program.simulator).disputes.update(dispute, {
      evidence: {
        enhanced_evidence: {
          visa_compelling_evidence_3: {
            ...there,
            prior_undisputed_transactions: priors.map(({ chargeId }) => ({ charge: chargeId })),
          },
        },
      },
      submit: false,
    });
    await program.until(
      'it has been heard',
      async () => (await partOf(program, dispute)).answer.priors.length === 2,
    );
    await writeCompelling(
      program,
      dispute,
      await partOf(program, dispute).then(({ answer }) => ({ ...answer, description: 'A new form' })),
    );
    expect((await ordered(program, 'disputes.submit', dispute)).state).toBe('done');
    expect(atStripe(program, dispute)).toMatchObject({
      evidence: {
        enhanced_evidence: {
          visa_compelling_evidence_3: {
            disputed_transaction: { product_description: 'A new form', shipping_address: null },
          },
        },
      },
    });
  });

  it('is not offered, and says why, where Stripe knows of fewer than two payments', async () => {
    const { program, dispute } = await visaStory([200, 30]);
    const { compelling, eligibility } = await answerOf(program, dispute);
    expect(compelling).toBeNull();
    expect(eligibility).toMatch(/^Not eligible/);
    expect(
      await program.refusal('disputes.write', { id: dispute, texts: {}, compelling: NOTHING_SAID }),
    ).toMatchObject({ kind: 'wrong-state', code: 'not-eligible' });
    const other = await paidStory();
    const id = await opened(other, { reason: 'product_not_received' });
    expect(await answerOf(other.program, id)).toMatchObject({ compelling: null, eligibility: null });
  });

  it('that was never sent does not go along with an appeal, where nobody sees it', async () => {
    const { program, dispute } = await visaStory();
    const answer = await filled(program, dispute);
    const identifiers = { ...answer.identifiers, customer_purchase_ip: 'no address' };
    await writeCompelling(program, dispute, { ...answer, identifiers });
    program.simulator.control.decideDispute({ dispute, status: 'lost' });
    program.simulator.control.offerAppeal({ dispute });
    await program.until(
      'the appeal is offered',
      async () => (await program.call('disputes.get', { id: dispute })).status === 'appeal_needs_response',
    );
    expect(await answerOf(program, dispute)).toMatchObject({ isChanged: false, isEmpty: true });
    await program.call('disputes.write', { id: dispute, texts: { appeal_reason: 'It was the customer.' } });
    expect((await ordered(program, 'disputes.submit', dispute)).state).toBe('done');
    expect(atStripe(program, dispute)).toMatchObject({
      status: 'appeal_under_review',
      evidence: { enhanced_evidence: {} },
    });
  });

  it('ends with the first decision: an appeal is argued by nothing else', async () => {
    const { program, dispute } = await visaStory();
    await writeCompelling(program, dispute, await filled(program, dispute));
    await ordered(program, 'disputes.submit', dispute);
    program.simulator.control.decideDispute({ dispute, status: 'lost' });
    program.simulator.control.offerAppeal({ dispute });
    await program.until(
      'the appeal is offered',
      async () => (await program.call('disputes.get', { id: dispute })).status === 'appeal_needs_response',
    );
    expect(await answerOf(program, dispute)).toMatchObject({
      refusal: null,
      compelling: null,
      isEmpty: true,
    });
    expect(await program.refusal('disputes.submit', { commandId: randomUUID(), id: dispute })).toMatchObject({
      code: 'empty',
    });
    await program.call('disputes.write', { id: dispute, texts: { appeal_reason: 'It was the customer.' } });
    expect(await answerOf(program, dispute)).toMatchObject({ isEmpty: false });
    expect((await ordered(program, 'disputes.submit', dispute)).state).toBe('done');
  });
});
