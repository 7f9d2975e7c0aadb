// Work as it is left in the outbox by a click: an invoice of a new customer, and a refund.
import { planCharge } from '../../main/outbox/plan-charge.ts';
import { planCustomer } from '../../main/outbox/plan-customer.ts';
import { planInvoice } from '../../main/outbox/plan-invoice.ts';
import { planRecurring } from '../../main/outbox/plan-recurring.ts';
import { planMarkPaid, planRefund, planTaxRate } from '../../main/outbox/plan-simple.ts';
import { stepMark } from '../../main/outbox/step.ts';
import type { PaymentOutcome } from '../../main/simulator/options.ts';
import { insertCustomer } from '../../main/store/customers.ts';
import { insertDraft } from '../../main/store/drafts.ts';
import { insertItem } from '../../main/store/items.ts';
import { insertRecurring } from '../../main/store/recurring.ts';
import { insertRefund } from '../../main/store/refunds.ts';
import { insertTaxRate } from '../../main/store/tax-rates.ts';
import type { CustomerFields } from '../../shared/contract/customers.ts';
import type { RecurringFields } from '../../shared/contract/recurring.ts';
import { scheduleOf } from '../../shared/domain/recurring-schedule.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { estimateTotals } from '../../shared/domain/totals.ts';
import { idOf } from './id-of.ts';
import type { OutboxBench } from './outbox-bench.ts';

export const CUSTOMER: CustomerFields = {
  name: 'Acme Ltd',
  email: 'ap@example.com',
  phone: '',
  address: { line1: '', line2: '', postalCode: '', city: '', state: '', country: 'DE' },
  taxIds: [],
  taxExempt: 'none',
  currency: null,
  language: null,
  reference: '',
  note: '',
};

const CONTENT: DraftContent & { customerId: string } = {
  customerId: 'customer_1',
  currency: 'eur',
  lines: [
    {
      id: 'l1',
      description: 'Design',
      quantity: '2',
      unitAmountDecimal: '5000',
      taxRateIds: [],
      discount: { kind: 'percent', percent: '10' },
      item: null,
    },
    {
      id: 'l2',
      description: 'Print',
      quantity: '1.5',
      unitAmountDecimal: '333.3',
      taxRateIds: [],
      discount: null,
      item: null,
    },
  ],
  discount: null,
  couponId: null,
  terms: { kind: 'days', days: 14 },
  paymentMethods: [],
  memo: '',
  footer: '',
  customFields: [],
  poNumber: '',
  language: null,
  internalNote: '',
};

export const TOTALS = estimateTotals(CONTENT, []);

const seconds = (bench: OutboxBench): number => Math.floor(bench.clock.now() / 1000);

export function acceptCustomer(bench: OutboxBench): string {
  bench.db.transaction(() => insertCustomer(bench.db, 'customer_1', CUSTOMER, seconds(bench)));
  return bench.accept((operationId) =>
    planCustomer({
      operationId,
      customerId: 'customer_1',
      fields: CUSTOMER,
      archived: false,
      stripeId: null,
      taxIdsAtStripe: [],
    }),
  );
}

export function acceptTaxRate(bench: OutboxBench, taxRateId: string): string {
  const rate = { name: 'VAT', percentage: '19', inclusive: false, country: 'DE' };
  bench.db.transaction(() => insertTaxRate(bench.db, { ...rate, id: taxRateId }, seconds(bench)));
  return bench.accept(() => planTaxRate({ ...rate, taxRateId }));
}

/** Sends `draft_1` to `customer_1`; both are made here. */
export function acceptSend(bench: OutboxBench): string {
  acceptCustomer(bench);
  return acceptDraft(bench, []);
}

/** Sends `draft_1` to `customer_1`, which has been accepted before; its lines carry these tax rates. */
export function acceptDraft(bench: OutboxBench, taxRateIds: readonly string[]): string {
  const summary = { customer: CUSTOMER, totals: TOTALS, day: '2026-06-15' };
  const lines = CONTENT.lines.map((line) => ({ ...line, taxRateIds: [...taxRateIds] }));
  const content = { ...CONTENT, lines };
  bench.db.transaction(() => insertDraft(bench.db, 'draft_1', content, summary, seconds(bench)));
  return bench.accept((operationId) =>
    planInvoice({
      operationId,
      invoiceId: 'draft_1',
      content,
      priced: new Map(),
      revised: null,
      customerName: CUSTOMER.name,
      leftoverDraftId: null,
      total: TOTALS.total,
      email: CUSTOMER.email,
      country: 'DE',
      timeZone: 'Europe/Berlin',
    }),
  );
}

