import { expect, it } from 'vitest';
import { addMatch, bankLines, bankLinesAfter, matchedPairs } from '../../../main/store/bank-matches.ts';
import {
  addBankLines,
  bankStatements,
  beginBankStatement,
  clearUnfinished,
  completeBankStatement,
  hideBankStatement,
  type NewBankLine,
} from '../../../main/store/bank-statements.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { memoryDb } from '../../support/memory-db.ts';

const statement = (id: string) => ({
  id,
  file_name: `${id}.csv`,
  format: 'csv',
  account: 'Giro',
  currency: 'eur',
  opening: null,
  closing: null,
  unexplained: null,
  first_day: '2026-11-01',
  last_day: '2026-11-30',
  known: 0,
  left_out: 0,
  imported_at: 1,
});

const lines = (of: string, count: number): readonly NewBankLine[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${of} ${index}`,
    identity: `${of} ${index}`,
    day: addDays('2026-11-01', index % 7),
    currency: 'eur',
    amount: index,
    counterparty: '',
    text: '',
  }));

function begun(count: number) {
  const db = memoryDb();
  beginBankStatement(db, statement('a'));
  addBankLines(db, statement('a'), lines('a', count));
  return db;
}

it('a statement that is not whole is not seen, and goes by portions with its lines', () => {
  const db = begun(600);
  expect([bankStatements(db, 10), bankLines(db)]).toEqual([[], []]);
  let portions = 0;
  while (clearUnfinished(db)) portions += 1;
  expect(portions).toBe(2);
  expect(db.get('SELECT count(*) AS left FROM bank_line')).toEqual({ left: 0 });
  expect(db.get('SELECT count(*) AS left FROM bank_statement')).toEqual({ left: 0 });
});

it('a whole one stays, and read by portions its lines are the same in the same order', () => {
  const db = begun(50);
  const soon = bankLinesAfter(db, undefined, 20, ['a']);
  const more = bankLinesAfter(db, soon.at(-1), 20, ['a']);
  const rest = bankLinesAfter(db, more.at(-1), 20, ['a']);
  completeBankStatement(db, 'a');
  expect(clearUnfinished(db)).toBe(false);
  const ids = bankLines(db).map(({ id }) => id);
  expect(ids).toHaveLength(50);
  expect([...soon, ...more, ...rest].map(({ id }) => id)).toEqual(ids);
});

it('one that is taken away frees its payouts at once', () => {
  const db = begun(3);
  completeBankStatement(db, 'a');
  addMatch(db, 'a 1', 'po_1', 1);
  expect(hideBankStatement(db, 'a')).toBe(true);
  expect([bankLines(db), matchedPairs(db)]).toEqual([[], []]);
  expect(hideBankStatement(db, 'a')).toBe(false);
});
