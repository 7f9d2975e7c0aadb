// Makes and finds products, for the catalogue and for lines that name a product only by its data.
import { missing } from '../api/failure.ts';
import type { Product } from '../world/records.ts';
import type { World } from '../world/world.ts';

export function newProduct(
  world: World,
  fields: { readonly name: string; readonly id?: string | undefined; readonly active?: boolean | undefined },
): Product {
  const product = world.put('product', {
    id: fields.id ?? world.id('prod'),
    object: 'product',
    active: fields.active ?? true,
    created: world.accountNow(),
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: fields.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: world.accountNow(),
    url: null,
    inner: { deleted: false },
  });
  return product;
}

export function liveProduct(world: World, id: string, param = 'id'): Product {
  const product = world.get('product', id, param);
  if (product.inner.deleted) throw missing('product', id, param);
  return product;
}
