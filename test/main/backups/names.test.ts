import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, isPartial, readBackupName, restoredName } from '../../../main/backups/names.ts';

test('a name tells its moment and kind, and names read in the order of time', () => {
  const moments = fc.integer({ min: 0, max: 4_000_000_000 });
  fc.assert(
    fc.property(moments, moments, fc.constantFrom('regular', 'before-update'), (at, other, kind) => {
      expect(readBackupName(backupName(at, kind))).toEqual({ at, kind });
      const [first, second] = [at, other]
        .toSorted((a, b) => a - b)
        .map((moment) => backupName(moment, 'regular'));
      expect([second ?? '', first ?? ''].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([first, second]);
    }),
  );
  expect(backupName(1_796_011_213, 'before-update')).toBe('books-20261130T040013Z-before-update.db');
  expect(restoredName(1_796_011_213)).toBe('quittance-restored-20261130T040013Z.db');
});

test.each([
  'books-20261130T040013Z.db.partial',
  'books-20261130T040013Z.db-wal',
  'books-20261399T040013Z.db',
  'books-.db',
  '../books-20261130T040013Z.db',
  'holiday.jpg',
])('%s is no backup', (name) => {
  expect(readBackupName(name)).toBeNull();
});

test('unfinished copies are known as such, and nothing else is', () => {
  expect(isPartial('books-20261130T040013Z.db.partial')).toBe(true);
  expect(isPartial('quittance-restored-20261130T040013Z.db.partial-journal')).toBe(true);
  expect(isPartial('books-20261130T040013Z.db')).toBe(false);
  expect(isPartial('my.partial')).toBe(false);
});
