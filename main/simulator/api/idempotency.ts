// Stripe's idempotency layer: the first answer under a key is the answer for a day.
import { createHash } from 'node:crypto';
import { Failure } from './failure.ts';
import type { Answer } from './execute.ts';
import { pathOf, rawParams } from './execute.ts';
import type { SimulatorRequest } from './message.ts';
import { isMultipart } from './multipart.ts';
import type { IdempotencyRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

const KEPT_MS = 24 * 3_600_000;
const MAX_KEY_LENGTH = 255;

/** The key of a POST; other methods have none. */
export function keyOf(request: SimulatorRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined || key === '') return null;
  if (key.length > MAX_KEY_LENGTH) {
    throw new Failure(
      400,
      'idempotency_error',
      `Idempotency keys can have up to ${MAX_KEY_LENGTH} characters.`,
    );
  }
  return key;
}

function fingerprintOf(request: SimulatorRequest): string {
  // The boundary of an upload is another one each time.
  if (isMultipart(request.headers['content-type']))
    return createHash('sha256')
      .update(JSON.stringify(rawParams(request)))
      .digest('hex');
  const sorted = [...new URLSearchParams(request.body)].map(([name, value]) => `${name}=${value}`).toSorted();
  return createHash('sha256').update(sorted.join('&')).digest('hex');
}

/** The kept answer, null when there is none; throws when the key was used for something else. */
export function keptAnswer(world: World, key: string, request: SimulatorRequest): IdempotencyRecord | null {
  const record = world.find('idempotency', key);
  if (record === undefined || world.nowMs() - record.at >= KEPT_MS) return null;
  const endpoint = pathOf(request);
  if (record.endpoint !== endpoint) {
    throw new Failure(
      400,
      'idempotency_error',
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${endpoint}' vs '${record.endpoint}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  if (record.fingerprint !== fingerprintOf(request)) {
    throw new Failure(
      400,
      'idempotency_error',
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  return record;
}

export function keepAnswer(
  world: World,
  key: string,
  request: SimulatorRequest,
  requestId: string,
  answer: Answer,
): void {
  world.remove('idempotency', key);
  world.put('idempotency', {
    id: key,
    at: world.nowMs(),
    fingerprint: fingerprintOf(request),
    endpoint: pathOf(request),
    requestId,
    status: answer.status,
    body: answer.body,
  });
  for (const record of world.table('idempotency').oldestFirst()) {
    if (world.nowMs() - record.at < KEPT_MS) return;
    world.remove('idempotency', record.id);
  }
}

export function keyInUse(key: string): Failure {
  return new Failure(
    409,
    'idempotency_error',
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    { code: 'idempotency_key_in_use' },
  );
}
