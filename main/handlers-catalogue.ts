// Handlers of the calls about the catalogue: each names its use case.
import type { catalogueCalls } from '../shared/contract/catalogue.ts';
import type { Handlers } from './handlers.ts';
import { type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { createCoupon, deleteCoupon, listCoupons } from './invoicing/catalogue/coupons.ts';
import {
  archiveItem,
  changeItem,
  countItems,
  createItem,
  findItems,
  getItem,
  listItems,
} from './invoicing/catalogue/items.ts';
import { archivePrice, createPrice, replacePrice } from './invoicing/catalogue/prices.ts';

export function catalogueHandlers(
  dependencies: HandlerDependencies,
): Pick<Handlers, keyof typeof catalogueCalls> {
  const run = handlerOf(dependencies);
  return {
    'items.list': run(listItems),
    'items.counts': run(countItems),
    'items.get': run(getItem),
    'items.find': run(findItems),
    'items.create': run(createItem),
    'items.change': run(changeItem),
    'items.archive': run(archiveItem),
    'prices.create': run(createPrice),
    'prices.replace': run(replacePrice),
    'prices.archive': run(archivePrice),
    'coupons.list': run(listCoupons),
    'coupons.create': run(createCoupon),
    'coupons.delete': run(deleteCoupon),
  };
}
