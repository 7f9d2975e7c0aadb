// The parameters of lines, as invoice items, invoices and previews take them.
import { metadata } from '../../api/common-params.ts';
import {
  clearable,
  currency,
  decimal,
  flag,
  integer,
  list,
  naturalNumber,
  object,
  oneOf,
  optional,
  required,
  text,
} from '../../api/params.ts';
import { discountRule } from '../coupons.ts';

const taxBehavior = oneOf('exclusive', 'inclusive', 'unspecified');
const productDataRule = object({
  name: required(text()),
  description: optional(text()),
  metadata: optional(metadata),
  tax_code: optional(text()),
  unit_label: optional(text()),
});
const taxAmountRule = object({
  amount: required(integer),
  tax_rate_data: required(
    object({
      country: optional(text(2)),
      description: optional(text()),
      display_name: required(text(50)),
      inclusive: required(flag),
      jurisdiction: optional(text(50)),
      percentage: required(decimal),
      state: optional(text(3)),
      tax_type: optional(text(40)),
    }),
  ),
  taxability_reason: optional(text()),
  taxable_amount: required(integer),
});

/** What every way of writing a line accepts. */
export const baseLineFields = {
  amount: optional(integer),
  description: clearable(text(500)),
  discountable: optional(flag),
  discounts: clearable(list(discountRule, 20)),
  metadata: clearable(metadata),
  period: optional(object({ start: required(integer), end: required(integer) })),
  quantity: optional(naturalNumber),
  quantity_decimal: optional(decimal),
  tax_rates: clearable(list(text(), 5)),
};

const inlinePriceFields = {
  currency: required(currency),
  tax_behavior: optional(taxBehavior),
  unit_amount: optional(integer),
  unit_amount_decimal: optional(decimal),
};
export const itemPriceRule = object({ ...inlinePriceFields, product: required(text()) });
export const linePriceRule = object({
  ...inlinePriceFields,
  product: optional(text()),
  product_data: optional(productDataRule),
});
export const pricingRule = object({ price: optional(text()) });

/** Lines of `add_lines` and `update_lines`. */
export const lineFields = {
  ...baseLineFields,
  invoice_item: optional(text()),
  price_data: optional(linePriceRule),
  pricing: optional(pricingRule),
  tax_amounts: clearable(list(taxAmountRule, 20)),
};

/** Lines of `invoiceitems`. */
export const itemFields = {
  ...baseLineFields,
  price_data: optional(itemPriceRule),
  pricing: optional(pricingRule),
  tax_behavior: optional(taxBehavior),
  tax_code: clearable(text()),
  unit_amount_decimal: optional(decimal),
};

/** Lines of previews still have a top-level price and unit amount. */
export const previewLineFields = {
  ...baseLineFields,
  currency: optional(currency),
  invoiceitem: optional(text()),
  price: optional(text()),
  price_data: optional(itemPriceRule),
  tax_behavior: optional(taxBehavior),
  tax_code: clearable(text()),
  unit_amount: optional(integer),
  unit_amount_decimal: optional(decimal),
};
