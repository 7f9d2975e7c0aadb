// I6: the books say what Stripe says, each thing once, and prove it themselves.
import { proofOf } from '../../../main/books/proof.ts';
import { verifyBooks } from '../../../main/books/verify.ts';
import type { Simulator } from '../../../main/simulator/simulator.ts';
import type { Db } from '../../../main/store/database.ts';
import { quickDayOf } from '../../../main/sync/days.ts';
import { mirrorDifferences } from '../../support/mirror-differences.ts';

const NEVER = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };

export async function wrongBooks(db: Db, simulator: Simulator): Promise<readonly string[]> {
  const verified = await verifyBooks({
    db,
    dayOf: (at) => quickDayOf(at, 'Europe/Berlin'),
    pause: () => Promise.resolve(true),
  });
  const { state, movements, balance, receivables, problems } = proofOf(db, 0, NEVER);
  return [
    ...(verified?.finding ? [`I6: the journal does not verify: ${JSON.stringify(verified.finding)}`] : []),
    ...(state === 'in-balance'
      ? []
      : [`I6: the books are ${state}: ${JSON.stringify({ movements, balance, receivables, problems })}`]),
    ...mirrorDifferences(db, simulator).map(
      ({ type, here, there }) => `I9: not as at Stripe: ${type} ${named(here, there)}`,
    ),
  ];
}

type ById = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function named(here: ById, there: ById): string {
  return [...new Set([...Object.keys(here), ...Object.keys(there)])]
    .flatMap((id) => difference(id, here[id], there[id]))
    .join(', ');
}

function difference(
  id: string,
  here: ById[string] | undefined,
  there: ById[string] | undefined,
): readonly string[] {
  if (here === undefined || there === undefined)
    return [`${id} is ${here === undefined ? 'missing' : 'too much'}`];
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  const differing = names.filter((name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]));
  return differing.length === 0 ? [] : [`${id} differs in ${differing.join(', ')}`];
}
