// Handlers of the other calls on the open books: start page, settings, payments and activity.
import type { activityCalls } from '../shared/contract/activity.ts';
import type { goingLiveCalls } from '../shared/contract/going-live.ts';
import type { paymentCalls } from '../shared/contract/payments.ts';
import type { settingsCalls } from '../shared/contract/settings.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { archiveTaxRate } from './invoicing/catalogue/archive-tax-rate.ts';
import { createTaxRate } from './invoicing/create-tax-rate.ts';
import { getPayment } from './invoicing/get-payment.ts';
import { getGoLive, tickGoLive } from './invoicing/going-live.ts';
import { getHome } from './invoicing/home.ts';
import { countPayments, countRefunds, listPayments, listRefunds } from './invoicing/list-payments.ts';
import {
  cancelOperation,
  getOperation,
  listOperations,
  resolveOperation,
  retryOperation,
} from './invoicing/operations.ts';
import { refundPayment } from './invoicing/refund-payment.ts';
import { searchEverything } from './invoicing/search-everything.ts';
import { getLogo, getSettings, saveSettings, setLogo } from './invoicing/settings.ts';
import { listTaxRates } from './invoicing/tax-rates-list.ts';

type BooksHandlers = Pick<
  Handlers,
  | keyof typeof settingsCalls
  | keyof typeof paymentCalls
  | keyof typeof activityCalls
  | keyof typeof goingLiveCalls
>;

export function booksHandlers(dependencies: HandlerDependencies): BooksHandlers {
  const run = handlerOf(dependencies);
  return {
    'home.get': run(getHome),
    'settings.get': run(getSettings),
    'settings.save': run(saveSettings),
    'settings.setLogo': run(setLogo),
    'settings.logo': run(getLogo),
    'goLive.get': run(getGoLive),
    'goLive.tick': run(tickGoLive),
    'taxRates.list': run(listTaxRates),
    'taxRates.create': run(createTaxRate),
    'taxRates.archive': run(archiveTaxRate),
    'payments.list': run(listPayments),
    'payments.counts': run(countPayments),
    'payments.get': run(getPayment),
    'refunds.list': run(listRefunds),
    'refunds.counts': run(countRefunds),
    'refunds.create': run(refundPayment),
    'outbox.list': run(listOperations),
    'outbox.get': run(getOperation),
    'outbox.cancel': run(cancelOperation),
    'outbox.retry': run(retryOperation),
    'outbox.resolve': run(resolveOperation),
    'search.everything': run(searchEverything),
    'requests.list': (input) => booksOf(dependencies.session).requests.list(input),
  };
}
