// What other people's programs say of our journal, for a business of three years.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postNext } from '../../../main/books/poster.ts';
import { trialBalance } from '../../../main/books/trial-balance.ts';
import { journalFile } from '../../../main/exports/journal-file.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import {
  check,
  hledgerBalances,
  hledgerName,
  needAccountingTools,
  wholes,
} from '../../support/accounting-tools.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';

const MONTHS = 36;
const MANY = { limit: 10_000 };

let bench: SyncBench;
let folder: string;
const fileOf = (format: 'hledger' | 'beancount'): string => join(folder, `journal.${format}`);

beforeAll(async () => {
  needAccountingTools();
  folder = mkdtempSync(join(tmpdir(), 'quittance-journal-'));
  bench = createSyncBench({ seeded: { months: MONTHS } });
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

test('the journal is of that many months, each with entries', () => {
  const months = new Set(
    readFileSync(fileOf('hledger'), 'utf8')
      .match(/^\d{4}-\d{2}(?=-\d{2} \*)/gm)
      ?.map(String),
  );
  expect(months.size).toBeGreaterThanOrEqual(MONTHS);
});

describe('hledger comes', () => {
  let theirs: ReadonlyMap<string, number>;
  const of = (account: keyof typeof CHART): Readonly<Record<string, number>> => {
    const name = hledgerName(CHART[account]);
    const own = [...theirs].filter(([key]) => key.startsWith(`${name} `));
    return Object.fromEntries(own.map(([key, sum]) => [key.slice(-3).toLowerCase(), sum]));
  };
  beforeAll(() => {
    theirs = wholes(hledgerBalances(fileOf('hledger')));
  });

  test('to our balance of every account in every currency, and to no other', () => {
    const ours = trialBalance(bench.db, { from: null, to: null });
    expect(ours.length).toBeGreaterThan(20);
    expect(theirs).toEqual(
      new Map(ours.map((row) => [`${hledgerName(row)} ${row.currency.toUpperCase()}`, row.closing])),
    );
  });

  test('to the balance that Stripe states', async () => {
    const { available, pending } = await bench.stripe.balance.retrieve();
    const held = sums([...available, ...pending]);
    expect(held['eur']).toBeGreaterThan(0);
    expect(of('stripe')).toEqual(held);
  });

  test('to what is left of open invoices at Stripe', async () => {
    const open = await bench.stripe.invoices.list({ status: 'open', limit: 100 }).autoPagingToArray(MANY);
    expect(open.length).toBeGreaterThan(10);
    const left = open.map(({ currency, amount_remaining: amount }) => ({ currency, amount }));
    expect(of('receivables')).toEqual({ ...zeros(of('receivables')), ...sums(left) });
  });

  test("to Stripe's payouts at the bank", async () => {
    const paid = await bench.stripe.payouts.list({ status: 'paid', limit: 100 }).autoPagingToArray(MANY);
    expect(paid.length).toBeGreaterThan(MONTHS);
    expect(of('bank')).toEqual(sums(paid));
  });
});

/** By currency. */
function sums(
  of: readonly { readonly currency: string; readonly amount: number }[],
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { currency, amount } of of) found[currency] = (found[currency] ?? 0) + amount;
  return found;
}

function zeros(of: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(of).map((currency) => [currency, 0]));
}
