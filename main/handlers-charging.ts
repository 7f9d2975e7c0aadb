// Handlers of the calls about charging saved cards and accounts.
import type { chargingCalls } from '../shared/contract/charging.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { chargeInvoice, chargeOptions, customerMethods } from './invoicing/charge-invoice.ts';
import { refreshSavedMethods } from './session/saved-methods.ts';

type ChargingHandlers = Pick<Handlers, keyof typeof chargingCalls>;

export function chargingHandlers(dependencies: HandlerDependencies): ChargingHandlers {
  const run = handlerOf(dependencies);
  return {
    'charges.options': run(chargeOptions),
    'charges.create': run(chargeInvoice),
    'charges.refresh': (input) => refreshSavedMethods(dependencies, booksOf(dependencies.session), input),
    'customers.methods': run(customerMethods),
  };
}
