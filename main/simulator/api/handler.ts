// The way of a request: due work first, then key, scripted trouble, idempotency, execution, headers.
import { authenticate, type Keys } from './auth.ts';
import { tellExchange } from './exchange.ts';
import { execute, pathOf, type Answer } from './execute.ts';
import { Failure } from './failure.ts';
import type { Fault, FaultScript } from './faults.ts';
import { keepAnswer, keptAnswer, keyInUse, keyOf } from './idempotency.ts';
import { TransportFailure, type SimulatorRequest, type SimulatorResponse } from './message.ts';
import type { Operation } from './operation.ts';
import { authorize } from './permissions.ts';
import { plan } from '../world/due.ts';
import type { World } from '../world/world.ts';
import { token } from '../world/ids.ts';

export interface LoggedRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  /** Null when no answer was given. */
  readonly status: number | null;
  readonly replayed: boolean;
  /** Milliseconds of the simulator's clock. */
  readonly at: number;
}

export interface HandlerParts {
  readonly world: World;
  readonly operations: readonly Operation[];
  readonly faults: FaultScript;
  readonly keys: Keys;
  readonly log: (request: LoggedRequest) => void;
  readonly runDue: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

interface Outcome {
  readonly answer: Answer;
  readonly headers: Readonly<Record<string, string>>;
  readonly replayed: boolean;
  readonly truncated?: true;
  /** The body is not what the simulator answered. */
  readonly damaged?: true;
}

const HTML =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n';

export class Handler {
  readonly #parts: HandlerParts;
  readonly #inFlight = new Set<string>();
  #requests = 0;

  constructor(parts: HandlerParts) {
    this.#parts = parts;
  }

  async handle(request: SimulatorRequest): Promise<SimulatorResponse> {
    const { world, log } = this.#parts;
    this.#requests += 1;
    const id = `req_${token(world.settings.seed ^ 0x5eed, this.#requests, 14)}`;
    const entry = {
      id,
      method: request.method,
      path: request.path,
      key: request.headers['idempotency-key'] ?? null,
    };
    try {
      const outcome = await this.#answer(request, id);
      log({ ...entry, status: outcome.answer.status, replayed: outcome.replayed, at: world.nowMs() });
      tellExchange({ request, answer: outcome.damaged === undefined ? outcome.answer : null });
      return this.#respond(request, id, outcome);
    } catch (error) {
      log({ ...entry, status: null, replayed: false, at: world.nowMs() });
      tellExchange({ request, answer: null });
      throw error;
    }
  }

  async #answer(request: SimulatorRequest, id: string): Promise<Outcome> {
    const { world, faults, keys, runDue } = this.#parts;
    try {
      const key = authenticate(world.settings, keys, request.headers);
      authorize(world.settings, keys, key, request);
      runDue();
      const fault = faults.next(request.method, pathOf(request));
      return await (fault === null ? this.#attempt(request, id) : this.#trouble(fault, request, id));
    } catch (error) {
      if (error instanceof Failure) return plainOutcome(error);
      throw error;
    }
  }

  /** Executes the request, or repeats the answer its key already has. */
  async #attempt(request: SimulatorRequest, id: string, trouble?: Fault): Promise<Outcome> {
    const { world, wait } = this.#parts;
    const key = keyOf(request);
    if (key === null) {
      if (trouble?.kind === 'slow') await wait(trouble.delayMs);
      return { answer: this.run(request, id, trouble), headers: {}, replayed: false };
    }
    if (this.#inFlight.has(key)) throw keyInUse(key);
    const kept = keptAnswer(world, key, request);
    if (kept !== null) {
      const headers = { 'idempotent-replayed': 'true', 'original-request': kept.requestId };
      return { answer: { status: kept.status, body: kept.body, executed: true }, headers, replayed: true };
    }
    this.#inFlight.add(key);
    try {
      if (trouble?.kind === 'slow') await wait(trouble.delayMs);
      return { answer: this.run(request, id, trouble), headers: { 'original-request': id }, replayed: false };
    } finally {
      this.#inFlight.delete(key);
    }
  }

  /** Executes and keeps the answer in one step, so that a crash leaves both or neither. */
  run(request: SimulatorRequest, id: string, trouble?: Fault): Answer {
    const { world, operations } = this.#parts;
    const key = keyOf(request);
    return world.step(() => {
      world.cause = {
        requestId: id,
        idempotencyKey: key,
        eventLagMs: trouble?.kind === 'event_lag' ? trouble.delayMs : 0,
      };
      try {
        const executed =
          trouble?.kind === 'server_error' && trouble.effect !== 'done'
            ? serverError()
            : execute(world, operations, request);
        const answer = trouble?.kind === 'server_error' ? serverError() : executed;
        if (key !== null && answer.executed) keepAnswer(world, key, request, id, answer);
        return answer;
      } finally {
        world.cause = null;
      }
    });
  }

