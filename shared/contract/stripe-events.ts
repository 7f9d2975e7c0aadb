// Calls about what Stripe has told: its events, and how the books compare with everything that is there.
import { z } from 'zod';
import { command, query } from './define.ts';
import { CommandId, Id, Nothing, TimelineEntry, UnixSeconds } from './common.ts';

/** Where in the program something is shown; `label` is a number or a name. */
export const Place = z.object({
  kind: z.enum(['invoice', 'customer', 'payment', 'dispute', 'payout', 'recurring', 'credit-note']),
  id: Id,
  label: z.string(),
});
export type Place = z.infer<typeof Place>;

export const EventRow = z.object({
  id: Id,
  at: UnixSeconds,
  /** Stripe's name, such as `invoice.paid`. */
  type: z.string(),
  objectId: z.string().nullable(),
  text: z.string(),
  detail: z.string().nullable(),
  tone: TimelineEntry.shape.tone,
  place: Place.nullable(),
  /** Where the list goes on from here. */
  cursor: Id,
});

const Resource = z.object({
  /** As Stripe's list is called, such as `invoices`. */
  resource: z.string(),
  /** How many objects have been looked at. */
  objects: z.int(),
  done: z.boolean(),
  missing: z.int(),
  changed: z.int(),
  gone: z.int(),
});

const Difference = z.object({
  objectId: Id,
  resource: z.string(),
  /** `missing` was not here, `changed` was another, `gone` is no longer at Stripe. */
  what: z.enum(['missing', 'changed', 'gone']),
  /** Stripe's names of what differed. */
  fields: z.array(z.string()),
  place: Place.nullable(),
});

const Comparison = z.object({
  state: z.enum(['waiting', 'running', 'done']),
  startedAt: UnixSeconds.nullable(),
  finishedAt: UnixSeconds.nullable(),
  resources: z.array(Resource),
  /** The first that were found, at most 50. */
  differences: z.array(Difference),
});

export const eventCalls = {
  'events.list': query(
    z.object({
      /** A part of an event's words, type or object id, of an invoice's number or a customer's name. */
      search: z.string().max(200).optional(),
      limit: z.int().min(1).max(200),
      /** The cursor of a row: what is older than that. */
      before: Id.optional(),
    }),
    /** Newest first. `next` goes on from here, even when nothing of this part was wanted; null when there is nothing older. */
    z.object({ rows: z.array(EventRow), next: Id.nullable() }),
  ),
  /** Everything that Stripe told about one thing and what belongs to it, newest first. */
  'events.of': query(
    z.object({
      /** `object` is any other object, by Stripe's id. */
      kind: z.enum(['invoice', 'customer', 'payment', 'object']),
      id: Id,
    }),
    z.object({ rows: z.array(EventRow) }),
  ),
  /** Lists everything at Stripe anew, and says and mends what differs; goes on after a restart. */
  'sync.compare': command(z.object({ commandId: CommandId }), Nothing),
  'sync.comparison': query(z.object({}), z.object({ comparison: Comparison.nullable() })),
} as const;
