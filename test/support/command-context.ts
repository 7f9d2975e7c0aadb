// What a use case that leaves work for Stripe is given, over books in memory.
import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../main/invoicing/command-context.ts';
import { Changes } from '../../main/sync/changes.ts';
import { memoryDb } from './memory-db.ts';
import { NOON } from './stripe-objects.ts';

export type TestContext = CommandContext & {
  /** Stripe's clock as last seen, unix seconds. */
  floor: number;
};

/** In Berlin at noon of 1 June 2026, with a key. */
export function commandContext(over: Partial<CommandContext> = {}): TestContext {
  const context: TestContext = {
    floor: NOON,
    db: memoryDb(),
    now: () => NOON,
    timeZone: 'Europe/Berlin',
    locale: 'en-IE',
    mode: 'test',
    hasKey: () => true,
    randomId: randomUUID,
    changes: new Changes(),
    documents: { pdf: async () => new Uint8Array(), svg: async () => [], close: async () => undefined },
    stripeFloor: () => context.floor,
    ...over,
  };
  return context;
}
