// Handlers of the calls about recurring invoices.
import type { recurringCalls } from '../shared/contract/recurring.ts';
import type { Handlers } from './handlers.ts';
import { contextOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import {
  cancelRecurring,
  changeRecurring,
  keepRecurring,
  pauseRecurring,
  resumeRecurring,
} from './invoicing/recurring/change.ts';
import { createRecurring } from './invoicing/recurring/create.ts';
import { getRecurring, recurringCounts, recurringList } from './invoicing/recurring/get.ts';
import { reviewRecurring } from './invoicing/recurring/review.ts';
import { previewRecurring } from './session/recurring-preview.ts';
import { Changes } from './sync/changes.ts';

export function recurringHandlers(
  dependencies: HandlerDependencies,
): Pick<Handlers, keyof typeof recurringCalls> {
  const run = handlerOf(dependencies);
  const { session } = dependencies;
  return {
    'recurring.list': run(recurringList),
    'recurring.counts': run(recurringCounts),
    'recurring.get': run(getRecurring),
    'recurring.review': run(reviewRecurring),
    'recurring.preview': (input) =>
      previewRecurring(contextOf(dependencies, new Changes()), session.connection?.gateway ?? null, input),
    'recurring.create': run(createRecurring),
    'recurring.change': run(changeRecurring),
    'recurring.pause': run(pauseRecurring),
    'recurring.resume': run(resumeRecurring),
    'recurring.cancel': run(cancelRecurring),
    'recurring.keep': run(keepRecurring),
  };
}
