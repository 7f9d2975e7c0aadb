// Visa Compelling Evidence 3.0: when a dispute is eligible, and what it takes to qualify.
// Source of every rule: docs.stripe.com/disputes/api/visa-ce3; the fields and their words: SDK Disputes.d.ts.
import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { createCustomer, createOpen, createSubject, DAY, idOf, refusal, type Subject } from './subject.ts';

type Evidence = Stripe.DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3;

interface Case {
  readonly subject: Subject;
  readonly dispute: string;
  /** Ids of the payments before, oldest first. */
  readonly prior: readonly string[];
}

/** The id of the last charge of a customer. */
async function newest(stripe: Stripe, customer: string): Promise<string> {
  const { data } = await stripe.charges.list({ customer, limit: 1 });
  return data[0]?.id ?? '';
}

/** One card pays at each of these numbers of days before it pays what is disputed. */
async function disputedAfter(days: readonly number[], reason = 'fraudulent'): Promise<Case> {
  const subject = createSubject();
  const { stripe, control } = subject;
  const customer = await createCustomer(stripe);
  const { id: card } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const pay = async (): Promise<string> => {
    const { id } = await createOpen(stripe, 10_000, { customer });
    await stripe.invoices.pay(id, { payment_method: card });
    return newest(stripe, customer);
  };
  const prior: string[] = [];
  for (const [index, ago] of days.entries()) {
    prior.push(await pay());
    control.advance({ ms: (ago - (days[index + 1] ?? 0)) * DAY });
  }
  return { subject, dispute: control.dispute({ charge: await pay(), reason }).dispute, prior };
}

async function answer({ subject, dispute }: Case, evidence: Evidence, submit = false) {
  const { evidence_details: details } = await subject.stripe.disputes.update(dispute, {
    evidence: { enhanced_evidence: { visa_compelling_evidence_3: evidence } },
    submit,
  });
  return details.enhanced_eligibility.visa_compelling_evidence_3;
}

async function isEligible({ subject, dispute }: Case): Promise<boolean> {
  const { enhanced_eligibility_types: types } = await subject.stripe.disputes.retrieve(dispute);
  return types.includes('visa_compelling_evidence_3');
}

const buyer = { customer_purchase_ip: '203.0.113.7', customer_email_address: 'anna@example.com' };

const whole = (prior: readonly string[]): Evidence => ({
  disputed_transaction: {
    ...buyer,
    merchandise_or_services: 'services',
    product_description: 'Website care',
  },
  prior_undisputed_transactions: prior.map((charge) => ({
    ...buyer,
    charge,
    product_description: 'Website care',
  })),
});

describe('a dispute is eligible', () => {
  test.each([
    { days: [200, 150], reason: 'fraudulent', eligible: true },
    { days: [365, 120], reason: 'fraudulent', eligible: true },
    { days: [366, 200], reason: 'fraudulent', eligible: false },
    { days: [200, 119], reason: 'fraudulent', eligible: false },
    { days: [200], reason: 'fraudulent', eligible: false },
    { days: [200, 150], reason: 'product_not_received', eligible: false },
  ])('with payments $days days before and the reason $reason: $eligible', async (given) => {
    expect(await isEligible(await disputedAfter(given.days, given.reason))).toBe(given.eligible);
  });

  test('not by payments that were disputed themselves', async () => {
    const { subject, prior } = await disputedAfter([200, 150]);
    const { stripe, control } = subject;
    control.dispute({ charge: prior[0] ?? '' });
    const charge = await stripe.charges.retrieve(prior[1] ?? '');
    const { id } = await createOpen(stripe, 10_000, { customer: idOf(charge.customer) });
    await stripe.invoices.pay(id, { payment_method: charge.payment_method ?? '' });
    const latest = await newest(stripe, idOf(charge.customer));
    const { dispute } = control.dispute({ charge: latest, reason: 'fraudulent' });
    expect(await stripe.disputes.retrieve(dispute)).toMatchObject({
      enhanced_eligibility_types: [],
      evidence_details: { enhanced_eligibility: {} },
    });
  });
});

