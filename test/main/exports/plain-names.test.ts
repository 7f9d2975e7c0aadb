import { expect, test } from 'vitest';
import { readChart, saveAccount } from '../../../main/books/chart.ts';
import { beancountNames, beancountPart, hledgerNames } from '../../../main/exports/plain-names.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';
import { memoryDb } from '../../support/memory-db.ts';

const CODES = { datev: '', quickbooks: '', xero: '' };

function named(...names: readonly (readonly [account: number, name: string])[]) {
  const db = memoryDb();
  for (const [account, name] of names) {
    const commandId = `rename-${account}`;
    saveAccount(
      { db, now: () => 0 },
      { commandId, account, part: '', name, number: `${account}1`, codes: CODES },
    );
  }
  const chart = readChart(db);
  return { hledger: hledgerNames(chart), beancount: beancountNames(chart) };
}

const BANK = CHART.bank.number;
const FEES = CHART.fees.number;

test.each([
  ['Bank', 'assets:Bank', 'Assets:Bank'],
  ['Bank: Sparkasse', 'assets:Bank Sparkasse', 'Assets:Bank-Sparkasse'],
  ['konto  bei der   Sparkasse', 'assets:konto bei der Sparkasse', 'Assets:Konto-bei-der-Sparkasse'],
  [
    'Überweisungen ; expenses:x  -100',
    'assets:Überweisungen expenses x -100',
    'Assets:Überweisungen-expenses-x-100',
  ],
  ['(Bank)', 'assets:Bank)', 'Assets:Bank'],
  ['银行', 'assets:银行', 'Assets:1000-银行'],
  ['بنك', 'assets:بنك', 'Assets:1000-بنك'],
  ['***', 'assets:Unnamed', 'Assets:1000'],
])('an account called %j is %s for hledger and %s for Beancount', (name, hledger, beancount) => {
  const names = named([BANK, name]);
  expect(names.hledger.of(BANK)).toBe(hledger);
  expect(names.beancount.of(BANK)).toBe(beancount);
});

test('two names that come out alike are told apart by their numbers', () => {
  const names = named([BANK, 'Bank: A'], [CHART.reserves.number, 'Bank A'], [FEES, 'Bank A!']);
  expect(names.hledger.of(CHART.reserves.number)).toBe('assets:Bank A 1020');
  expect(names.beancount.of(BANK)).toBe('Assets:Bank-A');
  expect(names.beancount.of(CHART.reserves.number)).toBe('Assets:Bank-A-1020');
  // Another root: alike in nothing.
  expect(names.beancount.of(FEES)).toBe('Expenses:Bank-A');
});

test('an account of no chart is named by its number, and numbers are those of the bookkeeper', () => {
  const names = named([BANK, 'Bank']);
  expect(names.hledger.of(9_999)).toBe('equity:Account 9999');
  expect(names.beancount.of(9_999)).toBe('Equity:Account-9999');
  expect(names.hledger.numberOf(BANK)).toBe('10001');
});

test('nothing is left of a part without letters and digits', () => {
  expect(beancountPart('—')).toBe('');
  expect(beancountPart('stripe_fee')).toBe('Stripe-fee');
});
