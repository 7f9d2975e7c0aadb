// Change events: they name what changed, never its state; the page asks again.
import { z } from 'zod';
import { TOPICS } from '../domain/topics.ts';

export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;

export const ChangeEvent = z.discriminatedUnion('kind', [
  /** Things of these topics changed; `ids` is empty when many did, and then the page asks for all of the topic again. */
  z.object({ kind: z.literal('changed'), topic: Topic, ids: z.array(z.string()) }),
  /** The menu or an accelerator outside the page asks for a page command, by its name in the page's own command list. */
  z.object({ kind: z.literal('command'), command: z.string() }),
]);
export type ChangeEvent = z.infer<typeof ChangeEvent>;
