// A person who looks after the outbox: takes work back, has it tried again, or decides what the program cannot know.
import { type OutboxStep, stepMark } from '../../main/outbox/step.ts';
import type { Db } from '../../main/store/database.ts';
import { stepsOf } from '../../main/store/outbox.ts';
import { calls } from '../../shared/contract/calls.ts';
import { type Effects, EVERY_EFFECT } from './check/effects.ts';
import type { Upset } from './plan/plan.ts';
import type { Site } from './site.ts';

export type Decision = Extract<Upset, { what: 'decide' }>['action'];

const LIMIT = 20;

/**
 * Decides on the oldest operation that offers the way. Whoever resolves or retries by hand looks at Stripe first, as the screen asks
 * for: what has come about there is not ordered once more, and not called off.
 */
export async function decideOn(site: Site, action: Decision): Promise<void> {
  const { machine } = site;
  if (!machine.isReady) return;
  const reply = await machine.dispatch('outbox.list', { view: 'active', limit: LIMIT });
  const { db } = machine;
  if (!reply.ok || !db) return;
  const { operations } = calls['outbox.list'].output.parse(reply.value);
  const effects = site.effects();
  const chosen = operations
    .toReversed()
    .find(({ id, actions }) => actions.includes(action) && nothingHasComeAbout(db, id, effects));
  if (!chosen) return;
  site.decisions += 1;
  const order = { commandId: commandId(site.decisions), id: chosen.id };
  site.note(`decides ${action} ${chosen.id}`);
  if (action === 'cancel') await machine.dispatch('outbox.cancel', order);
  else if (action === 'retry') await machine.dispatch('outbox.retry', order);
  else await machine.dispatch('outbox.resolve', { ...order, decision: action });
}

/** Of what is not done: what was done before the failure stays. */
function nothingHasComeAbout(db: Db, operationId: string, effects: Effects): boolean {
  return stepsOf(db, operationId)
    .filter(({ state }) => state !== 'done')
    .every((step) => !hasComeAbout(step, effects));
}

function hasComeAbout({ operationId, position }: OutboxStep, effects: Effects): boolean {
  const told = effects.get(stepMark(operationId, position));
  return told !== undefined && [...told.keys()].some((type) => EVERY_EFFECT.has(type));
}

function commandId(nth: number): string {
  return `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
}
