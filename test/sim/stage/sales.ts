// Scenes of invoices before they are issued: customers, drafts, sending.
import type { CallInput } from '../../../shared/contract/calls.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import { CUSTOMER } from './customer.ts';
import type { Desk } from './desk.ts';
import { openInvoice } from './open-invoice.ts';
import type { Scene, SceneName } from './scene.ts';

const LINES: DraftContent['lines'] = [
  {
    id: 'line-1',
    description: 'Design',
    item: null,
    quantity: '2',
    unitAmountDecimal: '5000',
    taxRateIds: [],
    discount: { kind: 'percent', percent: '10' },
  },
  {
    id: 'line-2',
    description: 'Print',
    item: null,
    quantity: '1.5',
    unitAmountDecimal: '333.3',
    taxRateIds: [],
    discount: null,
  },
];

type Sending = Omit<CallInput<'drafts.send'>, 'commandId'>;

async function draftFor(desk: Desk, customerId: string, email: boolean): Promise<Sending> {
  const draft = await desk.call('drafts.create', { commandId: desk.commandId(), customerId, copyOf: null });
  const content = { ...draft.content, lines: LINES };
  const { revision } = await desk.call('drafts.save', { id: draft.id, revision: draft.revision, content });
  const { totals } = await desk.call('drafts.review', { id: draft.id });
  return { id: draft.id, revision, email, total: { amount: totals.total, currency: totals.currency } };
}

const sending =
  (email: boolean): Scene =>
  async ({ stripe }) => {
    const { id } = await stripe.customers.create({ name: CUSTOMER.name, email: CUSTOMER.email });
    return async (desk) => ({ call: 'drafts.send', input: await draftFor(desk, id, email) });
  };

/** A draft that is at Stripe because its sending was refused half way. */
const deleting: Scene = async ({ stripe, simulator }) => {
  const { id } = await stripe.customers.create({ name: 'Gone Ltd', email: CUSTOMER.email });
  return async (desk) => {
    const draft = await draftFor(desk, id, false);
    const refused = {
      match: { method: 'POST', path: '/v1/invoices/*/finalize' },
      fault: { kind: 'declined' },
    } as const;
    simulator.control.faults.script([refused]);
    await desk.call('drafts.send', { ...draft, commandId: desk.commandId() });
    await desk.settle();
    return { call: 'drafts.delete', input: { id: draft.id } };
  };
};

/** Other words, another tax number in place of the one that is there. */
const changingCustomer: Scene = async ({ stripe }) => {
  const [taxId] = CUSTOMER.taxIds;
  const { id } = await stripe.customers.create({
    name: CUSTOMER.name,
    email: CUSTOMER.email,
    tax_id_data: taxId ? [{ type: 'eu_vat', value: taxId.value }] : [],
  });
  const taxIds = [{ type: 'eu_vat', value: 'DE987654321' }];
  return async () => ({
    call: 'customers.save',
    input: { id, fields: { ...CUSTOMER, phone: '+49 40 7654', taxIds } },
  });
};

/** The invoice is replaced by one with another line, and voided. */
const revising: Scene = async (shop) => {
  const id = await openInvoice(shop);
  return async (desk) => {
    const draft = await desk.call('invoices.revise', { commandId: desk.commandId(), id });
    const content = { ...draft.content, lines: LINES };
    const { revision } = await desk.call('drafts.save', { id: draft.id, revision: draft.revision, content });
    const { totals } = await desk.call('drafts.review', { id: draft.id });
    const total = { amount: totals.total, currency: totals.currency };
    return { call: 'drafts.send', input: { id: draft.id, revision, email: true, total } };
  };
};

type Kind = Extract<
  SceneName,
  `customer.${string}` | 'invoice.send' | 'invoice.issue' | 'invoice.revise' | 'draft.delete'
>;

export const SALES: Readonly<Record<Kind, Scene>> = {
  'customer.save': async () => async () => ({
    call: 'customers.save',
    input: { id: null, fields: CUSTOMER },
  }),
  'customer.change': changingCustomer,
  'customer.erase': async ({ stripe }) => {
    const { id } = await stripe.customers.create({ name: 'Forget Me', email: 'forget@canary.example' });
    return async () => ({ call: 'customers.erase', input: { id } });
  },
  'invoice.send': sending(true),
  'invoice.issue': sending(false),
  'invoice.revise': revising,
  'draft.delete': deleting,
};
