import { expect, test } from 'vitest';
import { zipEntries } from '../../../main/invoicing/documents.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { paidInvoice } from '../../support/stripe-objects.ts';
import { useContext } from '../../support/use-context.ts';

test('of many invoices for a ZIP, one that cannot be read is named and the others are there', async () => {
  const context = useContext({
    documents: {
      pdf: () => Promise.resolve(new Uint8Array([1])),
      svg: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    },
  });
  const { db, changes } = context;
  const lines = { object: 'list', data: [], has_more: false };
  const told = [paidInvoice('in_1', { number: 'A-1', lines }), paidInvoice('in_2', { number: 'A-2', lines })];
  db.transaction(() => applyObjects(db, told, { timeZone: 'Europe/Berlin', changes, indexing: 'later' }));
  db.run("UPDATE stripe_object SET json = json_set(json, '$.subtotal', 'a word') WHERE id = 'in_1'");
  const idOf = (stripeId: string): string =>
    db.get<{ id: string }>('SELECT id FROM invoice WHERE stripe_id = ?', [stripeId])?.id ?? '';
  const skipped: { invoiceId: string; reason: string }[] = [];
  const names: string[] = [];
  for await (const { name } of zipEntries(context, [idOf('in_1'), idOf('in_2'), 'gone'], skipped))
    names.push(name);
  expect(names).toEqual([expect.stringContaining('A-2')]);
  expect(skipped).toEqual([
    { invoiceId: idOf('in_1'), reason: expect.stringContaining('Invoice A-1 cannot be read') },
    { invoiceId: 'gone', reason: 'It is no longer there.' },
  ]);
});
