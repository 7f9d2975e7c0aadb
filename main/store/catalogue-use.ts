// Which invoices and drafts use a tax rate or an item.
import type { Db } from './database.ts';

/** From the lines of our draft while there is one, else from what Stripe said. */
const USES = `
  INSERT OR IGNORE INTO catalogue_use (kind, id, invoice_seq)
  SELECT 'tax-rate', rate.id, i.seq
    FROM invoice i JOIN draft d ON d.invoice_id = i.id, json_each(d.content, '$.lines') line,
      json_each(line.value, '$.taxRateIds') used JOIN tax_rate rate ON rate.id = used.value
    WHERE i.seq = +@seq AND i.deleted = 0
  UNION ALL SELECT 'tax-rate', rate.id, i.seq
    FROM invoice i JOIN stripe_object o ON o.id = i.stripe_id, json_each(o.json, '$.lines.data') line,
      json_each(line.value, '$.taxes') tax JOIN tax_rate rate ON rate.stripe_id = tax.value ->> '$.tax_rate_details.tax_rate'
    WHERE i.seq = +@seq AND i.deleted = 0 AND NOT EXISTS (SELECT 1 FROM draft WHERE invoice_id = i.id)
  UNION ALL SELECT 'product', product.id, i.seq
    FROM invoice i JOIN draft d ON d.invoice_id = i.id, json_each(d.content, '$.lines') line
      JOIN product ON product.id = line.value ->> '$.item.itemId'
    WHERE i.seq = +@seq AND i.deleted = 0
  UNION ALL SELECT 'product', product.id, i.seq
    FROM invoice i JOIN stripe_object o ON o.id = i.stripe_id, json_each(o.json, '$.lines.data') line
      JOIN product ON product.stripe_id = line.value ->> '$.pricing.price_details.product'
    WHERE i.seq = +@seq AND i.deleted = 0 AND NOT EXISTS (SELECT 1 FROM draft WHERE invoice_id = i.id)`;

/** Works out anew what one invoice uses, by its `seq`. */
export function recordUses(db: Db, seq: number): void {
  forgetUses(db, seq);
  db.run(USES, { seq });
}

/** Before the row itself is deleted. */
export function forgetUses(db: Db, seq: number): void {
  db.run('DELETE FROM catalogue_use WHERE invoice_seq = ?', [seq]);
}

/** How many invoices and drafts use the thing whose id is the SQL expression `id`. */
export function usesBy(kind: 'tax-rate' | 'product', id: string): string {
  return `(SELECT count(*) FROM catalogue_use u WHERE u.kind = '${kind}' AND u.id = ${id})`;
}