  /** A request that was slow on the way (`keyed`), or work that Stripe completes after it answered 500: its events still name the key. */
  runLate(request: SimulatorRequest, keyed: boolean): void {
    const { world, operations } = this.#parts;
    const id = `req_${token(world.settings.seed, world.next('late-requests'), 14)}`;
    const key = keyOf(request);
    if (keyed) {
      if (key === null || keptAnswer(world, key, request) === null) this.run(request, id);
      return;
    }
    world.cause = { requestId: id, idempotencyKey: key, eventLagMs: 0 };
    execute(world, operations, request);
    world.cause = null;
  }

  async #trouble(fault: Fault, request: SimulatorRequest, id: string): Promise<Outcome> {
    switch (fault.kind) {
      case 'timeout':
      case 'reset':
        if (fault.effect === 'done') await this.#attempt(request, id);
        throw new TransportFailure(fault.kind);
      case 'delayed':
        this.#planLate(request, fault.delayMs, true);
        throw new TransportFailure('timeout');
      case 'server_error':
        // With a key that has its answer, or is under way, nothing is done again, now or later.
        if (fault.effect === 'late' && !this.#isTaken(request)) this.#planLate(request, fault.delayMs, false);
        return this.#attempt(request, id, fault);
      case 'malformed':
        return withBody(await this.#attempt(request, id), '{"id": ');
      case 'truncated':
        return { ...(await this.#attempt(request, id)), truncated: true };
      case 'bad_gateway':
        return {
          answer: { status: 502, body: HTML, executed: false },
          headers: { 'content-type': 'text/html' },
          replayed: false,
          damaged: true,
        };
      case 'event_lag':
      case 'slow':
        return this.#attempt(request, id, fault);
      case 'rate_limited':
        return rateLimited(fault.shouldRetry);
      case 'conflict':
        throw keyInUse(keyOf(request) ?? '');
      case 'declined':
        throw new Failure(402, 'card_error', 'Your card was declined.', {
          code: 'card_declined',
          decline_code: 'generic_decline',
        });
      case 'unauthorized':
        throw new Failure(401, 'invalid_request_error', 'Invalid API Key provided: sk_test_****');
      case 'forbidden':
        throw new Failure(
          403,
          'invalid_request_error',
          `The provided key 'rk_test_***' does not have the required permissions for this endpoint on account '${this.#parts.world.settings.accountId}'.`,
        );
    }
  }

  #isTaken(request: SimulatorRequest): boolean {
    const key = keyOf(request);
    if (key === null) return false;
    return this.#inFlight.has(key) || keptAnswer(this.#parts.world, key, request) !== null;
  }

  #planLate(request: SimulatorRequest, delayMs: number, keyed: boolean): void {
    const { world } = this.#parts;
    const { authorization: _secret, ...headers } = request.headers;
    world.step(() => plan(world, delayMs, { kind: 'late-request', request: { ...request, headers }, keyed }));
  }

  #respond(request: SimulatorRequest, id: string, outcome: Outcome): SimulatorResponse {
    const { world } = this.#parts;
    const key = request.headers['idempotency-key'];
    return {
      status: outcome.answer.status,
      headers: {
        'content-type': 'application/json',
        date: new Date(world.nowMs()).toUTCString(),
        'request-id': id,
        'stripe-version': request.headers['stripe-version'] ?? world.settings.accountApiVersion,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...outcome.headers,
      },
      body: outcome.answer.body,
      ...(outcome.truncated === undefined ? {} : { truncated: outcome.truncated }),
    };
  }
}

function plainOutcome(error: Failure): Outcome {
  return {
    answer: { status: error.status, body: JSON.stringify(error.body(), null, 2), executed: false },
    headers: {},
    replayed: false,
  };
}

function withBody(outcome: Outcome, body: string): Outcome {
  return { ...outcome, answer: { ...outcome.answer, body }, damaged: true };
}

function serverError(): Answer {
  const failure = new Failure(500, 'api_error', 'An unknown error occurred');
  return { status: 500, body: JSON.stringify(failure.body(), null, 2), executed: true };
}

function rateLimited(shouldRetry: boolean | undefined): Outcome {
  const failure = new Failure(
    429,
    'invalid_request_error',
    'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    { code: 'rate_limit' },
  );
  return {
    ...plainOutcome(failure),
    headers: shouldRetry === undefined ? {} : { 'stripe-should-retry': String(shouldRetry) },
  };
}
