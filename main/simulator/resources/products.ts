// Products of the catalogue.
import { changeMetadata, kept, inRange, metadata, pageFields, range } from '../api/common-params.ts';
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
import { emit, update } from '../world/events.ts';
import type { Product } from '../world/records.ts';
import { render, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { liveProduct, newProduct } from './product-lookup.ts';
import { createPrice, recurringRule } from './prices.ts';

const changeFields = {
  active: optional(flag),
  default_price: optional(text()),
  description: clearable(text(40_000)),
  metadata: clearable(metadata),
  name: optional(text()),
  statement_descriptor: optional(text(22)),
  tax_code: clearable(text()),
  unit_label: clearable(text(12)),
  url: clearable(text()),
};
const defaultPriceRule = object({
  currency: required(currency),
  recurring: optional(recurringRule),
  tax_behavior: optional(oneOf('exclusive', 'inclusive', 'unspecified')),
  unit_amount: optional(integer),
  unit_amount_decimal: optional(decimal),
});
const createFields = {
  ...changeFields,
  default_price_data: optional(defaultPriceRule),
  id: optional(text()),
  name: required(text()),
  type: optional(oneOf('good', 'service')),
};

function changed(product: Product, params: Parsed<typeof changeFields>, now: number): Product {
  return {
    ...product,
    active: params.active ?? product.active,
    default_price: params.default_price ?? product.default_price ?? null,
    description: kept(params.description, product.description),
    metadata: changeMetadata(product.metadata, params.metadata),
    name: params.name ?? product.name,
    statement_descriptor: params.statement_descriptor ?? product.statement_descriptor ?? null,
    tax_code: kept(params.tax_code, product.tax_code ?? null),
    unit_label: kept(params.unit_label, product.unit_label ?? null),
    updated: now,
    url: kept(params.url, product.url),
  };
}

function create(world: World, params: Parsed<typeof createFields>): JsonObject {
  if (params.id !== undefined && world.find('product', params.id) !== undefined) {
    throw refuse('Product already exists.', { code: 'resource_already_exists', param: 'id' });
  }
  const product = world.put('product', changed(newProduct(world, params), params, world.accountNow()));
  emit(world, 'product.created', 'product', product);
  if (params.default_price_data === undefined) return render(world, 'product', product);
  const price = createPrice(world, { ...params.default_price_data, product: product.id });
  return render(world, 'product', world.put('product', { ...product, default_price: price.id }));
}

function remove(world: World, id: string): JsonObject {
  const product = liveProduct(world, id);
  for (const price of world.table('price').newestFirst()) {
    if (price.product === id)
      throw refuse('This product cannot be deleted because it has one or more user-created prices.', {});
  }
  emit(world, 'product.deleted', 'product', product);
  world.put('product', { ...product, inner: { deleted: true } });
  return { id, object: 'product', deleted: true };
}

export const productOperations: readonly Operation[] = [
  operation('POST /v1/products', createFields, create),
  operation('POST /v1/products/:id', changeFields, (world, params, id = '') => {
    const before = liveProduct(world, id);
    if (params.default_price !== undefined) world.get('price', params.default_price, 'default_price');
    return render(
      world,
      'product',
      update(world, 'product.updated', 'product', before, changed(before, params, world.accountNow())),
    );
  }),
  operation('GET /v1/products/:id', {}, (world, _params, id = '') =>
    render(world, 'product', liveProduct(world, id)),
  ),
  operation('DELETE /v1/products/:id', {}, (world, _params, id = '') => remove(world, id)),
  operation(
    'GET /v1/products',
    { ...pageFields, active: optional(flag), created: optional(range), ids: optional(list(text())) },
    (world, params) =>
      pageOf(
        world,
        'product',
        '/v1/products',
        params,
        (product) =>
          !product.inner.deleted &&
          inRange(product.created, params.created) &&
          (params.active === undefined || product.active === params.active) &&
          (params.ids === undefined || params.ids.includes(product.id)),
      ),
  ),
];
