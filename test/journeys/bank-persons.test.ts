// GDPR: lines of the bank's statements that name a customer are in their export, and their words go with the erasure.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { bankFile, germanCsv } from '../support/bank-files.ts';
import { paidCustomer, whereKept } from '../support/personal-data-story.ts';

const page = { offset: 0, limit: 100 };

it('a line that names a customer is handed to them, and loses its words when they are erased', async () => {
  const { program, written } = await paidCustomer();
  const { customerId } = written;
  const text = germanCsv([
    { day: '2026-06-01', words: 'ACME BRUECKENBAU Rechnung 12', amount: 5_000 },
    { day: '2026-06-02', words: 'STRIPE Acme Brückenbau', amount: 7_000 },
    { day: '2026-06-03', words: 'Someone Else Ltd', amount: 9_000 },
  ]);
  const take = () =>
    program.call('bank.import', {
      commandId: randomUUID(),
      file: bankFile('june.csv', text),
      mapping: null,
    });
  const words = async () => {
    const views = (['other', 'review'] as const).map((view) => program.call('bank.lines', { view, page }));
    return (await Promise.all(views)).flatMap(({ rows }) => rows.map((row) => [row.amount, row.text]));
  };
  await take();

  const saved = await program.call('customers.exportData', { commandId: randomUUID(), id: customerId });
  const file = program.savedFiles.get(saved.kind === 'saved' ? saved.name : '');
  expect(JSON.parse(new TextDecoder().decode(file))).toMatchObject({
    quittance: { bankLines: [{ day: '2026-06-01', amount: 5_000, text: 'ACME BRUECKENBAU Rechnung 12' }] },
  });

  await program.call('customers.erase', { commandId: randomUUID(), id: customerId });
  await program.until(
    'they are erased',
    async () => (await program.call('customers.get', { id: customerId })).name === 'Erased customer',
  );
  expect(await words()).toEqual([
    [9_000, 'Someone Else Ltd'],
    [5_000, ''],
    [7_000, 'STRIPE Acme Brückenbau'],
  ]);
  // The line is the same one still: the file brings nothing anew.
  expect(await take()).toEqual({ added: 0, known: 3, matched: 0 });
  await program.restart(() => expect(whereKept(program, 'BRUECKENBAU')).toEqual([]));
});
