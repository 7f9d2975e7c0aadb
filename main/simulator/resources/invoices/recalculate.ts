// Brings the totals of an invoice and its lines up to date.
import {
  computeTotals,
  type DiscountTerm,
  type TaxAmount,
  type TotalsLine,
} from '../../arithmetic/totals.ts';
import type { Invoice, InvoiceLine } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

function termOf(world: World, discountId: string): DiscountTerm {
  const couponId = world.get('discount', discountId).source.coupon ?? '';
  const coupon = world.get('coupon', couponId);
  return { id: discountId, percentOff: coupon.percent_off, amountOff: coupon.amount_off };
}

function totalsLine(world: World, invoice: Invoice, line: InvoiceLine): TotalsLine {
  const rates = line.inner.taxRates.length > 0 ? line.inner.taxRates : invoice.inner.defaultTaxRates;
  return {
    amount: line.amount,
    discountable: line.discountable,
    discounts: line.discounts.map((id) => termOf(world, id)),
    taxes: rates.map((id) => {
      const rate = world.get('tax_rate', id);
      return { rate: id, percentage: rate.percentage, inclusive: rate.inclusive };
    }),
    statedTaxes:
      line.inner.taxAmounts?.map((tax) => ({
        rate: tax.taxRate,
        inclusive: tax.inclusive,
        amount: tax.amount,
        taxable: tax.taxableAmount,
      })) ?? null,
  };
}

export type ShownTax = NonNullable<Invoice['total_taxes']>[number];

/** A tax as invoices, lines and credit notes show it. Rates that were stated by hand have no taxability of their own. */
export function shownTax(tax: TaxAmount, exemption: string): ShownTax {
  const reason =
    exemption === 'exempt' ? 'customer_exempt' : exemption === 'reverse' ? 'reverse_charge' : 'not_available';
  return {
    amount: tax.amount,
    tax_behavior: tax.inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: tax.rate },
    taxability_reason: reason,
    taxable_amount: tax.taxable,
    type: 'tax_rate_details',
  };
}

/** Writes the lines and returns the invoice with new totals; the caller puts it. */
export function recalculate(world: World, invoice: Invoice): Invoice {
  const lines = invoice.inner.lines.map((id) => world.get('line_item', id));
  const exemption = invoice.customer_tax_exempt ?? 'none';
  const totals = computeTotals(
    lines.map((line) => totalsLine(world, invoice, line)),
    invoice.discounts.map((id) => termOf(world, id)),
    exemption !== 'none',
    world.settings.rules,
  );
  for (const [index, line] of lines.entries()) {
    const computed = totals.lines[index] ?? { discounts: [], taxes: [] };
    world.put('line_item', {
      ...line,
      discount_amounts: computed.discounts,
      pretax_credit_amounts: computed.discounts.map((share) => ({ ...share, type: 'discount' })),
      subtotal: line.amount,
      taxes: computed.taxes.map((tax) => shownTax(tax, exemption)),
    });
  }
  const due = Math.max(0, totals.total + invoice.starting_balance);
  return {
    ...invoice,
    amount_due: due,
    amount_remaining: due - invoice.amount_paid,
    subtotal: totals.subtotal,
    subtotal_excluding_tax: totals.subtotalExcludingTax,
    total: totals.total,
    total_discount_amounts: totals.discounts,
    total_excluding_tax: totals.totalExcludingTax,
    total_pretax_credit_amounts: totals.discounts.map((share) => ({ ...share, type: 'discount' })),
    total_taxes: totals.taxes.map((tax) => shownTax(tax, exemption)),
  };
}
