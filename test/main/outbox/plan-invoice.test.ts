// The steps that a draft becomes.
import { describe, expect, it } from 'vitest';
import { planInvoice } from '../../../main/outbox/plan-invoice.ts';
import { resolveIntent } from '../../../main/outbox/resolve.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';

const line: DraftContent['lines'][number] = {
  id: 'l1',
  description: 'Logo design',
  quantity: '2',
  unitAmountDecimal: '1050',
  taxRateIds: ['tax_rate_a'],
  discount: null,
  item: null,
};

const content: DraftContent & { customerId: string } = {
  customerId: 'customer_1',
  currency: 'eur',
  lines: [line],
  discount: null,
  couponId: null,
  terms: { kind: 'days', days: 14 },
  paymentMethods: [],
  memo: 'Thank you',
  footer: '',
  customFields: [],
  poNumber: '4711',
  language: null,
  internalNote: 'never leaves',
};

const plan = (patch: Partial<Parameters<typeof planInvoice>[0]> = {}) =>
  planInvoice({
    operationId: 'op',
    invoiceId: 'draft_1',
    content,
    priced: new Map(),
    revised: null,
    customerName: 'Acme',
    leftoverDraftId: null,
    total: 2100,
    email: 'ap@example.com',
    country: 'AT',
    timeZone: 'Europe/Berlin',
    ...patch,
  });

const operations = (planned: ReturnType<typeof plan>): string[] =>
  planned.steps.map(({ intent }) => intent.operation);