describe('a dispute qualifies', () => {
  test('once nothing is missing that its required actions name', async () => {
    const story = await disputedAfter([200, 150]);
    const { stripe } = story.subject;
    const { evidence_details: before } = await stripe.disputes.retrieve(story.dispute);
    expect(before.enhanced_eligibility.visa_compelling_evidence_3).toEqual({
      status: 'requires_action',
      required_actions: [
        'missing_customer_identifiers',
        'missing_disputed_transaction_description',
        'missing_merchandise_or_services',
        'missing_prior_undisputed_transaction_description',
        'missing_prior_undisputed_transactions',
      ],
    });
    const { prior_undisputed_transactions: prior = [], disputed_transaction: disputed = {} } = whole(
      story.prior,
    );
    expect(await answer(story, { prior_undisputed_transactions: prior })).toMatchObject({
      required_actions: [
        'missing_customer_identifiers',
        'missing_disputed_transaction_description',
        'missing_merchandise_or_services',
      ],
    });
    expect(await answer(story, { disputed_transaction: disputed })).toEqual({
      status: 'qualified',
      required_actions: [],
    });
    expect(await stripe.disputes.update(story.dispute, { submit: true })).toMatchObject({
      status: 'under_review',
      evidence_details: { has_evidence: true, submission_count: 1 },
      evidence: { enhanced_evidence: { visa_compelling_evidence_3: whole(story.prior) } },
    });
  });

  test.each([
    [
      'two main elements',
      { customer_purchase_ip: '203.0.113.7', customer_device_id: '490154203237518' },
      true,
    ],
    ['one of each', { customer_purchase_ip: '203.0.113.7', customer_account_id: 'anna' }, true],
    ['one main element', { customer_purchase_ip: '203.0.113.7' }, false],
    [
      'secondary elements',
      { customer_email_address: 'anna@example.com', customer_account_id: 'anna' },
      false,
    ],
    [
      'the device in two ways',
      { customer_device_id: '490154203237518', customer_device_fingerprint: 'f0a1b2c3d4e5f6a7b8c9d0' },
      false,
    ],
  ])('by %s: %j', async (_name, identifiers, qualifies) => {
    const story = await disputedAfter([200, 150]);
    const evidence: Evidence = {
      disputed_transaction: {
        ...identifiers,
        merchandise_or_services: 'merchandise',
        product_description: 'A lamp',
      },
      prior_undisputed_transactions: story.prior.map((charge) => ({
        ...identifiers,
        charge,
        product_description: 'A lamp',
      })),
    };
    expect(await answer(story, evidence, true)).toEqual(
      qualifies
        ? { status: 'qualified', required_actions: [] }
        : { status: 'requires_action', required_actions: ['missing_customer_identifiers'] },
    );
  });

  test('by two payments before, not by one named twice, and never by one that does not exist', async () => {
    const story = await disputedAfter([200, 150]);
    const [first = ''] = story.prior;
    expect((await answer(story, whole([first, first])))?.required_actions).toContain(
      'missing_prior_undisputed_transactions',
    );
    expect(await refusal(answer(story, whole([first, 'ch_none'])))).toMatchObject({
      code: 'resource_missing',
      param:
        'evidence[enhanced_evidence][visa_compelling_evidence_3][prior_undisputed_transactions][1][charge]',
    });
  });

  test('no longer once its evidence is cleared', async () => {
    const story = await disputedAfter([200, 150]);
    expect(await answer(story, whole(story.prior))).toMatchObject({ status: 'qualified' });
    const cleared = await story.subject.stripe.disputes.update(story.dispute, {
      evidence: { enhanced_evidence: '' },
      submit: false,
    });
    expect(cleared.evidence.enhanced_evidence).toEqual({});
    expect(cleared.evidence_details).toMatchObject({
      has_evidence: false,
      enhanced_eligibility: { visa_compelling_evidence_3: { status: 'requires_action' } },
    });
  });
});
