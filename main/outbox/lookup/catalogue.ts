// Evidence of what was done to the catalogue.
import type { WriteOperation } from '../../stripe/request.ts';
import {
  type Evidence,
  exists,
  type Finder,
  hasMark,
  inList,
  onTarget,
  sameMetadata,
  type Search,
  sinceFloor,
  textOf,
} from './search.ts';

type CatalogueWrite = Extract<WriteOperation, `${'taxRates' | 'coupons' | 'products' | 'prices'}.${string}`>;

export const CATALOGUE_FINDERS: Readonly<Record<CatalogueWrite, Finder>> = {
  'taxRates.create': (search) =>
    inList(search, 'taxRates', sinceFloor(search), (object) =>
      sameMetadata(object, search, 'quittance_tax_rate'),
    ),
  'taxRates.update': (search) => isActiveAsWanted(search, 'tax_rate'),
  'coupons.create': (search) => exists(search, 'coupon', textOf(search.request.params['id'])),
  'coupons.del': findDeletedCoupon,
  'products.create': (search) =>
    inList(search, 'products', sinceFloor(search), (object) =>
      sameMetadata(object, search, 'quittance_product'),
    ),
  'products.update': findChangedProduct,
  'prices.create': (search) =>
    inList(
      search,
      'prices',
      { product: search.request.params['product'] ?? null, ...sinceFloor(search) },
      (object) => sameMetadata(object, search, 'quittance_price'),
    ),
  'prices.update': (search) => isActiveAsWanted(search, 'price'),
};

function isActiveAsWanted(search: Search, type: 'tax_rate' | 'price' | 'product'): Promise<Evidence> {
  return onTarget(search, type, (object) =>
    object['active'] === search.request.params['active'] ? 'done' : 'absent',
  );
}

/** Archived or not and the usual price are states that can be seen; a change of words leaves its mark. */
function findChangedProduct(search: Search): Promise<Evidence> {
  const { params } = search.request;
  if ('active' in params) return isActiveAsWanted(search, 'product');
  return onTarget(search, 'product', (object) => {
    const done =
      'default_price' in params
        ? object['default_price'] === params['default_price']
        : hasMark(object, search);
    return done ? 'done' : 'absent';
  });
}

async function findDeletedCoupon({ gateway, request }: Search): Promise<Evidence> {
  const id = request.target ?? '';
  const answer = await gateway.get('coupon', id);
  if (!answer.ok) return { kind: 'unknown', failure: answer.failure };
  const { value: object, stripeTime } = answer;
  if (object !== null && object['deleted'] !== true) return { kind: 'absent', stripeTime };
  return { kind: 'done', object: { id, object: 'coupon', deleted: true }, stripeTime };
}
