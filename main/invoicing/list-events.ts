// The latest events of Stripe that the program has seen.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { eventWords } from '../../shared/text/event-words.ts';
import type { UseContext } from './context.ts';

interface EventRow {
  readonly id: string;
  readonly created: number;
  readonly type: string;
  readonly object_id: string | null;
  readonly number: string | null;
}

export function listEvents(
  context: UseContext,
  { limit }: ParsedInput<'events.list'>,
): CallOutput<'events.list'> {
  const rows = context.db.all<EventRow>(
    `SELECT event.id, event.created, event.type, event.object_id, invoice.number
     FROM event LEFT JOIN invoice ON invoice.stripe_id = event.invoice_stripe_id
     ORDER BY event.created DESC, event.id LIMIT ?`,
    [limit],
  );
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.created,
      type: row.type,
      objectId: row.object_id,
      text: [eventWords(row.type), row.number].filter(Boolean).join(' · '),
    })),
  };
}
