// Handlers of the calls about the lock.
import type { lockCalls } from '../shared/contract/locking.ts';
import type { Handlers } from './handlers.ts';
import type { HandlerDependencies } from './handlers-context.ts';
import { stateOf } from './handlers-session.ts';

export function lockHandlers(dependencies: HandlerDependencies): Pick<Handlers, keyof typeof lockCalls> {
  const { lock } = dependencies;
  return {
    'lock.set': async ({ afterMinutes }) => {
      await lock.set(afterMinutes);
      return stateOf(dependencies);
    },
    'lock.now': () => {
      lock.lockNow();
      return stateOf(dependencies);
    },
    'lock.unlock': async () => {
      await lock.unlock();
      return stateOf(dependencies);
    },
  };
}
