// Scenes of issued invoices: everything that is done to one that is open, and to one that is paid.
import type { OperationKind } from '../../../main/outbox/step.ts';
import type { Desk } from './desk.ts';
import type { Click, Scene, Shop } from './scene.ts';
import { openInvoice } from './open-invoice.ts';
import { CUSTOMER } from './customer.ts';

export async function paidInvoice(shop: Shop): Promise<string> {
  const invoice = await openInvoice(shop);
  shop.simulator.control.payInvoice({ invoice });
  return invoice;
}

const toOpen =
  (click: (id: string) => Click): Scene =>
  async (shop) => {
    const id = await openInvoice(shop);
    return async () => click(id);
  };

const charging: Scene = async (shop) => {
  const { id: customer } = await shop.stripe.customers.create({ name: 'Card Ltd', email: CUSTOMER.email });
  const invoiceId = await openInvoice(shop, customer);
  const { paymentMethod: methodId } = shop.simulator.control.savePaymentMethod({ customer });
  return async (desk) => {
    await desk.call('charges.refresh', { commandId: desk.commandId(), customerId: customer });
    const { amount } = await desk.call('charges.options', { invoiceId });
    return { call: 'charges.create', input: { invoiceId, methodId, amount } };
  };
};

async function paymentOf(desk: Desk, invoiceId: string): Promise<string> {
  const { refundable } = await desk.call('invoices.get', { id: invoiceId });
  const [payment] = refundable;
  if (!payment) throw new Error('The invoice was not paid');
  return payment.paymentId;
}

/** More than half of it: a second time it would be more than was paid. */
const REFUNDED = 6_000;

const refunding: Scene = async (shop) => {
  const id = await paidInvoice(shop);
  return async (desk) => ({
    call: 'refunds.create',
    input: {
      paymentId: await paymentOf(desk, id),
      amount: { amount: REFUNDED, currency: 'eur' },
      reason: 'requested_by_customer',
      note: 'canary note',
    },
  });
};

/** A part is credited and paid back. */
const crediting: Scene = async (shop) => {
  const invoiceId = await paidInvoice(shop);
  return async (desk) => {
    const what = { kind: 'amount', amount: REFUNDED } as const;
    const { total, currency } = await desk.call('creditNotes.quote', { invoiceId, what, refundIds: [] });
    const { payments } = await desk.call('creditNotes.options', { invoiceId });
    return {
      call: 'creditNotes.create',
      input: {
        invoiceId,
        what,
        refundIds: [],
        total: { amount: total, currency },
        refund: { paymentId: payments[0]?.id, amount: total },
        toBalance: 0,
        outside: 0,
        reason: 'order_change',
        memo: 'canary memo',
        email: true,
      },
    };
  };
};

const voidingCredit: Scene = async (shop) => {
  const invoice = await openInvoice(shop);
  const { id } = await shop.stripe.creditNotes.create({ invoice, amount: 4_000 });
  return async () => ({ call: 'creditNotes.void', input: { id } });
};

type Kind =
  | 'invoice.send-again'
  | 'invoice.void'
  | 'invoice.mark-uncollectible'
  | 'invoice.mark-paid'
  | 'invoice.charge'
  | 'refund.create'
  | Extract<OperationKind, `credit-note.${string}`>;

export const INVOICES: Readonly<Record<Kind, Scene>> = {
  'invoice.send-again': toOpen((id) => ({ call: 'invoices.sendAgain', input: { id } })),
  'invoice.void': toOpen((id) => ({ call: 'invoices.void', input: { id } })),
  'invoice.mark-uncollectible': toOpen((id) => ({ call: 'invoices.markUncollectible', input: { id } })),
  'invoice.mark-paid': toOpen((id) => ({
    call: 'invoices.markPaid',
    input: { id, method: 'cash', reference: 'R-7' },
  })),
  'invoice.charge': charging,
  'refund.create': refunding,
  'credit-note.create': crediting,
  'credit-note.void': voidingCredit,
};
