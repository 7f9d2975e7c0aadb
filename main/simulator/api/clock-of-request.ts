// In whose time a request runs: that of the test clock of the customer it is about.
import type { Raw, RawObject } from './form.ts';
import { Failure } from './failure.ts';
import { isRawObject } from './params.ts';
import { clockOf } from '../world/test-clock.ts';
import type { Records } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** Parameters that name what a request is about. */
const about = [
  'charge',
  'customer',
  'invoice',
  'payment_intent',
  'subscription',
  'subscription_item',
] as const;

function idIn(raw: Raw | undefined): readonly string[] {
  return typeof raw === 'string' ? [raw] : [];
}

function named(ids: readonly string[], raw: RawObject): readonly string[] {
  const { from_invoice: original } = raw;
  const revised = original !== undefined && isRawObject(original) ? idIn(original['invoice']) : [];
  return [...ids, ...about.flatMap((name) => idIn(raw[name])), ...revised];
}

/** Null when it runs in the account's own time. */
export function clockOfRequest(
  world: World,
  ids: readonly string[],
  raw: RawObject,
): Records['test_clock'] | null {
  const joined = world.find('test_clock', idIn(raw['test_clock'])[0] ?? '');
  if (joined !== undefined) return joined;
  for (const id of named(ids, raw)) {
    const clock = clockOf(world, id);
    if (clock !== null) return clock;
  }
  return null;
}

/**
 * While a clock advances, nothing of it can be changed: 429, as those saw who tried (the message is theirs). Whether the error names a
 * code is UNCONFIRMED; the request did not run, and may be sent again under its key.
 */
export function refuseWhileAdvancing(clock: Records['test_clock'] | null, method: string): void {
  if (clock === null || clock.status !== 'advancing' || method === 'GET') return;
  throw new Failure(
    429,
    'invalid_request_error',
    `Test clock advancement underway - cannot perform modifications: ${clock.id}`,
  );
}
