// Tells whoever watches in this process what simulators are asked and answer: the tests hold both to Stripe's own types.
import { channel } from 'node:diagnostics_channel';
import type { SimulatorRequest } from './message.ts';

export interface Exchange {
  readonly request: SimulatorRequest;
  /** Null where none was given, or one that was damaged on the way. */
  readonly answer: { readonly status: number; readonly body: string } | null;
}

/** By its name it is one channel for all of the process, also where this module is bundled twice. */
const exchanges = channel('quittance:simulator');

export function tellExchange(exchange: Exchange): void {
  if (exchanges.hasSubscribers) exchanges.publish(exchange);
}

/** The answer ends it. */
export function watchExchanges(watch: (exchange: Exchange) => void): () => void {
  // Nothing else is published there.
  const listen = (exchange: unknown) => watch(exchange as Exchange);
  exchanges.subscribe(listen);
  return () => exchanges.unsubscribe(listen);
}
