// What other people's programs say of our journal, for a business of three years.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readChart } from '../../../main/books/chart.ts';
import { postNext } from '../../../main/books/poster.ts';
import { proofOf } from '../../../main/books/proof.ts';
import { trialBalance } from '../../../main/books/trial-balance.ts';
import { hledgerJournal } from '../../../main/exports/hledger.ts';
import { journalFile } from '../../../main/exports/journal-file.ts';
import { plainItems } from '../../../main/exports/plain-entries.ts';
import { hledgerNames } from '../../../main/exports/plain-names.ts';
import { proofStatement } from '../../../main/exports/proof-statement.ts';
import { saveAccountSetting } from '../../../main/store/account-settings.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { check, hledgerBalances, needAccountingTools, wholes } from '../../support/accounting-tools.ts';
import { openAccounts, spreadItems } from '../../support/item-accounts.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';

const MONTHS = 36;
/** What a bookkeeper may call an account. */
const NAMED: Readonly<Record<number, string>> = {
  [CHART.revenue.number]: 'Erlöse: Dienste;  19 %',
  [CHART.fees.number]: '(Gebühren) = "Stripe" @ 2 %',
  [CHART.receivables.number]: '应收账款',
  [CHART.taxPayable.number]: 'مستحقات الضريبة',
  [CHART.customerCredit.number]: '* Payments to be applied',
};
const NEVER_VERIFIED = {
  running: false,
  done: 0,
  all: 0,
  finishedAt: null,
  entries: 0,
  finding: null,
};
const MANY = { limit: 10_000 };

let bench: SyncBench;
let folder: string;
const fileOf = (format: 'hledger' | 'beancount'): string => join(folder, `journal.${format}`);

beforeAll(async () => {
  needAccountingTools();
  folder = mkdtempSync(join(tmpdir(), 'quittance-journal-'));
  bench = createSyncBench({ seeded: { months: MONTHS } });
  await bench.backfill();
  const opened = openAccounts(bench.db, ['Erlöse: Versand; 19 %', '运费']);
  spreadItems(bench.db, opened);
  const dayOfBooks = (at: number): string => dayOf(at, 'Europe/Berlin');
  while (postNext({ db: bench.db, clock: bench.clock, dayOf: dayOfBooks }));
  const noCodes = { datev: '', quickbooks: '', xero: '' };
  for (const [account, name] of Object.entries(NAMED))
    saveAccountSetting(bench.db, { account: Number(account), part: '', number: '', name, ...noCodes });
  const proof = proofOf(bench.db, Math.floor(bench.clock.now() / 1000), NEVER_VERIFIED);
  for (const format of ['hledger', 'beancount'] as const) {
    writeFileSync(fileOf(format), [...journalFile(bench.db, format, proof)].join(''));
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

test('hledger and ledger accept what a journal too large to remember declares again', () => {
  const file = join(folder, 'forgetful.journal');
  const proof = proofStatement(proofOf(bench.db, Math.floor(bench.clock.now() / 1000), NEVER_VERIFIED));
  const names = hledgerNames(readChart(bench.db));
  const text = [...hledgerJournal(plainItems(bench.db), names, proof, 20)].join('');
  writeFileSync(file, text);
  expect(text.match(/^payee /gm)?.length).toBeGreaterThan(new Set(text.match(/^payee .*/gm)).size);
  const accepted = [
    check('hledger', ['-f', file, 'check', '--strict', 'ordereddates', 'payees']),
    check('ledger', ['-f', file, '--strict', '--pedantic', 'balance']),
  ];
  expect(accepted.map((one) => [one.accepted, /warning|error/i.test(one.output)])).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(hledgerBalances(file)).toEqual(hledgerBalances(fileOf('hledger')));
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

test('the revenue of items is on accounts of its own, by their names', () => {
  const hledger = readFileSync(fileOf('hledger'), 'utf8');
  expect(hledger).toMatch(/^ {4}income:运费  -\d/m);
  expect(hledger).toMatch(/^ {4}income:Erlöse\S* Versand.*  -\d/m);
  expect(readFileSync(fileOf('beancount'), 'utf8')).toMatch(/^ {2}Income:4002-运费  -\d/m);
});

test('the journal says that the books are in balance', () => {
  const head = readFileSync(fileOf('hledger'), 'utf8').split('\n', 2);
  expect(head[1]).toMatch(/^; In balance, 2026-\d\d-\d\d \d\d:\d\d UTC\.$/);
});

describe('what is asserted is checked', () => {
  const spoilt = (format: 'hledger' | 'beancount', find: RegExp): string => {
    const text = readFileSync(fileOf(format), 'utf8');
    const found = [...text.matchAll(find)].at(-1);
    if (!found) throw new Error('There is no such assertion');
    const at = found.index + found[0].length - 1;
    const file = join(folder, `spoilt.${format}`);
    writeFileSync(file, `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`);
    return file;
  };

  test.each([
    [
      'of the Stripe balance, at the end',
      'hledger',
      /What Stripe says\n {4}assets:Stripe balance .* = -?\d+\.\d\d/g,
    ],
    ['of a customer, at the end of a month', 'hledger', /assets:应收账款:cus_\S+ .* = \d+\.\d\d/g],
    ['of the tax at a rate', 'hledger', /liabilities:مستحقات الضريبة:txr_\S+ .* = -?\d+\.\d\d/g],
    ['of the bank, on the day of a payout', 'hledger', /assets:Bank  0.* = \d+\.\d\d/g],
    [
      'of the Stripe balance, at the end',
      'beancount',
      /What Stripe says\n\S+ balance Assets:Stripe-balance  -?\d+\.\d\d/g,
    ],
    ['of what all customers owe', 'beancount', /balance Assets:1200-应收账款  \d+\.\d\d/g],
  ] as const)('%s by %s', (_, format, find) => {
    const file = spoilt(format, find);
    const programs =
      format === 'beancount'
        ? [check('bean-check', [file])]
        : [check('hledger', ['-f', file, 'check', '--strict']), check('ledger', ['-f', file, 'balance'])];
    for (const { accepted, output } of programs) {
      expect(accepted).toBe(false);
      expect(output).toMatch(/assertion|balance failed/i);
    }
  });
});

describe('hledger comes', () => {
  let theirs: ReadonlyMap<string, number>;
  let nameOf: (account: number) => string;
  const of = (account: keyof typeof CHART): Readonly<Record<string, number>> => {
    const name = nameOf(CHART[account].number);
    const own = [...theirs].filter(([key]) => key.startsWith(`${name} `));
    return Object.fromEntries(own.map(([key, sum]) => [key.slice(-3).toLowerCase(), sum]));
  };
  beforeAll(() => {
    const names = hledgerNames(readChart(bench.db));
    nameOf = (account) => names.of(account);
    theirs = wholes(hledgerBalances(fileOf('hledger')));
  });

  test('to our balance of every account in every currency, and to no other', () => {
    const ours = trialBalance(bench.db, { from: null, to: null });
    expect(ours.length).toBeGreaterThan(20);
    expect(theirs).toEqual(
      new Map(ours.map((row) => [`${nameOf(row.account)} ${row.currency.toUpperCase()}`, row.closing])),
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
