// What other people's programs say of our journal, for a business of years.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postNext } from '../../../main/books/poster.ts';
import { trialBalance } from '../../../main/books/trial-balance.ts';
import { journalFile } from '../../../main/exports/journal-file.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { check, hledgerBalances, needAccountingTools } from '../../support/accounting-tools.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';

let bench: SyncBench;
let folder: string;
const fileOf = (format: 'hledger' | 'beancount'): string => join(folder, `journal.${format}`);

beforeAll(async () => {
  needAccountingTools();
  folder = mkdtempSync(join(tmpdir(), 'quittance-journal-'));
  bench = createSyncBench({ seeded: true });
  await bench.backfill();
  const dayOfBooks = (at: number): string => dayOf(at, 'Europe/Berlin');
  while (postNext({ db: bench.db, clock: bench.clock, dayOf: dayOfBooks }));
  for (const format of ['hledger', 'beancount'] as const) {
    writeFileSync(fileOf(format), [...journalFile(bench.db, format)].join(''));
  }
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('hledger accepts it, strictly', () => {
  expect(check('hledger', ['-f', fileOf('hledger'), 'check', '--strict', 'ordereddates', 'payees'])).toEqual({
    accepted: true,
    output: '',
  });
});

test('ledger accepts it, pedantically', () => {
  const { accepted, output } = check('ledger', [
    '-f',
    fileOf('hledger'),
    '--strict',
    '--pedantic',
    'balance',
  ]);
  expect(accepted, output.slice(0, 2_000)).toBe(true);
  expect(output).not.toMatch(/warning|error/i);
});

test('beancount accepts it, to the smallest unit', () => {
  expect(check('bean-check', [fileOf('beancount')])).toEqual({ accepted: true, output: '' });
});

test('hledger comes to our balances', () => {
  const theirs = hledgerBalances(fileOf('hledger'));
  const rows = trialBalance(bench.db, { from: null, to: null });
  expect(rows.length).toBeGreaterThan(20);
  for (const { name, currency, closing } of rows) {
    const own = [...theirs].filter(
      ([key]) => key.endsWith(` ${currency.toUpperCase()}`) && key.includes(`:${name}`),
    );
    const sum = own.reduce((total, [, amount]) => total + amount, 0);
    expect(sum, `${name} ${currency}`).toBe(closing);
  }
});