describe('planning an invoice', () => {
  it('drafts, adds lines, finalizes and sends', () => {
    expect(operations(plan())).toEqual([
      'invoices.create',
      'invoices.addLines',
      'invoices.finalizeInvoice',
      'invoices.sendInvoice',
    ]);
  });

  it.each([
    ['eur', { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'IE' } }],
    ['usd', { type: 'us_bank_transfer' }],
  ])('says by which ways it can be paid, and where a transfer in %s goes', (currency, transfer) => {
    const [draft] = plan({
      content: { ...content, currency, paymentMethods: ['card', 'customer_balance'] },
    }).steps;
    expect(draft?.intent.params).toMatchObject({
      payment_settings: {
        payment_method_types: ['card', 'customer_balance'],
        payment_method_options: {
          customer_balance: { funding_type: 'bank_transfer', bank_transfer: transfer },
        },
      },
    });
  });

  it('leaves the ways to pay to Stripe when none is chosen', () => {
    expect(plan().steps[0]?.intent.params).not.toHaveProperty('payment_settings');
  });

  it('issues without an e-mail when none is wanted', () => {
    const planned = plan({ email: null });
    expect(planned.kind).toBe('invoice.issue');
    expect(operations(planned)).not.toContain('invoices.sendInvoice');
  });

  it('removes what a failed attempt left, first', () => {
    expect(operations(plan({ leftoverDraftId: 'in_old' }))[0]).toBe('invoices.del');
  });

  it('adds at most twenty lines a call, in order', () => {
    const lines = Array.from({ length: 50 }, (_, index) => ({ ...line, id: `l${index}` }));
    const steps = plan({ content: { ...content, lines } }).steps.filter(
      ({ intent }) => intent.operation === 'invoices.addLines',
    );
    expect(steps.map(({ intent }) => (intent.params['lines'] as readonly unknown[]).length)).toEqual([
      20, 20, 10,
    ]);
  });

  it('makes each distinct discount once, under an id that its content decides', () => {
    const discounted = { ...line, discount: { kind: 'percent', percent: '10' } } as const;
    const lines = [discounted, { ...discounted, id: 'l2' }];
    const steps = plan({ content: { ...content, lines, discount: { kind: 'amount', amount: 500 } } }).steps;
    const coupons = steps
      .filter(({ intent }) => intent.operation === 'coupons.create')
      .map(({ intent }) => intent.params['id']);
    expect(coupons).toEqual(['quittance_eur_500', 'quittance_percent_10']);
  });

  it('bills what is of the catalogue by its price or its item, and waits for them', () => {
    const lines = ['a', 'b', 'c'].map((id) => ({ ...line, id }));
    const priced = new Map([
      ['a', { kind: 'price', priceId: 'price_1' }],
      ['b', { kind: 'item', itemId: 'item_1' }],
    ] as const);
    const add = plan({ content: { ...content, lines }, priced }).steps.find(
      ({ intent }) => intent.operation === 'invoices.addLines',
    );
    expect(add?.intent.params['lines']).toMatchObject([
      { pricing: { price: { $ref: 'price', id: 'price_1' } } },
      { price_data: { product: { $ref: 'item', id: 'item_1' }, unit_amount_decimal: '1050' } },
      { price_data: { product_data: { name: 'Logo design' } } },
    ]);
    expect(add && resolveIntent(add.intent, ({ $ref }) => ($ref === 'price' ? null : 'there'))).toEqual({
      ok: false,
      missing: { $ref: 'price', id: 'price_1' },
    });
  });

  it('replaces an issued invoice: a copy that is written over, and the old one void before the e-mail', () => {
    const revised = { invoiceId: 'draft_0', stripeId: 'in_0', label: 'A-1', lineCount: 12 };
    const planned = plan({ revised, content: { ...content, memo: '' } });
    expect(operations(planned)).toEqual([
      'invoices.create',
      'invoices.update',
      'invoices.removeLines',
      'invoices.removeLines',
      'invoices.addLines',
      'invoices.finalizeInvoice',
      'invoices.voidInvoice',
      'invoices.sendInvoice',
    ]);
    const [create, update, remove, , , finalize, voided] = planned.steps.map(({ intent }) => intent);
    expect(create?.params).toEqual({
      from_invoice: { action: 'revision', invoice: 'in_0' },
      metadata: { quittance_invoice: 'draft_1', quittance_operation: 'op:1' },
    });
    // What is empty now must not stay as it was copied.
    expect(update?.params).toMatchObject({ description: '', footer: '', days_until_due: 14 });
    expect(remove?.params['lines']).toEqual({ $ref: 'copied-lines', id: 'draft_1' });
    expect(finalize).toMatchObject({ replaces: 'in_0' });
    expect(voided?.target).toEqual({ $ref: 'invoice', id: 'draft_0' });
  });

  it('takes the coupon of the catalogue off after the discount of the draft', () => {
    const discount = { kind: 'amount', amount: 500 } as const;
    const create = plan({ content: { ...content, discount, couponId: 'SUMMER' } }).steps.find(
      ({ intent }) => intent.operation === 'invoices.create',
    );
    expect(create?.intent.params['discounts']).toEqual([
      { coupon: 'quittance_eur_500' },
      { coupon: { $ref: 'coupon', id: 'SUMMER' } },
    ]);
  });

  it('makes no coupon for a discount that takes nothing off', () => {
    expect(
      operations(plan({ content: { ...content, discount: { kind: 'percent', percent: '0' } } })),
    ).not.toContain('coupons.create');
  });

  it('asks before finalizing for exactly the total that was approved', () => {
    const finalize = plan().steps.find(({ intent }) => intent.operation === 'invoices.finalizeInvoice');
    expect(finalize?.intent.expectTotal).toEqual({ amount: 2100, currency: 'eur' });
  });

  it('says everything on the document and nothing of the internal note', () => {
    const text = JSON.stringify(plan());
    expect(text).toContain('4711');
    expect(text).toContain('Thank you');
    expect(text).not.toContain('never leaves');
  });

  it('gives a due date as the end of that day in the business’s zone', () => {
    const planned = plan({ content: { ...content, terms: { kind: 'date', date: '2026-07-01' } } });
    expect(planned.steps[0]?.intent.params['due_date']).toBe(Date.UTC(2026, 6, 1, 21, 59, 59) / 1000);
  });
});

describe('resolving a planned request', () => {
  const intent = plan().steps[0]?.intent;

  it('waits for what Stripe does not have yet', () => {
    expect(intent && resolveIntent(intent, () => null)).toEqual({
      ok: false,
      missing: { $ref: 'customer', id: 'customer_1' },
    });
  });

  it('puts Stripe’s ids in every place, however deep', () => {
    const lines = plan().steps[1]?.intent;
    const resolved = lines && resolveIntent(lines, ({ $ref, id }) => `${$ref}/${id}`);
    expect(resolved).toMatchObject({
      ok: true,
      request: { target: 'invoice/draft_1', params: { lines: [{ tax_rates: ['tax-rate/tax_rate_a'] }] } },
    });
  });
});
