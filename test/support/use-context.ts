// A context for use cases over books in memory, at a fixed time.
import type { UseContext } from '../../main/invoicing/context.ts';
import { Changes } from '../../main/sync/changes.ts';
import { memoryDb } from './memory-db.ts';

/** 2026-03-15 12:00 in Berlin. */
export const NOW = 1_773_572_400;

export function useContext(over: Partial<UseContext> = {}): UseContext {
  let last = 0;
  return {
    db: memoryDb(),
    now: () => NOW,
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    mode: 'test',
    hasKey: () => true,
    randomId: () => `id${(last += 1)}`,
    changes: new Changes(),
    documents: {
      pdf: () => Promise.reject(new Error('No document is drawn here')),
      svg: () => Promise.reject(new Error('No document is drawn here')),
      close: () => Promise.resolve(),
    },
    ...over,
  };
}
