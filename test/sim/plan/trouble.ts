// Which trouble the requests of one machine meet, as its plan has it.
import type { SimulatorRequest } from '../../../main/simulator/api/message.ts';
import { befalls, type FaultName, kindOf, type Trouble, troubleOf } from './faults.ts';
import type { Plan } from './plan.ts';

export type Met = Trouble & { readonly name: FaultName | null };

const NOTHING: Met = { name: null, fault: null };

/** After these Stripe is still at it. */
const UNDER_WAY: ReadonlySet<FaultName> = new Set([
  'delayed by a minute',
  'delayed by 20 minutes',
  '500 with effect in an hour',
  '500 with effect in 19 hours',
]);
const REFUSALS: ReadonlySet<FaultName> = new Set(['declined', 'forbidden']);

/**
 * Counts writes, reads and lists of events each by themselves. Stripe does not refuse for good what it is still about to do: the
 * first answer under a key is the answer.
 */
export function createTrouble(faults: Plan['faults']): (request: SimulatorRequest) => Met {
  const planned = new Map(faults.map(({ nth, fault }) => [`${befalls(fault)} ${nth}`, fault]));
  const seen = { write: 0, read: 0, feed: 0 };
  const underWay = new Set<string>();
  return ({ method, path, headers }) => {
    let name: FaultName | null = null;
    for (const kind of kindOf(method, path)) {
      seen[kind] += 1;
      name ??= planned.get(`${kind} ${seen[kind]}`) ?? null;
    }
    if (name === null) return NOTHING;
    // A step's key but for its generation, or what a DELETE without a key is about.
    const mark = headers['idempotency-key']?.replace(/:\d+$/, '') ?? path;
    if (REFUSALS.has(name) && underWay.has(mark)) return NOTHING;
    if (UNDER_WAY.has(name)) underWay.add(mark);
    return { ...troubleOf(name), name };
  };
}
