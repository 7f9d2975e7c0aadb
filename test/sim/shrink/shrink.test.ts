import { expect, it } from 'vitest';
import { alone } from '../plan/matrix.ts';
import type { Plan } from '../plan/plan.ts';
import { lawOf, shrink } from './shrink.ts';

const PLAN: Plan = {
  ...alone('invoice.send'),
  machines: 2,
  work: [
    { machine: 0, kind: 'invoice.send', atMs: 2_000, againMs: 100, anewMs: null },
    { machine: 1, kind: 'refund.create', atMs: 2_000, againMs: null, anewMs: 50 },
  ],
  faults: [1, 2, 3].map((nth) => ({ machine: 0, nth, fault: 'reset after' })),
  deaths: [{ machine: 1, at: 'commit', nth: 4, when: 'after' }],
  upsets: [{ machine: 0, atMs: 3_000, upset: { what: 'sleep', ms: 1_000 } }],
};

it('leaves in a plan only what it takes to fail', async () => {
  const fails = async ({ faults, work }: Plan): Promise<boolean> =>
    faults.some(({ nth }) => nth === 2) && work.some(({ againMs }) => againMs !== null);
  expect(await shrink(PLAN, fails)).toEqual({
    ...PLAN,
    machines: 1,
    work: PLAN.work.slice(0, 1),
    faults: PLAN.faults.slice(1, 2),
    deaths: [],
    upsets: [],
  });
});

it('leaves a plan as it is of which nothing can be left out', async () => {
  expect(await shrink(PLAN, async (plan) => plan === PLAN)).toEqual(PLAN);
});

it('knows the law that was broken', () => {
  expect(lawOf('I1: op:2 caused 2 × invoice.sent')).toBe('I1');
  expect(lawOf('The simulation itself failed: Error')).toBe('The');
});
