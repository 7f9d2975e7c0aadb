import { expect, test } from 'vitest';
import { once } from '../../../main/store/commands.ts';
import { memoryDb } from '../../support/memory-db.ts';

test('a command that is told again answers the same and does nothing', () => {
  const db = memoryDb();
  let runs = 0;
  const run = () => once(db, 'a', 'invoices.void', 1, () => ({ runs: (runs += 1) }));
  expect([run(), run()]).toEqual([{ runs: 1 }, { runs: 1 }]);
});

test('an id under which another call has run is refused: its reply would be another’s', () => {
  const db = memoryDb();
  once(db, 'a', 'invoices.void', 1, () => ({ operationId: null }));
  let isRun = false;
  expect(() => once(db, 'a', 'drafts.create', 2, () => (isRun = true))).toThrow('invalid-input');
  expect(isRun).toBe(false);
});
