// Calls about what the program is doing and has done: the outbox, Stripe requests, events; and search over everything.
import { z } from 'zod';
import { command, query } from './define.ts';
import { CommandId, Id, Money, Nothing, UnixSeconds } from './common.ts';

export const OperationState = z.enum([
  'queued',
  'sending',
  'waiting',
  'checking',
  'needs-review',
  'failed',
  'done',
  'canceled',
]);
export type OperationState = z.infer<typeof OperationState>;

export const Operation = z.object({
  id: Id,
  /** In words: "Send invoice to Acme Ltd". */
  title: z.string(),
  state: OperationState,
  /** What the state means here and what happens next, in words. */
  explanation: z.string(),
  subject: z.object({ kind: z.enum(['invoice', 'customer', 'payment', 'catalogue']), id: Id }).nullable(),
  amount: Money.nullable(),
  createdAt: UnixSeconds,
  finishedAt: UnixSeconds.nullable(),
  nextAttemptAt: UnixSeconds.nullable(),
  actions: z.array(z.enum(['cancel', 'retry', 'accept', 'discard'])),
  steps: z.array(
    z.object({
      title: z.string(),
      state: OperationState,
      attempts: z.int(),
      idempotencyKey: z.string(),
      requestId: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
});

export const RequestRow = z.object({
  id: Id,
  at: UnixSeconds,
  operation: z.string(),
  status: z.int().nullable(),
  durationMs: z.int(),
  requestId: z.string().nullable(),
  idempotencyKey: z.string().nullable(),
  replayed: z.boolean(),
  objectIds: z.array(z.string()),
  error: z.string().nullable(),
});

export const EventRow = z.object({
  id: Id,
  at: UnixSeconds,
  type: z.string(),
  objectId: z.string().nullable(),
  text: z.string(),
});

export const activityCalls = {
  'outbox.list': query(
    z.object({ view: z.enum(['active', 'all']), limit: z.int().min(1).max(200) }),
    z.object({ operations: z.array(Operation), active: z.int(), needPerson: z.int() }),
  ),
  'outbox.get': query(z.object({ id: Id }), Operation),
  /** Only while nothing of it has been sent to Stripe. */
  'outbox.cancel': command(z.object({ commandId: CommandId, id: Id }), Nothing),
  'outbox.retry': command(z.object({ commandId: CommandId, id: Id }), Nothing),
  /** A person's decision on an operation that needs review: `accept` goes on, `discard` ends it. */
  'outbox.resolve': command(
    z.object({ commandId: CommandId, id: Id, decision: z.enum(['accept', 'discard']) }),
    Nothing,
  ),
  'requests.list': query(
    z.object({ search: z.string().max(200).optional(), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(RequestRow) }),
  ),
  'events.list': query(z.object({ limit: z.int().min(1).max(500) }), z.object({ rows: z.array(EventRow) })),
  'search.everything': query(
    z.object({ text: z.string().min(1).max(200) }),
    z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['invoice', 'customer', 'payment']),
          id: Id,
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  ),
} as const;
