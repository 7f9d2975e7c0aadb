// A year in the life of the sample business: what its bookkeeper, its customers, their banks and Stripe's dashboard do, fortnight by fortnight.
import { randomUUID } from 'node:crypto';
import type { CustomerOutcome } from '../../main/simulator/options.ts';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import type { InvoiceBadge } from '../../shared/contract/invoices.ts';
import { create, creation } from './correction-story.ts';
import { dashboard } from './dashboard.ts';
import { idOf } from './id-of.ts';
import type { Program } from './program.ts';
import { begin, fieldsFor } from './subscriptions.ts';

type Invoice = CallOutput<'invoices.list'>['rows'][number];
type Act = (program: Program) => Promise<void>;

/** The newest invoice in euros that stands so and has something more. */
async function newest(
  program: Program,
  badge: InvoiceBadge,
  has: (row: Invoice) => boolean = () => true,
): Promise<Invoice> {
  const { rows } = await program.call('invoices.list', {
    filter: { badge, currency: 'eur' },
    sort: { by: 'issue', direction: 'desc' },
    page: { offset: 0, limit: 100 },
  });
  const found = rows.find((row) => row.customerId !== null && has(row));
  if (!found) throw new Error(`The sample business has no such invoice that is ${badge}`);
  return found;
}

const paidByStripe = (program: Program): Promise<Invoice> =>
  newest(program, 'paid', ({ paidOutsideStripe, amountPaid }) => !paidOutsideStripe && amountPaid > 5_000);

/** The newest that nobody has paid anything of, past its due day or not. */
async function unpaid(program: Program): Promise<Invoice> {
  const whole = ({ amountPaid, total, balanceDue }: Invoice): boolean =>
    amountPaid === 0 && balanceDue === total;
  return newest(program, 'open', whole).catch(() => newest(program, 'past-due', whole));
}

/** What belongs to a recurring invoice is not written once more. */
async function oneOff(program: Program): Promise<Invoice> {
  const { rows } = await program.call('recurring.list', {
    filter: {},
    sort: { by: 'created', direction: 'desc' },
    page: { offset: 0, limit: 200 },
  });
  const recurring = new Set(rows.map(({ customerId }) => customerId));
  return newest(program, 'paid', ({ customerId }) => !recurring.has(customerId));
}

/** Writes the same once more and sends it; what the customers of the sample business do is pay. */
const sendsAgain: Act = async (program) => {
  const { id: copyOf, customerId } = await oneOff(program);
  const draft = await program.call('drafts.create', { commandId: randomUUID(), customerId, copyOf });
  const { totals } = await program.call('drafts.review', { id: draft.id });
  await program.call('drafts.send', {
    commandId: randomUUID(),
    id: draft.id,
    revision: draft.revision,
    email: true,
    total: { amount: totals.total, currency: totals.currency },
  });
};

/** An invoice that nobody pays by itself: made in the dashboard, to be paid in any way. */
const billsInTheDashboard: Act = async (program) => {
  const stripe = dashboard(program.simulator);
  const { rows } = await program.call('customers.list', {
    filter: {},
    sort: { by: 'invoices', direction: 'desc' },
    page: { offset: 0, limit: 1 },
  });
  const draft = await stripe.invoices.create({
    customer: rows[0]?.stripeId ?? '',
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 30,
    payment_settings: { payment_method_types: ['card', 'sepa_debit', 'customer_balance'] },
  });
  await stripe.invoices.addLines(draft.id, {
    lines: [
      { description: 'Signage', amount: 48_000 },
      { description: 'Fitting', amount: 7_150 },
    ],
  });
  await stripe.invoices.finalizeInvoice(draft.id);
};

const pays =
  (outcome: CustomerOutcome): Act =>
  async (program) => {
    const { id } = await newestPayable(program, outcome);
    await program.call('practice.pay', { commandId: randomUUID(), invoiceId: id, outcome });
  };

