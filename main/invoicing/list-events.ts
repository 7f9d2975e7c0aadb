// What Stripe has told, in words: all of it, or what concerns one thing.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { eventWords, KNOWN_EVENT_TYPES } from '../../shared/text/event-words.ts';
import { eventsOf, type EventPlace, listEvents as readEvents } from '../store/event-list.ts';
import type { UseContext } from './context.ts';
import { eventRow } from './event-row.ts';

export function listEvents(
  context: UseContext,
  { search, limit, before }: ParsedInput<'events.list'>,
): CallOutput<'events.list'> {
  const text = (search ?? '').trim().toLowerCase();
  const types = KNOWN_EVENT_TYPES.filter((type) => eventWords(type).toLowerCase().includes(text));
  const page = readEvents(context.db, { text, types, limit, before: placeOf(before) });
  return {
    rows: page.rows.map((row) => eventRow(row, context.locale)),
    next: page.next && cursorOf(page.next),
  };
}

export function listEventsOf(
  context: UseContext,
  { kind, id }: ParsedInput<'events.of'>,
): CallOutput<'events.of'> {
  return { rows: eventsOf(context.db, kind, id).map((row) => eventRow(row, context.locale)) };
}

export function cursorOf({ created, id }: EventPlace): string {
  return `${created}.${id}`;
}

function placeOf(cursor: string | undefined): EventPlace | null {
  const [, created, id] = /^(\d{1,15})\.(.+)$/.exec(cursor ?? '') ?? [];
  return created === undefined || id === undefined ? null : { created: Number(created), id };
}
