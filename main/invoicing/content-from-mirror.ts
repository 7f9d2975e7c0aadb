// Reads an invoice out of the mirror as the content of a draft.
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { notFound, wrongState } from '../refusal.ts';
import { itemOfLine } from '../store/items.ts';
import { readSettings } from '../store/settings.ts';
import type { UseContext } from './context.ts';
import { contentOfInvoice } from './content-of-invoice.ts';

/** Refuses an invoice that belongs to a subscription: its lines are Stripe's to make. */
export function contentFromMirror(context: UseContext, id: string): DraftContent {
  const { db } = context;
  const row = db.get<{ customer_id: string | null; json: string }>(
    `SELECT invoice.customer_id, stripe_object.json FROM invoice JOIN stripe_object ON stripe_object.id = invoice.stripe_id WHERE invoice.id = ?`,
    [id],
  );
  if (!row) throw notFound('invoice');
  const invoice: unknown = JSON.parse(row.json);
  if (
    typeof invoice === 'object' &&
    invoice !== null &&
    Reflect.get(Object(Reflect.get(invoice, 'parent')), 'type') === 'subscription_details'
  ) {
    throw wrongState('recurring', 'This invoice belongs to a recurring one; change that instead.');
  }
  return contentOfInvoice(invoice, {
    customerId: row.customer_id,
    taxRateId: (stripeId) =>
      db.get<{ id: string }>('SELECT id FROM tax_rate WHERE stripe_id = ?', [stripeId])?.id ?? stripeId,
    item: ({ product, price }) => itemOfLine(db, product, price),
    lineId: () => context.randomId(),
    defaultTerms: readSettings(db).invoicing.defaultTerms,
  });
}
