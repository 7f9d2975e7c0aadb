import { expect, test } from 'vitest';
import { proofOf } from '../../../main/books/proof.ts';
import { balancePosition } from '../../../main/store/sync-position.ts';
import { BalanceKeeper } from '../../../main/sync/balance.ts';
import { createSyncBench } from '../../support/sync-bench.ts';

const NEVER = { running: false, done: 0, all: 0, finishedAt: null, entries: 0, finding: null };

test('a balance from before the news is held against nothing, and asked for again at the next look', async () => {
  const bench = createSyncBench({ seeded: { months: 1 } });
  const { db, simulator } = bench;
  const keeper = new BalanceKeeper(bench.parts);
  await keeper.keep(false);
  const before = balancePosition.read(db);
  expect(before).not.toBeNull();
  simulator.control.faults.script([{ match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1 }]);
  await keeper.keep(true);
  expect(balancePosition.read(db)).toBeNull();
  expect(proofOf(db, 1, NEVER).balance).toEqual([]);
  await keeper.keep(false);
  expect(balancePosition.read(db)).toEqual(before);
});
