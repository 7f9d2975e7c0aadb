// Scenes of invoices before they are issued: customers, drafts, sending.
import type { OperationKind } from '../../../main/outbox/step.ts';
import type { CallInput } from '../../../shared/contract/calls.ts';
import type { CustomerFields } from '../../../shared/contract/customers.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import type { Desk } from './desk.ts';
import type { Scene } from './scene.ts';

export const CUSTOMER: CustomerFields = {
  name: 'Zedernholz & Söhne',
  email: 'canary@zedernholz.example',
  phone: '',
  address: {
    line1: 'Kanarienweg 7',
    line2: '',
    postalCode: '20457',
    city: 'Hamburg',
    state: '',
    country: 'DE',
  },
  taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
  taxExempt: 'none',
  currency: null,
  language: null,
  reference: '',
  note: '',
};

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

type Kind = Extract<OperationKind, `customer.${string}` | 'invoice.send' | 'invoice.issue' | 'draft.delete'>;

export const SALES: Readonly<Record<Kind, Scene>> = {
  'customer.save': async () => async () => ({
    call: 'customers.save',
    input: { id: null, fields: CUSTOMER },
  }),
  'customer.erase': async ({ stripe }) => {
    const { id } = await stripe.customers.create({ name: 'Forget Me', email: 'forget@canary.example' });
    return async () => ({ call: 'customers.erase', input: { id } });
  },
  'invoice.send': sending(true),
  'invoice.issue': sending(false),
  'draft.delete': deleting,
};
