// What a line costs: a total, a price of the catalogue, or a price stated on the spot, times an exact quantity.
import { refuse } from '../../api/failure.ts';
import { formatDecimal, multiplyToAmount, ONE, parseDecimal } from '../../arithmetic/decimal.ts';
import type { InvoiceLine } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { unitAmountOf } from '../prices.ts';
import { liveProduct, newProduct } from '../product-lookup.ts';

/** Largest line amount that Stripe accepts, in minor units: twelve digits. */
const MAX_LINE_AMOUNT = 999_999_999_999;

interface InlinePrice {
  readonly currency: string;
  readonly product?: string | undefined;
  readonly product_data?: { readonly name: string } | undefined;
  readonly tax_behavior: string | undefined;
  readonly unit_amount: number | undefined;
  readonly unit_amount_decimal: string | undefined;
}
export interface CostParams {
  readonly amount: number | undefined;
  readonly description: string | null | undefined;
  readonly price_data: InlinePrice | undefined;
  readonly pricing?: { readonly price: string | undefined } | undefined;
  readonly quantity: number | undefined;
  readonly quantity_decimal: string | undefined;
  readonly unit_amount_decimal?: string | undefined;
  readonly tax_behavior?: string | undefined;
}

export interface Cost {
  readonly amount: number;
  readonly quantity: number | null;
  readonly quantityDecimal: string;
  readonly pricing: NonNullable<InvoiceLine['pricing']>;
  readonly description: string | null;
}

export function statesCost(params: CostParams): boolean {
  return [params.amount, params.price_data, params.pricing?.price, params.unit_amount_decimal].some(
    (stated) => stated !== undefined,
  );
}

function statedOf(params: CostParams, names: readonly (keyof CostParams)[]): readonly string[] {
  return names.filter((name) => params[name] !== undefined);
}

function refuseSeveral(params: CostParams): void {
  const costs = statedOf(params, ['amount', 'price_data', 'pricing', 'unit_amount_decimal']);
  const quantities = statedOf(params, ['quantity', 'quantity_decimal']);
  const withAmount = params.amount === undefined || quantities.length === 0 ? [] : ['amount', ...quantities];
  const clash = [costs, quantities, withAmount].find((names) => names.length > 1);
  if (clash === undefined) return;
  throw refuse(`You may only specify one of these parameters: ${clash.join(', ')}.`, {
    code: 'parameters_exclusive',
    param: clash[0] ?? '',
  });
}

function refuseCurrency(given: string, expected: string): void {
  if (given !== expected) {
    throw refuse(`The currency of the price (${given}) must match the invoice's currency (${expected}).`, {
      param: 'currency',
    });
  }
}

interface Unit {
  readonly unitAmount: string;
  readonly price: string;
  readonly product: string;
  readonly name: string;
}

function cataloguePrice(world: World, id: string, currency: string): Unit {
  const price = world.get('price', id, 'pricing[price]');
  if (!price.active)
    throw refuse('The price specified is inactive. This field only accepts active prices.', {
      param: 'pricing[price]',
    });
  if (price.type === 'recurring') {
    throw refuse(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      { param: 'pricing[price]' },
    );
  }
  refuseCurrency(price.currency, currency);
  const product = world.get('product', price.product);
  return { unitAmount: price.unit_amount_decimal ?? '0', price: id, product: product.id, name: product.name };
}

/** A price stated on the spot becomes an archived price, of an archived product unless one was named. */
function inlinePrice(
  world: World,
  unitAmount: string,
  currency: string,
  from: Pick<InlinePrice, 'product' | 'product_data' | 'tax_behavior'>,
  name: string,
): Unit {
  const product =
    from.product === undefined
      ? newProduct(world, {
          name: from.product_data?.name ?? name,
          active: world.settings.rules.inlineProduct === 'active',
        })
      : liveProduct(world, from.product, 'price_data[product]');
  const price = world.put('price', {
    id: world.id('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: world.now(),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: product.id,
    recurring: null,
    tax_behavior: from.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: unitAmount.includes('.') ? null : Number(unitAmount),
    unit_amount_decimal: unitAmount,
  });
  return { unitAmount, price: price.id, product: product.id, name: product.name };
}

function unitOf(world: World, params: CostParams, currency: string): Unit {
  const name = params.description ?? 'Invoice item';
  if (params.pricing?.price !== undefined) return cataloguePrice(world, params.pricing.price, currency);
  if (params.price_data !== undefined) {
    refuseCurrency(params.price_data.currency, currency);
    return inlinePrice(world, unitAmountOf(params.price_data), currency, params.price_data, name);
  }
  const unitAmount = params.unit_amount_decimal ?? params.amount?.toString();
  if (unitAmount === undefined)
    throw refuse('You must specify one of amount, price_data or pricing.', {
      code: 'parameter_missing',
      param: 'amount',
    });
  return inlinePrice(
    world,
    formatDecimal(parseDecimal(unitAmount)),
    currency,
    { product: undefined, product_data: undefined, tax_behavior: params.tax_behavior },
    name,
  );
}

/** Makes the price behind a line and its rounded amount in the invoice's currency. */
export function costOf(world: World, params: CostParams, currency: string): Cost {
  refuseSeveral(params);
  const unit = unitOf(world, params, currency);
  const quantity = parseDecimal(params.quantity_decimal ?? String(params.quantity ?? 1));
  const amount = multiplyToAmount(parseDecimal(unit.unitAmount), quantity);
  if (Math.abs(amount) > MAX_LINE_AMOUNT) {
    throw refuse(`Invalid amount: the line comes to ${amount}, more than ${MAX_LINE_AMOUNT}.`, {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
  return {
    amount,
    quantity: quantity % ONE === 0n ? Number(quantity / ONE) : null,
    quantityDecimal: formatDecimal(quantity),
    pricing: {
      price_details: { price: unit.price, product: unit.product },
      type: 'price_details',
      unit_amount_decimal: unit.unitAmount,
    },
    description: params.description ?? unit.name,
  };
}
