// What each document sold, by tax rate and by item: kept beside the journal, so that reports need not read every document.
import type { Sale } from '../../../shared/domain/books/sales.ts';
import type { Db } from '../database.ts';

/** `document` is Stripe's id of an invoice or a credit note. Touches nothing when it is known as it is. */
export function saveSale(db: Db, document: string, sale: Sale): void {
  const told = JSON.stringify(sale);
  if (!insertSale(db, document, sale, told)) {
    const known = db.get<{ told: string }>('SELECT told FROM sale WHERE document = ?', [document]);
    if (known?.told === told) return;
    for (const table of ['sale', 'sale_tax', 'sale_item'])
      db.run(`DELETE FROM ${table} WHERE document = ?`, [document]);
    insertSale(db, document, sale, told);
  }
  for (const { rate, taxable, tax } of sale.taxes)
    db.run('INSERT INTO sale_tax (document, rate, taxable, tax) VALUES (?, ?, ?, ?)', [
      document,
      rate,
      taxable,
      tax,
    ]);
  for (const { item, net } of sale.items)
    db.run('INSERT INTO sale_item (document, item, net) VALUES (?, ?, ?)', [document, item, net]);
}

/** Tried first, because most documents are new; answers whether it was. */
function insertSale(db: Db, document: string, { total, net, country }: Sale, told: string): boolean {
  const sql = `INSERT INTO sale (document, total, net, country, told) VALUES (?, ?, ?, ?, ?) ON CONFLICT (document) DO NOTHING`;
  return db.run(sql, [document, total, net, country, told]) > 0;
}
