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
  subject: z
    .object({ kind: z.enum(['invoice', 'customer', 'payment', 'catalogue', 'recurring', 'dispute']), id: Id })
    .nullable(),
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

/** One request to Stripe as its log has it: no body, no personal data. */
export const RequestRow = z.object({
  /** Where it stands in the log; also the place to go on from. */
  id: Id,
  at: UnixSeconds,
  /** `invoices.create` for a write, `invoice.get` or `invoices.list` for a read. */
  operation: z.string(),
  objectIds: z.array(z.string()),
  /** Minor units of `currency`. */
  amount: z.int().nullable(),
  currency: z.string().nullable(),
  requestId: z.string().nullable(),
  idempotencyKey: z.string().nullable(),
  attempt: z.int(),
  replayed: z.boolean(),
  status: z.int().nullable(),
  /** Stripe's code, or what kept the answer away. */
  error: z.string().nullable(),
  durationMs: z.int(),
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
    z.object({
      /** A part of an operation, an id of an object or request, a key or an error code. */
      search: z.string().max(200).optional(),
      show: z.enum(['all', 'writes', 'errors']).default('all'),
      limit: z.int().min(1).max(200),
      /** The id of a row: what is older than that. */
      before: Id.optional(),
    }),
    /** Newest first. `next` goes on from here; null when there is nothing older. */
    z.object({ rows: z.array(RequestRow), next: Id.nullable() }),
  ),
  'search.everything': query(
    z.object({ text: z.string().min(1).max(200) }),
    z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['invoice', 'customer', 'payment', 'recurring', 'credit-note', 'dispute']),
          id: Id,
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  ),
} as const;
