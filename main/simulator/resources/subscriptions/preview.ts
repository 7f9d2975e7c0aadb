// What a subscription will bill next, computed by doing it and leaving no trace.
import { emitJson } from '../../world/events.ts';
import type { Invoice, Subscription } from '../../world/records.ts';
import { render, type JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';
import { periodEnd } from './moments.ts';
import { renew } from './renew.ts';

/** Thrown to leave what was only tried; carries what was found. */
class Tried extends Error {
  readonly found: JsonObject;
  constructor(found: JsonObject) {
    super('Only tried');
    this.found = found;
  }
}

/** Runs a change at a moment and takes it back. */
export function tryOut(world: World, at: number, run: () => JsonObject): JsonObject {
  try {
    return world.step(() => {
      throw new Tried(run());
    }, at);
  } catch (error) {
    if (error instanceof Tried) return error.found;
    throw error;
  }
}

export function shownUpcoming(world: World, invoice: Invoice): JsonObject {
  return {
    ...render(world, 'invoice', invoice),
    billing_reason: 'upcoming',
    auto_advance: true,
    automatically_finalizes_at: null,
  };
}

/** The invoice of the event has no id: it does not exist yet. */
export function announceRenewal(world: World, subscription: Subscription): void {
  const { id: _id, ...upcoming } = tryOut(world, periodEnd(world, subscription) * 1000, () =>
    shownUpcoming(world, renew(world, subscription.id)),
  );
  emitJson(world, 'invoice.upcoming', upcoming);
}