async function newestPayable(program: Program, outcome: CustomerOutcome): Promise<Invoice> {
  const { rows } = await program.call('invoices.list', {
    filter: { tab: 'open', currency: 'eur' },
    sort: { by: 'issue', direction: 'desc' },
    page: { offset: 0, limit: 100 },
  });
  for (const row of rows) {
    const { outcomes } = await program.call('practice.outcomes', { invoiceId: row.id });
    if (outcomes.includes(outcome)) return row;
  }
  throw new Error(`No open invoice can be paid so: ${outcome}`);
}

/** The order as such, of those that take an invoice and a click. */
const orders =
  (name: 'invoices.void' | 'invoices.markUncollectible' | 'invoices.sendAgain'): Act =>
  async (program) => {
    const { id } = await unpaid(program);
    await program.call(name, { commandId: randomUUID(), id });
  };

const isPaidOutside: Act = async (program) => {
  const { id } = await unpaid(program);
  const paid = { method: 'bank_transfer', reference: 'Statement 114' } as const;
  await program.call('invoices.markPaid', { commandId: randomUUID(), id, ...paid });
};

/** A part goes back to the customer, or to their balance. */
const credits =
  (to: 'refund' | 'balance'): Act =>
  async (program) => {
    const { id: invoiceId } = await paidByStripe(program);
    const { payments } = await program.call('creditNotes.options', { invoiceId });
    const story = { program, invoiceId };
    const amount = 1_234;
    const settled =
      to === 'balance' ? { toBalance: amount } : { refund: { paymentId: payments[0]?.id ?? '', amount } };
    await create(story, await creation(story, { kind: 'amount', amount }, settled));
  };

const creditsWhatIsOpen: Act = async (program) => {
  const story = { program, invoiceId: (await unpaid(program)).id };
  await create(story, await creation(story, { kind: 'amount', amount: 700 }));
};

const voidsTheCreditNote: Act = async (program) => {
  const { rows } = await program.call('creditNotes.list', { page: { offset: 0, limit: 100 } });
  for (const { id } of rows) {
    const { actions } = await program.call('creditNotes.get', { id });
    if (!actions.includes('void')) continue;
    await program.call('creditNotes.void', { commandId: randomUUID(), id });
    return;
  }
  throw new Error('No credit note can be voided');
};

const refundsAlone: Act = async (program) => {
  const { id } = await paidByStripe(program);
  const { refundable } = await program.call('invoices.get', { id });
  await program.call('refunds.create', {
    commandId: randomUUID(),
    paymentId: refundable[0]?.paymentId ?? '',
    amount: { amount: 500, currency: 'eur' },
    reason: 'duplicate',
    note: '',
  });
};

const theBankSendsARefundBack: Act = async ({ simulator: { control } }) => {
  const refund = control.objects({ type: 'refund' }).findLast(({ status }) => status === 'succeeded');
  control.failRefund({ refund: idOf(refund), reason: 'expired_or_canceled_card' });
};

const theBankSendsAPayoutBack: Act = async ({ simulator: { control } }) => {
  const payout = control.objects({ type: 'payout' }).findLast(({ status }) => status === 'paid');
  control.failPayout({ payout: idOf(payout), code: 'account_closed' });
};

const disputes =
  (kind: 'chargeback' | 'inquiry' | 'prevented', reason: string): Act =>
  async (program) => {
    const { id } = await paidByStripe(program);
    const { payments } = await program.call('invoices.get', { id });
    const { chargeId } = await program.call('payments.get', { id: payments[0]?.id ?? '' });
    program.simulator.control.dispute({ charge: chargeId ?? '', kind, reason });
  };

/** The newest dispute that stands so. */
async function disputed(program: Program, standing: string): Promise<string> {
  const { rows } = await program.call('disputes.list', { status: standing, page: { offset: 0, limit: 1 } });
  return idOf(rows[0]);
}

