// Prices: their amount never changes, they are archived instead.
import { changeMetadata, inRange, metadata, pageFields, range } from '../api/common-params.ts';
import { refuse } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { pageOf } from '../api/pages.ts';
import {
  clearable,
  currency,
  decimal,
  flag,
  integer,
  list,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../api/params.ts';
import { formatDecimal, parseDecimal } from '../arithmetic/decimal.ts';
import { emit, update } from '../world/events.ts';
import type { Price } from '../world/records.ts';
import { render, renderById, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { liveProduct, newProduct } from './product-lookup.ts';

export const recurringRule = object({
  interval: required(oneOf('day', 'week', 'month', 'year')),
  interval_count: optional(integer),
});
const taxBehavior = oneOf('exclusive', 'inclusive', 'unspecified');

const changeFields = {
  active: optional(flag),
  lookup_key: optional(text(200)),
  metadata: clearable(metadata),
  nickname: clearable(text()),
  tax_behavior: optional(taxBehavior),
};
const createFields = {
  ...changeFields,
  billing_scheme: optional(oneOf('per_unit')),
  currency: required(currency),
  product: optional(text()),
  product_data: optional(
    object({
      name: required(text()),
      active: optional(flag),
      metadata: clearable(metadata),
      unit_label: optional(text(12)),
    }),
  ),
  recurring: optional(recurringRule),
  unit_amount: optional(integer),
  unit_amount_decimal: optional(decimal),
};

export interface NewPrice {
  readonly product: string;
  readonly currency: string;
  readonly unit_amount: number | undefined;
  readonly unit_amount_decimal: string | undefined;
  readonly active?: boolean | undefined;
  readonly recurring?: { readonly interval: string; readonly interval_count: number | undefined } | undefined;
  readonly tax_behavior?: string | undefined;
}

/** The exact unit amount from either way of stating it, as the shortest decimal. */
export function unitAmountOf(params: {
  readonly unit_amount: number | undefined;
  readonly unit_amount_decimal: string | undefined;
}): string {
  if (params.unit_amount !== undefined && params.unit_amount_decimal !== undefined) {
    throw refuse('You may only specify one of these parameters: unit_amount, unit_amount_decimal.', {
      code: 'parameters_exclusive',
      param: 'unit_amount',
    });
  }
  const stated = params.unit_amount_decimal ?? params.unit_amount?.toString();
  if (stated === undefined)
    throw refuse('Missing required param: unit_amount.', { code: 'parameter_missing', param: 'unit_amount' });
  return formatDecimal(parseDecimal(stated));
}

export function createPrice(world: World, params: NewPrice): Price {
  const unitAmount = unitAmountOf(params);
  if (unitAmount.startsWith('-'))
    throw refuse('Invalid non-negative integer', { code: 'parameter_invalid_integer', param: 'unit_amount' });
  const price = world.put('price', {
    id: world.id('price'),
    object: 'price',
    active: params.active ?? true,
    billing_scheme: 'per_unit',
    created: world.accountNow(),
    currency: params.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: params.product,
    recurring:
      params.recurring === undefined
        ? null
        : {
            interval: params.recurring.interval,
            interval_count: params.recurring.interval_count ?? 1,
            meter: null,
            trial_period_days: null,
            usage_type: 'licensed',
          },
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: params.recurring === undefined ? 'one_time' : 'recurring',
    unit_amount: unitAmount.includes('.') ? null : Number(unitAmount),
    unit_amount_decimal: unitAmount,
  });
  emit(world, 'price.created', 'price', price);
  return price;
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  const { product_data: data } = params;
  if ((params.product === undefined) === (data === undefined)) {
    throw refuse('You must provide one of product or product_data.', {
      code: 'parameter_missing',
      param: 'product',
    });
  }
  const product =
    data === undefined ? liveProduct(world, params.product ?? '', 'product') : newProduct(world, data);
  if (data !== undefined) emit(world, 'product.created', 'product', product);
  const price = createPrice(world, { ...params, product: product.id });
  return render(world, 'price', world.put('price', changed(price, params)));
}

function changed(price: Price, params: Parsed<typeof changeFields>): Price {
  return {
    ...price,
    active: params.active ?? price.active,
    lookup_key: params.lookup_key ?? price.lookup_key,
    metadata: changeMetadata(price.metadata, params.metadata),
    nickname: params.nickname === undefined ? price.nickname : params.nickname,
    tax_behavior: params.tax_behavior ?? price.tax_behavior,
  };
}

export const priceOperations: readonly Operation[] = [
  operation('POST /v1/prices', createFields, create),
  operation('POST /v1/prices/:id', changeFields, (world, params, id = '') => {
    const before = world.get('price', id);
    if (
      params.tax_behavior !== undefined &&
      before.tax_behavior !== 'unspecified' &&
      params.tax_behavior !== before.tax_behavior
    ) {
      throw refuse('You cannot change the tax_behavior of a price once it is set.', {
        param: 'tax_behavior',
      });
    }
    if (params.active === false && world.get('product', before.product).default_price === id) {
      throw refuse('This price cannot be archived because it is the default price of its product.', {
        param: 'active',
      });
    }
    return render(world, 'price', update(world, 'price.updated', 'price', before, changed(before, params)));
  }),
  operation('GET /v1/prices/:id', {}, (world, _params, id = '') => renderById(world, 'price', id)),
  operation(
    'GET /v1/prices',
    {
      ...pageFields,
      active: optional(flag),
      created: optional(range),
      currency: optional(currency),
      lookup_keys: optional(list(text(), 10)),
      product: optional(text()),
      type: optional(oneOf('one_time', 'recurring')),
    },
    (world, params) =>
      pageOf(world, 'price', '/v1/prices', params, (price) =>
        [
          inRange(price.created, params.created),
          params.active === undefined || price.active === params.active,
          params.currency === undefined || price.currency === params.currency,
          params.lookup_keys === undefined ||
            (price.lookup_key !== null && params.lookup_keys.includes(price.lookup_key)),
          params.product === undefined || price.product === params.product,
          params.type === undefined || price.type === params.type,
        ].every(Boolean),
      ),
  ),
];
