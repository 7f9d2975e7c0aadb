// Disputes: the money held, the business's answer, and every way in which a case ends.
import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import {
  createCustomer,
  createOpen,
  createPaid,
  createSubject,
  DAY,
  eventTypes,
  idOf,
  refusal,
  type Subject,
} from './subject.ts';

type Opened = Parameters<Subject['control']['dispute']>[0];

async function disputed(
  { stripe, control }: Subject,
  how: Omit<Opened, 'charge'> = {},
): Promise<{ readonly id: string; readonly intent: string; readonly charge: string }> {
  const { intent } = await createPaid(stripe, control, 10_000);
  const charge = idOf(intent.latest_charge);
  return { id: control.dispute({ charge, ...how }).dispute, intent: intent.id, charge };
}

async function disputeEvents(stripe: Stripe): Promise<readonly string[]> {
  return (await eventTypes(stripe))
    .filter((type) => type.startsWith('charge.dispute.'))
    .map((type) => type.slice('charge.dispute.'.length));
}

describe('a chargeback', () => {
  // Source: stripe.md 3.3 (events, money held); docs.stripe.com/testing#disputes (winning_evidence).
  test('holds the money with a fee, and gives it back when it is won', async () => {
    const subject = createSubject();
    const { stripe } = subject;
    const { id, intent } = await disputed(subject, { reason: 'fraudulent' });
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: 'needs_response',
      amount: 10_000,
      balance_transactions: [{ amount: -10_000, fee: 2000, net: -12_000 }],
      payment_method_details: { card: { case_type: 'chargeback', network_reason_code: '10.4' } },
    });
    expect(await refusal(stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
      code: 'charge_disputed',
    });
    const won = await stripe.disputes.update(id, { evidence: { uncategorized_text: 'winning_evidence' } });
    expect(won).toMatchObject({
      status: 'won',
      evidence_details: { has_evidence: true, submission_count: 1, submission_method: 'manual' },
    });
    expect(won.balance_transactions.map(({ amount, fee }) => [amount, fee])).toEqual([
      [-10_000, 2000],
      [10_000, 0],
    ]);
    expect(await disputeEvents(stripe)).toEqual([
      'created',
      'funds_withdrawn',
      'updated',
      'updated',
      'funds_reinstated',
      'closed',
    ]);
  });

  test('that was won gives the fee back under the other rule', async () => {
    const subject = createSubject({ rules: { wonDisputeFee: 'returned', disputePrefix: 'dp' } });
    const { id } = await disputed(subject);
    expect(id).toMatch(/^dp_/);
    subject.control.decideDispute({ dispute: id, status: 'won' });
    const { balance_transactions: moved } = await subject.stripe.disputes.retrieve(id);
    expect(moved.reduce((sum, { net }) => sum + net, 0)).toBe(0);
  });

  // Source: SDK Disputes.d.ts submit ("the default" is true; false keeps the evidence).
  test('is answered when the evidence is complete', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id } = await disputed(subject);
    expect(await refusal(stripe.disputes.update(id, { submit: true }))).toMatchObject({ statusCode: 400 });
    const staged = await stripe.disputes.update(id, {
      evidence: { product_description: 'A logo' },
      submit: false,
    });
    expect(staged).toMatchObject({
      status: 'needs_response',
      evidence_details: { has_evidence: true, submission_count: 0, submission_method: 'not_submitted' },
    });
    expect((await stripe.disputes.update(id, { metadata: { op: '1' } })).status).toBe('needs_response');
    const sent = await stripe.disputes.update(id, { submit: true });
    expect(sent).toMatchObject({
      status: 'under_review',
      evidence: { product_description: 'A logo' },
      evidence_details: { submission_count: 1, past_due: false },
    });
    expect(await refusal(stripe.disputes.update(id, { evidence: { customer_name: 'Anna' } }))).toMatchObject({
      statusCode: 400,
    });
    control.decideDispute({ dispute: id, status: 'lost' });
    expect((await stripe.disputes.retrieve(id)).status).toBe('lost');
    expect(() => control.decideDispute({ dispute: id, status: 'won' })).toThrow('already closed');
  });

  // Source: SDK Disputes.d.ts close (needs_response becomes lost, irreversibly).
  test('is lost by giving in', async () => {
    const subject = createSubject();
    const { stripe } = subject;
    const { id, intent } = await disputed(subject);
    expect((await stripe.disputes.close(id)).status).toBe('lost');
    expect(await refusal(stripe.disputes.close(id))).toMatchObject({ statusCode: 400 });
    expect((await stripe.disputes.list({ payment_intent: intent })).data.map((each) => each.id)).toEqual([
      id,
    ]);
    expect(await refusal(stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
      code: 'charge_disputed',
    });
  });

  // Source: SDK Disputes.d.ts evidence_details.due_by and past_due; whether silence loses is not known for certain, so both.
  test.each([
    ['lost', 'lost', 0],
    ['stays_open', 'under_review', 1],
  ] as const)('that nobody answers in time %s', async (unansweredDispute, status, submissions) => {
    const subject = createSubject({ rules: { unansweredDispute } });
    const { stripe, control } = subject;
    const { id } = await disputed(subject);
    control.advance({ ms: 10 * DAY });
    await stripe.disputes.update(id, { evidence: { customer_name: 'Anna' } }).catch(() => undefined);
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status,
      evidence_details: { submission_count: submissions, past_due: submissions === 1 },
    });
  });

  test('can be of a part, and of a kind that cannot be answered', async () => {
    const subject = createSubject();
    const { id } = await disputed(subject, { amount: 2500, answerable: false });
    expect(await subject.stripe.disputes.retrieve(id)).toMatchObject({
      amount: 2500,
      status: 'under_review',
      evidence_details: { due_by: null },
      balance_transactions: [{ amount: -2500 }],
    });
  });

  test('is decided by the bank after a while where banks decide', async () => {
    const subject = createSubject({ disputesDecidedAfterDays: 60 });
    const { stripe, control } = subject;
    const { id } = await disputed(subject);
    await stripe.disputes.update(id, { evidence: { customer_name: 'Anna' } });
    control.advance({ ms: 59 * DAY });
    expect((await stripe.disputes.retrieve(id)).status).toBe('under_review');
    control.advance({ ms: 2 * DAY });
    expect(['won', 'lost']).toContain((await stripe.disputes.retrieve(id)).status);
  });

  // Source: CHANGELOG 23.1.0 (appeal_needs_response, appeal_under_review); SDK Disputes.d.ts Evidence.Appeal.
  test('that was lost can be appealed when the network allows it', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id } = await disputed(subject);
    expect(() => control.offerAppeal({ dispute: id })).toThrow('Only a lost dispute');
    await stripe.disputes.close(id);
    control.offerAppeal({ dispute: id });
    expect((await stripe.disputes.retrieve(id)).status).toBe('appeal_needs_response');
    const appealed = await stripe.disputes.update(id, {
      evidence: { appeal: { card: { reason_for_filing: 'The parcel was signed for' } } },
      submit: true,
    });
    expect(appealed).toMatchObject({
      status: 'appeal_under_review',
      evidence: { appeal: { card: { reason_for_filing: 'The parcel was signed for' } } },
    });
    control.decideDispute({ dispute: id, status: 'won' });
    expect((await stripe.disputes.retrieve(id)).balance_transactions).toHaveLength(2);
  });

  // Source: SDK Disputes.d.ts status `prevented`, case_type `resolution`.
  test('can be prevented by the network, which takes the money and closes it', async () => {
    const subject = createSubject();
    const { id } = await disputed(subject, { kind: 'prevented' });
    expect(await subject.stripe.disputes.retrieve(id)).toMatchObject({
      status: 'prevented',
      balance_transactions: [{ amount: -10_000 }],
      payment_method_details: { card: { case_type: 'resolution' } },
    });
    expect(await disputeEvents(subject.stripe)).toEqual(['created', 'funds_withdrawn', 'closed']);
  });

  // Source: docs.stripe.com/payments/sepa-debit (disputes are final); stripe.md 8 (DE35…002).
  test.each(['lost', 'needs_response'] as const)('of a debit is %s', async (debitDispute) => {
    const { stripe, control } = createSubject({ rules: { debitDispute } });
    const customer = await createCustomer(stripe);
    const { id } = await stripe.paymentMethods.create({
      type: 'sepa_debit',
      sepa_debit: { iban: 'DE35370400440532013002' },
      billing_details: { name: 'Anna Lind', email: 'anna@lind.example' },
    });
    await stripe.paymentMethods.attach(id, { customer });
    const open = await createOpen(stripe, 5000, { customer });
    await stripe.invoices.pay(open.id, { payment_method: id });
    control.advance({ ms: 16_000 });
    const [dispute] = (await stripe.disputes.list()).data;
    expect(dispute).toMatchObject({ status: debitDispute, amount: 5000 });
    expect(dispute?.payment_method_details).toBeUndefined();
  });
});

