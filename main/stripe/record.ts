// One line of the request log: what was asked and what came of it, without bodies and without personal data.
import { z } from 'zod';
import type { Exchange } from './exchange.ts';
import type { ReadFailure } from './request.ts';

export interface RequestRecord {
  /** Milliseconds since the epoch, of this computer's clock. */
  readonly at: number;
  /** The SDK's name for a write such as `invoices.create`; `<type>.get` or `<resource>.list` for a read. */
  readonly operation: string;
  /** Null when no answer arrived. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly requestId: string | null;
  readonly idempotencyKey: string | null;
  /** How often this write has been sent under its key, this time included; a read is always asked for anew. */
  readonly attempt: number;
  readonly replayed: boolean;
  /** Asked for and answered. */
  readonly objectIds: readonly string[];
  /** Minor units of `currency`, for a write of one object that has an amount. */
  readonly amount: number | null;
  readonly currency: string | null;
  /** Stripe's error code or the kind of the failure; null when all went well. */
  readonly error: string | null;
}

interface Seen {
  readonly operation: string;
  readonly target?: string | null;
  readonly key?: string;
  readonly attempt?: number;
  readonly exchange: Exchange;
  readonly answer: unknown;
  readonly failure: ReadFailure | null;
  readonly startedAt: number;
  readonly endedAt: number;
}

const Identified = z.object({ id: z.string() });
const Amounts = z.object({
  amount: z.int().optional(),
  total: z.int().optional(),
  currency: z.string().optional(),
});

export function recordOf(seen: Seen): RequestRecord {
  const { exchange, failure } = seen;
  const amounts = seen.key === undefined ? undefined : Amounts.safeParse(seen.answer).data;
  const answered = Identified.safeParse(seen.answer).data?.id;
  const ids = [seen.target, answered].filter((id): id is string => typeof id === 'string');
  return {
    at: seen.startedAt,
    operation: seen.operation,
    status: exchange.status,
    durationMs: seen.endedAt - seen.startedAt,
    requestId: exchange.headers['request-id'] ?? null,
    idempotencyKey: seen.key ?? null,
    attempt: seen.attempt ?? 1,
    replayed: exchange.headers['idempotent-replayed'] === 'true',
    objectIds: [...new Set(ids)],
    amount: amounts?.total ?? amounts?.amount ?? null,
    currency: amounts?.currency ?? null,
    error: failure === null ? null : errorOf(failure),
  };
}

function errorOf(failure: ReadFailure): string {
  if (failure.kind === 'refused') return failure.code ?? failure.kind;
  return failure.kind === 'no-answer' ? failure.why : failure.kind;
}
