// The objects at Stripe as the checks look at them: found by id, shown once.
import type { Simulator } from '../../../main/simulator/simulator.ts';
import { idOf } from '../../support/id-of.ts';
import { effectsAt, type Effects, sentInvoices, deletedObjects } from './effects.ts';

type Shown = Readonly<Record<string, unknown>>;
type Type = Parameters<Simulator['control']['objects']>[0]['type'];

export interface StripeWorld {
  find(type: Type, id: string | null): Shown | undefined;
  all(type: Type): Iterable<Shown>;
  /** Of what the programs caused. */
  readonly effects: Effects;
  /** Ids of invoices that were e-mailed. */
  readonly sent: ReadonlySet<string>;
  /** Ids of which an event told that they were deleted. */
  readonly deleted: ReadonlySet<string>;
}

/** As it is now; `since` is when the simulation began, unix seconds. */
export function lookAtStripe(simulator: Simulator, since: number): StripeWorld {
  const known = new Map<Type, ReadonlyMap<string, Shown>>();
  const of = (type: Type): ReadonlyMap<string, Shown> => {
    const objects =
      known.get(type) ?? new Map(simulator.control.objects({ type }).map((object) => [idOf(object), object]));
    known.set(type, objects);
    return objects;
  };
  return {
    find: (type, id) => (id === null ? undefined : of(type).get(id)),
    all: (type) => of(type).values(),
    effects: effectsAt(simulator, since),
    deleted: deletedObjects(simulator),
    sent: sentInvoices(simulator, since),
  };
}
