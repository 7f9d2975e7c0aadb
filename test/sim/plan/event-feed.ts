// Lists of events as they can arrive: told twice, the ones of a second in another order, the newest not yet there.
import { z } from 'zod';
import type { SimulatorResponse } from '../../../main/simulator/api/message.ts';

const Feed = z.looseObject({ data: z.array(z.looseObject({ id: z.string(), created: z.int() })) });
type Events = z.infer<typeof Feed>['data'];

const WITHHELD_SECONDS = 60;

export const duplicated = changing((events) => events.flatMap((event) => [event, event]));

/** The list is the newest first; those of one second are turned round. */
export const reordered = changing((events) => events.toReversed().toSorted((a, b) => b.created - a.created));

/** Stripe's own clock tells how old they are. */
export const withheld = changing((events, stripeTime) =>
  events.filter(({ created }) => created <= stripeTime - WITHHELD_SECONDS),
);

function changing(
  change: (events: Events, stripeTime: number) => Events,
): (response: SimulatorResponse) => SimulatorResponse {
  return (response) => {
    if (response.status !== 200) return response;
    const feed = Feed.parse(JSON.parse(response.body));
    const stripeTime = Math.floor(Date.parse(response.headers['date'] ?? '') / 1000);
    return { ...response, body: JSON.stringify({ ...feed, data: change(feed.data, stripeTime) }) };
  };
}
