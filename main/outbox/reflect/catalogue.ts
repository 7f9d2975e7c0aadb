// What the outbox is doing with things of the catalogue, shown on them.
import { stripeIdOf } from '../references.ts';
import { applyStoredCatalogue } from '../../sync/apply-stored.ts';
import { isReference, type OutboxStep, type Reference } from '../step.ts';
import { type Reflection, simpleWork } from './work.ts';

const TABLES: Partial<Readonly<Record<Reference['$ref'], string>>> = {
  item: 'product',
  price: 'price',
  coupon: 'coupon',
  'tax-rate': 'tax_rate',
};

export function reflectOnCatalogue(reflection: Reflection): void {
  const { db, steps, changes } = reflection;
  for (const step of steps) {
    const thing = thingOf(step);
    const table = thing && TABLES[thing.$ref];
    if (!thing || table === undefined) continue;
    db.run(`UPDATE ${table} SET work = ? WHERE id = ?`, [workOf(reflection, step), thing.id]);
    changes.add('catalogue', thing.id);
  }
  for (const step of steps) if (step.state === 'canceled') giveUp(reflection, step);
}

/** Where a step failed, those behind it do not come any more unless a person tries again. */
function workOf({ state }: Reflection, step: OutboxStep): string | null {
  return step.state === 'done' ? null : simpleWork(state);
}

function thingOf({ intent: { makes, target } }: OutboxStep): Reference | null {
  return makes ?? (isReference(target) ? target : null);
}

/** What Stripe never got is archived, since something may name it; anything else is again as Stripe has it. */
function giveUp({ db, changes }: Reflection, step: OutboxStep): void {
  const thing = thingOf(step);
  const table = thing && TABLES[thing.$ref];
  if (!thing || table === undefined) return;
  if (table === 'coupon') db.run('UPDATE coupon SET valid = 0 WHERE id = ?', [thing.id]);
  else db.run(`UPDATE ${table} SET active = 0 WHERE id = ? AND stripe_id IS NULL`, [thing.id]);
  const stripeId = stripeIdOf(db, thing);
  if (stripeId !== null) applyStoredCatalogue(db, stripeId, changes);
}