const answers: Act = async (program) => {
  const id = await disputed(program, 'needs-answer');
  await program.call('disputes.write', { id, texts: { product_description: 'Printed as approved.' } });
  await program.call('disputes.submit', { commandId: randomUUID(), id });
};

const decides =
  (status: 'won' | 'lost'): Act =>
  async (program) =>
    program.simulator.control.decideDispute({ dispute: await disputed(program, 'under-review'), status });

async function running(program: Program, standing: string): Promise<CallOutput<'recurring.get'>> {
  const { rows } = await program.call('recurring.list', {
    filter: { tab: 'all' },
    sort: { by: 'created', direction: 'desc' },
    page: { offset: 0, limit: 100 },
  });
  const found = rows.find((row) => row.standing === standing && row.collects === 'send');
  return program.call('recurring.get', { id: idOf(found) });
}

const begins: Act = async (program) => {
  const { customerId } = await paidByStripe(program);
  await begin(program, fieldsFor(customerId ?? ''));
};

const changes: Act = async (program) => {
  const { id, content } = await running(program, 'active');
  const change: CallInput<'recurring.change'>['change'] = {
    ...content,
    lines: content.lines.map((line) => ({ ...line, quantity: line.quantity + 1 })),
    end: null,
    proration: 'next-invoice',
  };
  await program.call('recurring.change', { commandId: randomUUID(), id, change });
};

const pauses: Act = async (program) => {
  const { id } = await running(program, 'active');
  const pause = { behavior: 'keep_as_draft', until: null } as const;
  await program.call('recurring.pause', { commandId: randomUUID(), id, ...pause });
};

const resumes: Act = async (program) => {
  const { id } = await running(program, 'paused');
  await program.call('recurring.resume', { commandId: randomUUID(), id });
};

const ends =
  (when: 'now' | 'period-end'): Act =>
  async (program) => {
    const { id } = await running(program, 'active');
    await program.call('recurring.cancel', { commandId: randomUUID(), id, when, credit: false });
  };

const renamesInTheDashboard: Act = async (program) => {
  const { customerId } = await paidByStripe(program);
  const { stripeId } = await program.call('customers.get', { id: customerId ?? '' });
  await dashboard(program.simulator).customers.update(stripeId ?? '', { name: 'Nordlicht & Söhne KG' });
};

const stripeTakesAFee: Act = async ({ simulator: { control } }) =>
  control.adjust({ amount: -1_500, description: 'Radar (monthly fee)', type: 'stripe_fee' });

/** By fortnight; each begins when everything of the one before has arrived. */
export const BUSY_YEAR: readonly (readonly Act[])[] = [
  [sendsAgain, billsInTheDashboard],
  [pays('declined'), pays('sepa_processing')],
  [credits('refund'), billsInTheDashboard],
  [pays('sepa_fails'), refundsAlone],
  [creditsWhatIsOpen, voidsTheCreditNote, creditsWhatIsOpen],
  [stripeTakesAFee, disputes('chargeback', 'product_not_received'), answers],
  [orders('invoices.void')],
  [decides('lost'), theBankSendsARefundBack],
  [sendsAgain, pauses],
  [billsInTheDashboard, disputes('inquiry', 'product_unacceptable')],
  [pays('bank_transfer_too_much'), begins],
  [credits('balance'), theBankSendsAPayoutBack],
  [resumes, orders('invoices.markUncollectible')],
  [changes, billsInTheDashboard],
  [pays('bank_transfer_part'), disputes('chargeback', 'fraudulent'), answers],
  [isPaidOutside],
  [decides('won'), renamesInTheDashboard],
  [ends('period-end'), disputes('prevented', 'general')],
  [billsInTheDashboard, sendsAgain],
  [pays('authentication_required'), ends('now')],
  [pays('authentication_completed'), credits('refund')],
  [begins, orders('invoices.sendAgain')],
  [refundsAlone],
  [sendsAgain],
];