describe('an inquiry', () => {
  // Source: docs.stripe.com/disputes/how-disputes-work#inquiries (no money is held; over after 120 days).
  test('holds no money and ends by itself', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id } = await disputed(subject, { kind: 'inquiry' });
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: 'warning_needs_response',
      balance_transactions: [],
      is_charge_refundable: true,
    });
    expect(await stripe.disputes.update(id, { evidence: { customer_name: 'Anna' } })).toMatchObject({
      status: 'warning_under_review',
    });
    control.advance({ ms: 121 * DAY });
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: 'warning_closed',
      balance_transactions: [],
    });
  });

  // Source: docs.stripe.com/testing#disputes (escalate_inquiry_evidence).
  test('becomes a chargeback that holds the money', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const first = await disputed(subject, { kind: 'inquiry' });
    const escalated = await stripe.disputes.update(first.id, {
      evidence: { uncategorized_text: 'escalate_inquiry_evidence' },
    });
    expect(escalated).toMatchObject({
      status: 'needs_response',
      balance_transactions: [{ amount: -10_000 }],
      payment_method_details: { card: { case_type: 'chargeback' } },
    });
    const second = await disputed(subject, { kind: 'inquiry' });
    control.escalateDispute({ dispute: second.id });
    expect((await stripe.disputes.retrieve(second.id)).status).toBe('needs_response');
    expect((await disputeEvents(stripe)).filter((type) => type === 'funds_withdrawn')).toHaveLength(2);
  });

  // Source: SDK Disputes.d.ts is_charge_refundable ("after the payment has been fully refunded, no further funds are withdrawn").
  test('ends with a full refund', async () => {
    const subject = createSubject();
    const { stripe } = subject;
    const { id, intent } = await disputed(subject, { kind: 'inquiry' });
    await stripe.refunds.create({ payment_intent: intent, amount: 4000 });
    expect((await stripe.disputes.retrieve(id)).status).toBe('warning_needs_response');
    await stripe.refunds.create({ payment_intent: intent });
    expect((await stripe.disputes.retrieve(id)).status).toBe('warning_closed');
  });
});
