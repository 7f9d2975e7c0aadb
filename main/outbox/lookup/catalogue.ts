// Evidence of what was added to the catalogue.
import type { WriteOperation } from '../../stripe/request.ts';
import { exists, type Finder, inList, sameMetadata, sinceFloor, textOf } from './search.ts';

type CatalogueWrite = Extract<WriteOperation, `taxRates.${string}` | `coupons.${string}`>;

export const CATALOGUE_FINDERS: Readonly<Record<CatalogueWrite, Finder>> = {
  'taxRates.create': (search) =>
    inList(search, 'taxRates', sinceFloor(search), (object) =>
      sameMetadata(object, search, 'quittance_tax_rate'),
    ),
  'coupons.create': (search) => exists(search, 'coupon', textOf(search.request.params['id'])),
};
