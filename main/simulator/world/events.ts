// Writes Stripe's events: a snapshot of the object at that moment, kept for 30 days.
import type { Records } from './records.ts';
import { render, type Json, type JsonObject, type ShownKind } from './render.ts';
import type { World } from './world.ts';

export const KEPT_SECONDS = 30 * 86_400;

/** Whether nobody will ever see an event of now. */
export function isSilent(world: World): boolean {
  return world.quiet || world.accountNow() < world.eventsSince;
}

export function emit<K extends ShownKind>(
  world: World,
  type: string,
  kind: K,
  record: Records[K],
  previous?: JsonObject,
): void {
  if (!isSilent(world)) emitJson(world, type, render(world, kind, record), previous);
}

export function emitJson(world: World, type: string, object: JsonObject, previous?: JsonObject): void {
  if (isSilent(world)) return;
  const { cause } = world;
  world.put('event', {
    id: world.id('evt'),
    object: 'event',
    api_version: world.settings.accountApiVersion,
    created: world.accountNow(),
    data: previous === undefined ? { object } : { object, previous_attributes: previous },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause?.requestId ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
    inner: { visibleAt: world.accountNowMs() + (cause?.eventLagMs ?? 0) },
  });
  forgetOldEvents(world);
}

function forgetOldEvents(world: World): void {
  for (const event of world.table('event').oldestFirst()) {
    if (event.created >= world.accountNow() - KEPT_SECONDS) return;
    world.remove('event', event.id);
  }
}

/** Replaces an object and, when anything shown changed, writes its `updated` event with the previous values. */
export function update<K extends ShownKind>(
  world: World,
  type: string,
  kind: K,
  before: Records[K],
  after: Records[K],
): Records[K] {
  if (isSilent(world)) return world.put(kind, after);
  return updateFrom(world, type, kind, render(world, kind, before), after);
}

/** As {@link update}, from what was shown before: for objects that are more than their own record. */
export function updateFrom<K extends ShownKind>(
  world: World,
  type: string,
  kind: K,
  was: JsonObject,
  after: Records[K],
): Records[K] {
  world.put(kind, after);
  if (isSilent(world)) return after;
  const previous = difference(was, render(world, kind, after));
  if (Object.keys(previous).length > 0) emit(world, type, kind, after, previous);
  return after;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The earlier values of what differs; objects are compared field by field, lists as a whole. */
function difference(before: JsonObject, after: JsonObject): JsonObject {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed: Record<string, Json> = {};
  for (const name of names) {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (was === is) continue;
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed[name] = isObject(was) && isObject(is) ? difference(was, is) : was;
  }
  return changed;
}
