// Holds the exchanges of a file of tests, and of the processes that it starts, to Stripe's types.
import type { Exchange } from '../../main/simulator/api/exchange.ts';
import { openNet, type Net } from './net.ts';
import { addHeld, nothingHeld, openRecord, readRecord } from './record.ts';

export interface Watch {
  take(exchange: Exchange): void;
  /** What was found since it was last asked for, each fault once. */
  violations(): readonly string[];
  /** Writes down how much was held. */
  keep(): void;
}

/** One for all files of tests in this process: it reads each schema once. */
let shared: Net | null = null;

/** `folder` is where the processes write. */
export function createWatch(folder: string): Watch {
  shared ??= openNet();
  const net = shared;
  const told = new Set<string>();
  let held = nothingHeld;
  return {
    take(exchange) {
      held = addHeld(held, net.hold(exchange));
    },
    violations() {
      const all = new Set([...held.violations, ...readRecord(folder).violations]);
      const fresh = [...all].filter((violation) => !told.has(violation));
      for (const violation of fresh) told.add(violation);
      return fresh;
    },
    keep: () => openRecord(folder)(held),
  };
}
