// Runs one request against the world: finds the operation, refuses unfit parameters, does the work, expands the answer.
import { clockOfRequest, refuseWhileAdvancing } from './clock-of-request.ts';
import { Failure } from './failure.ts';
import { decodeForm, type RawObject } from './form.ts';
import { expand } from './expand.ts';
import { decodeMultipart, isMultipart } from './multipart.ts';
import { findOperation, type Match, type Operation } from './operation.ts';
import { refuse } from './failure.ts';
import type { SimulatorRequest } from './message.ts';
import type { JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** False when execution never began: such an answer is not kept under its idempotency key. */
  readonly executed: boolean;
}

export function pathOf(request: SimulatorRequest): string {
  return request.path.split('?')[0] ?? '';
}

/** As they were sent, decoded. */
export function rawParams(request: SimulatorRequest): RawObject {
  const { 'content-type': contentType } = request.headers;
  if (isMultipart(contentType)) return decodeMultipart(contentType, request.body);
  const query = request.path.split('?')[1] ?? '';
  return decodeForm(request.method === 'POST' ? request.body : query);
}

/** Takes `expand` out of the parameters: every operation has it. */
function splitExpand(raw: RawObject): { readonly paths: readonly string[]; readonly rest: RawObject } {
  const { expand: paths, ...rest } = raw;
  if (paths === undefined || paths === '') return { paths: [], rest };
  if (!Array.isArray(paths)) throw refuse('Invalid array', { param: 'expand' });
  return { paths: paths.map(String), rest };
}

function match(operations: readonly Operation[], request: SimulatorRequest): Match {
  const path = pathOf(request);
  const segments = path.split('/').slice(2).map(decodeURIComponent);
  const found = path.startsWith('/v1/') ? findOperation(operations, request.method, segments) : null;
  if (found !== null) return found;
  throw new Failure(
    404,
    'invalid_request_error',
    `Unrecognized request URL (${request.method}: ${path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code. Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  );
}

const keepsDeclines = (error: unknown): boolean => error instanceof Failure && error.leavesEffects;

function refusal(error: unknown, executed: boolean): Answer {
  if (!(error instanceof Failure)) throw error;
  return { status: error.status, body: JSON.stringify(error.body(), null, 2), executed };
}

export function execute(world: World, operations: readonly Operation[], request: SimulatorRequest): Answer {
  let work: () => JsonObject;
  try {
    const { operation, ids } = match(operations, request);
    const { paths, rest } = splitExpand(rawParams(request));
    const run = operation.prepare(rest);
    const clock = clockOfRequest(world, ids, rest);
    refuseWhileAdvancing(clock, request.method);
    work = () => world.within(clock, () => expand(world, run(world, ids), paths));
  } catch (error) {
    return refusal(error, false);
  }
  try {
    return {
      status: 200,
      body: JSON.stringify(world.step(work, world.nowMs(), keepsDeclines), null, 2),
      executed: true,
    };
  } catch (error) {
    return refusal(error, true);
  }
}
