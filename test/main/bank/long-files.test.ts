import { expect, test } from 'vitest';
import { eachInTurns, portionsInTurns } from '../../../main/bank/in-turns.ts';
import { readBankFile } from '../../../main/bank/read-file.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { germanCsv, ofx } from '../../support/bank-files.ts';

const KNOWN = {
  expected: { currency: 'eur', account: 'Giro', dateOrder: 'dmy' as const },
  remembered: () => null,
};

const LINES = 3000;
const rows = Array.from({ length: LINES }, (_, index) => ({
  day: addDays('2026-01-01', index % 300),
  words: `Payment ${index}`,
  amount: 100 + index,
  id: `A${index}`,
}));

const camt = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
  <Acct><Ccy>EUR</Ccy></Acct>${rows
    .map(
      ({ day, amount, words }) =>
        `<Ntry><Amt Ccy="EUR">${(amount / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AddtlNtryInf>${words} Büro</AddtlNtryInf></Ntry>`,
    )
    .join('\n')}</Stmt></BkToCstmrStmt></Document>`;

test.each([
  ['CSV', germanCsv(rows)],
  ['OFX', ofx(rows)],
  ['CAMT.053', camt],
])('a long %s file is read whole, with a pause at least after every 250 lines', async (_name, text) => {
  let pauses = 0;
  const file = await readBankFile(Buffer.from(text), null, KNOWN, async () => {
    pauses += 1;
  });
  expect(file.statements[0]?.lines.map(({ amount }) => amount)).toEqual(rows.map(({ amount }) => amount));
  expect(pauses).toBeGreaterThanOrEqual(LINES / 250 - 1);
});

test('what is short is done without a pause, and nothing is done twice or left out', async () => {
  const never = async (): Promise<void> => {
    throw new Error('There is nothing to pause for');
  };
  const done: number[] = [];
  await eachInTurns([1, 2, 3], never, (item) => done.push(item), 3);
  await portionsInTurns([], never, () => done.push(-1));
  await portionsInTurns([4, 5], never, (portion) => done.push(...portion));
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('a pause that says that there is nobody left to work for ends the work', async () => {
  const gone = async (): Promise<void> => {
    throw new Error('closed');
  };
  await expect(readBankFile(Buffer.from(germanCsv(rows)), null, KNOWN, gone)).rejects.toThrow('closed');
});
