// What a bookkeeper does to correct an invoice, for journeys: one step each.
import { randomUUID } from 'node:crypto';
import type { CustomerOutcome } from '../../main/simulator/options.ts';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice } from './acme.ts';
import { dashboard } from './dashboard.ts';
import { idOf } from './id-of.ts';
import { type Program, type ProgramOptions, startConnected } from './program.ts';

export interface Story {
  readonly program: Program;
  readonly invoiceId: string;
}

export async function openInvoice(options: ProgramOptions = {}): Promise<Story> {
  const program = await startConnected(options);
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const story = { program, invoiceId: written.draftId };
  await program.until('the invoice is open', async () => (await invoice(story)).badge === 'open');
  return story;
}

export async function paidInvoice({
  pay,
  ...more
}: ProgramOptions & { readonly pay?: CustomerOutcome } = {}): Promise<Story> {
  const story = await openInvoice(more);
  const invoiceId = stripeInvoice(story);
  story.program.simulator.control.payInvoice({
    invoice: invoiceId,
    ...(pay === undefined ? {} : { outcome: pay }),
  });
  await story.program.until('the invoice is paid', async () => {
    const { refundable } = await invoice(story);
    return refundable.length > 0;
  });
  return story;
}

export const invoice = ({ program, invoiceId }: Story): Promise<CallOutput<'invoices.get'>> =>
  program.call('invoices.get', { id: invoiceId });
export const stripeInvoice = ({ program }: Story): string =>
  idOf(program.simulator.control.objects({ type: 'invoice' })[0]);
export const options = ({ program, invoiceId }: Story): Promise<CallOutput<'creditNotes.options'>> =>
  program.call('creditNotes.options', { invoiceId });
export const notesAtStripe = ({ program }: Story) =>
  program.simulator.control.objects({ type: 'credit_note' });
export const refundsAtStripe = ({ program }: Story) => program.simulator.control.objects({ type: 'refund' });

export type What = CallInput<'creditNotes.quote'>['what'];
export const quote = ({ program, invoiceId }: Story, what: What): Promise<CallOutput<'creditNotes.quote'>> =>
  program.call('creditNotes.quote', { invoiceId, what, refundIds: [] });

type Creation = Omit<CallInput<'creditNotes.create'>, 'commandId' | 'invoiceId'>;

/** What is credited to the customer's account of a quote when nothing else is said. */
export async function creation(story: Story, what: What, more: Partial<Creation> = {}): Promise<Creation> {
  const quoted = await quote(story, what);
  return {
    what,
    refundIds: [],
    total: { amount: quoted.total, currency: quoted.currency },
    refund: null,
    toBalance: 0,
    outside: 0,
    reason: 'order_change',
    memo: 'As agreed',
    email: false,
    ...more,
  };
}

export async function create({ program, invoiceId }: Story, input: Creation): Promise<string> {
  const { operationId } = await program.call('creditNotes.create', {
    commandId: randomUUID(),
    invoiceId,
    ...input,
  });
  return operationId ?? '';
}

export async function settled({ program }: Story, id: string): Promise<string> {
  const state = async (): Promise<string> => (await program.call('outbox.get', { id })).state;
  await program.until('it has an end', async () =>
    ['done', 'failed', 'needs-review'].includes(await state()),
  );
  return state();
}

/** A deposit that was paid beside the invoice and is put to it in Stripe's dashboard; answers the payment. */
export async function payPart(story: Story, amount: number): Promise<string> {
  const stripe = dashboard(story.program.simulator);
  const id = stripeInvoice(story);
  const { customer } = await stripe.invoices.retrieve(id);
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    customer: typeof customer === 'string' ? customer : '',
    payment_method: 'pm_card_visa',
    confirm: true,
  });
  await stripe.invoices.attachPayment(id, { payment_intent: intent.id });
  return intent.id;
}

/** An invoice of Stripe's dashboard that its customer has paid by bank transfer. */
export async function transferredInvoice(more: ProgramOptions = {}): Promise<Story> {
  const program = await startConnected(more);
  const stripe = dashboard(program.simulator);
  const customer = await stripe.customers.create({ name: 'Transfer Ltd', email: 'ap@transfer.example' });
  const draft = await stripe.invoices.create({
    customer: customer.id,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
    payment_settings: { payment_method_types: ['customer_balance'] },
  });
  await stripe.invoices.addLines(draft.id, { lines: [{ description: 'Print', amount: 9000 }] });
  await stripe.invoices.finalizeInvoice(draft.id);
  program.simulator.control.payInvoice({ invoice: draft.id, outcome: 'bank_transfer' });
  const story = { program, invoiceId: draft.id };
  const isHere = async (): Promise<boolean> => {
    const { rows } = await program.call('invoices.list', {
      filter: { tab: 'paid' },
      sort: { by: 'issue', direction: 'desc' },
      page: { offset: 0, limit: 1 },
    });
    return rows.length === 1 && (await options(story)).payments.length === 1;
  };
  await program.until('the payment is here', isHere);
  return story;
}

/** Our id of the newest credit note. */
export const firstNote = async ({ program }: Story): Promise<string> => {
  const { rows } = await program.call('creditNotes.list', { page: { offset: 0, limit: 1 } });
  return rows[0]?.id ?? '';
};

export const noteOf = async (story: Story): Promise<CallOutput<'creditNotes.get'>> =>
  story.program.call('creditNotes.get', { id: await firstNote(story) });

/** The click on "Refund" for so much, back to the customer; answers the operation's id. */
export async function refund(story: Story, amount: number): Promise<string> {
  const { payments } = await options(story);
  const what: What = { kind: 'amount', amount };
  return create(story, await creation(story, what, { refund: { paymentId: payments[0]?.id ?? '', amount } }));
}
