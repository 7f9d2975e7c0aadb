// The bookkeeper's own note on an invoice: never leaves this computer.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { notFound } from '../refusal.ts';
import { indexInvoice } from '../store/search.ts';
import type { UseContext } from './context.ts';

/** A draft keeps its note in its content as well, so that the editor and this page show the same. */
export function noteInvoice(
  context: UseContext,
  input: ParsedInput<'invoices.note'>,
): CallOutput<'invoices.note'> {
  const { db } = context;
  return db.transaction(() => {
    const row = db.get<{ seq: number }>('SELECT seq FROM invoice WHERE id = ? AND deleted = 0', [input.id]);
    if (!row) throw notFound('invoice');
    db.run('UPDATE invoice SET internal_note = ? WHERE seq = ?', [input.note, row.seq]);
    db.run(
      `UPDATE draft SET content = json_set(content, '$.internalNote', ?), revision = revision + 1 WHERE invoice_id = ?`,
      [input.note, input.id],
    );
    indexInvoice(db, row.seq);
    context.changes.add('invoice', input.id);
    return {};
  });
}
