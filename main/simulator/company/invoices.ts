// How one order of the demo company becomes an invoice and what becomes of that.
import { cancelPlanned } from '../world/due.ts';
import type { World } from '../world/world.ts';
import { call, idOf, type Value } from './calls.ts';
import { details, footers, memos, priceIn, seedProducts, type SeedProduct } from './catalogue.ts';
import type { SeedCustomer, TaxCase } from './customers.ts';
import type { Dice } from './dice.ts';

/** The ids that the company's set-up made. */
export interface Company {
  readonly customers: Map<SeedCustomer, string>;
  readonly taxRates: ReadonlyMap<TaxCase, string>;
  /** By product and currency. */
  readonly prices: ReadonlyMap<string, string>;
}

export interface Order {
  readonly customer: SeedCustomer;
  readonly isFirst: boolean;
  /** Counts the company's orders, for references. */
  readonly number: number;
}

export function priceKey(product: SeedProduct, currency: string): string {
  return `${product.name} ${currency}`;
}

function lines(company: Company, dice: Dice, customer: SeedCustomer): readonly Value[] {
  const count = dice.between(1, dice.happens(0.06) ? 12 : 3);
  return Array.from({ length: count }, () => {
    const product = dice.pick(seedProducts);
    const quantity = dice.between(product.quantities[0], product.quantities[1]);
    const discounts = dice.happens(0.06) ? [{ coupon: 'VOLUME5' }] : undefined;
    const description = dice.happens(0.5) ? `${product.name}, ${dice.pick(details)}` : product.name;
    if (dice.happens(0.7)) {
      return {
        description,
        quantity,
        discounts,
        pricing: { price: company.prices.get(priceKey(product, customer.currency)) },
      };
    }
    return {
      description,
      quantity,
      discounts,
      price_data: {
        currency: customer.currency,
        unit_amount_decimal: priceIn(product, customer.currency),
        product_data: { name: product.name },
      },
    };
  });
}

function invoiceDiscounts(dice: Dice, order: Order): readonly Value[] | undefined {
  if (order.isFirst && dice.happens(0.5)) return [{ coupon: 'WELCOME15' }];
  if (order.customer.weight >= 5 && dice.happens(0.25)) return [{ coupon: 'PARTNER10' }];
  return order.customer.currency === 'eur' && dice.happens(0.02) ? [{ coupon: 'GOODWILL50' }] : undefined;
}

/** Writes a draft; returns its id. */
export function writeDraft(world: World, company: Company, dice: Dice, order: Order): string {
  const { customer } = order;
  const draft = call(world, 'POST', '/v1/invoices', {
    customer: company.customers.get(customer),
    currency: customer.currency,
    collection_method: 'send_invoice',
    days_until_due: customer.termDays,
    default_tax_rates: [company.taxRates.get(customer.tax)],
    description: dice.happens(0.6) ? dice.pick(memos) : undefined,
    footer: dice.pick(footers),
    custom_fields: dice.happens(0.45)
      ? [{ name: 'PO number', value: `PO-${4000 + order.number * 7}` }]
      : undefined,
    discounts: invoiceDiscounts(dice, order),
    metadata: { project: `P-${2000 + order.number}` },
  });
  const id = idOf(draft);
  call(world, 'POST', `/v1/invoices/${id}/add_lines`, { lines: lines(company, dice, customer) });
  return id;
}

/** Finalizes and sends. The history itself decides who pays, so nobody pays by himself. */
export function issue(world: World, id: string): void {
  call(world, 'POST', `/v1/invoices/${id}/finalize`, { auto_advance: false });
  call(world, 'POST', `/v1/invoices/${id}/send`);
  cancelPlanned(world, (task) => task.kind === 'customer-acts' && task.invoice === id);
}
