// What a use case that leaves work for Stripe is given in addition.
import type { UseContext } from './context.ts';

export interface CommandContext extends UseContext {
  /** Stripe's clock as last seen, unix seconds: nothing of new work can have happened before it. */
  stripeFloor(): number;
}
