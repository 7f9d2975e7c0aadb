// Handlers of the calls about what Stripe has told, and how the books compare with it.
import type { eventCalls } from '../shared/contract/stripe-events.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, contextOf, type HandlerDependencies, handlerOf } from './handlers-context.ts';
import { getComparison } from './invoicing/comparison.ts';
import { listEvents, listEventsOf } from './invoicing/list-events.ts';
import { wrongState } from './refusal.ts';
import { once } from './store/commands.ts';
import { Changes } from './sync/changes.ts';

type EventHandlers = Pick<Handlers, keyof typeof eventCalls>;

export function eventHandlers(dependencies: HandlerDependencies): EventHandlers {
  const run = handlerOf(dependencies);
  return {
    'events.list': run(listEvents),
    'events.of': run(listEventsOf),
    'sync.comparison': run(getComparison),
    'sync.compare': ({ commandId }) => {
      const { connection } = dependencies.session;
      const { db } = booksOf(dependencies.session);
      if (!connection) throw wrongState('no-key', 'Connect Stripe first.');
      const context = contextOf(dependencies, new Changes());
      return once(db, commandId, 'sync.compare', context.now(), () => {
        connection.sync.compare();
        return {};
      });
    },
  };
}