/** Sends an invoice and has its customer pay it; answers the payment intent. */
export async function paidInvoice(bench: OutboxBench): Promise<string> {
  acceptSend(bench);
  await bench.rest();
  const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
  bench.simulator.control.payInvoice({ invoice: idOf(invoice) });
  const [intent] = bench.simulator.control.objects({ type: 'payment_intent' });
  return idOf(intent);
}

export interface SavedOnFile {
  /** As the simulator names what the bank will say. */
  readonly outcome?: PaymentOutcome;
}

/** Sends an invoice to a customer who has saved a card or account; answers the method's id. */
export async function openInvoiceWithMethod(
  bench: OutboxBench,
  { outcome = 'succeeded' }: SavedOnFile = {},
): Promise<string> {
  acceptSend(bench);
  await bench.rest();
  const [customer] = bench.simulator.control.objects({ type: 'customer' });
  return bench.simulator.control.savePaymentMethod({ customer: idOf(customer), outcome }).paymentMethod;
}

/** Charges what is owed on `draft_1`. */
export function acceptCharge(bench: OutboxBench, methodId: string, remaining = TOTALS.total): string {
  return bench.accept(() =>
    planCharge({
      invoiceId: 'draft_1',
      label: 'invoice A-1',
      remaining,
      currency: 'eur',
      method: { id: methodId, label: 'Visa •••• 4242' },
    }),
  );
}

export function acceptMarkPaid(bench: OutboxBench): string {
  const subject = { invoiceId: 'draft_1', label: 'invoice A-1', amount: TOTALS.total, currency: 'eur' };
  return bench.accept(() => planMarkPaid(subject, { method: 'cash', reference: 'R-7' }));
}

/** Pays back ten euros. */
export function acceptRefund(bench: OutboxBench, paymentId: string): string {
  return bench.accept((operationId) => {
    insertRefund(bench.db, {
      id: operationId,
      operationMark: stepMark(operationId, 1),
      paymentId,
      chargeId: null,
      currency: 'eur',
      amount: 1000,
      reason: 'requested_by_customer',
      note: '',
      created: seconds(bench),
      day: '2026-06-15',
    });
    return planRefund({
      operationId,
      paymentId,
      customerName: CUSTOMER.name,
      amount: 1000,
      currency: 'eur',
      reason: 'requested_by_customer',
      note: '',
    });
  });
}

/** Begins `rec_1` for `customer_1`, who has been accepted before; what is billed is written freely. */
export function acceptRecurring(
  bench: OutboxBench,
  terms: Partial<RecurringFields> = {},
  timeZone = 'Europe/Berlin',
): string {
  const fields = { ...RECURRING, ...terms, customerId: 'customer_1' };
  const now = seconds(bench);
  const schedule = scheduleOf({ ...fields, now, timeZone });
  if ('message' in schedule) throw new Error(schedule.message);
  bench.db.transaction(() => {
    insertRecurring(bench.db, {
      id: 'rec_1',
      fields,
      customerName: CUSTOMER.name,
      customerEmail: CUSTOMER.email,
      nextAt: schedule.anchor,
      createdAt: now,
    });
    insertItem(bench.db, 'item_rec', { name: 'Hosting', description: '', unitLabel: '' }, now);
  });
  return bench.accept((operationId) =>
    planRecurring({
      operationId,
      recurringId: 'rec_1',
      customerName: CUSTOMER.name,
      fields,
      schedule,
      newItems: new Map([['line_1', 'item_rec']]),
      total: 4_900,
    }),
  );
}

const RECURRING: RecurringFields = {
  customerId: 'customer_1',
  currency: 'eur',
  every: { interval: 'month', count: 1 },
  start: { kind: 'today' },
  end: { kind: 'never' },
  lines: [
    {
      id: 'line_1',
      itemId: null,
      priceId: null,
      description: 'Hosting',
      quantity: 1,
      unitAmountDecimal: '4900',
      taxRateIds: [],
    },
  ],
  couponId: null,
  collection: { kind: 'send', days: 14 },
  memo: '',
  footer: '',
};
