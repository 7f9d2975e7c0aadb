// The documents of an invoice as Stripe told them: itself and its credit notes, read once for all that is worked out from them.
import type { Db } from '../store/database.ts';
import { keptCreditNotes, keptText } from '../store/kept-objects.ts';

export interface InvoiceDocuments {
  /** Stripe's id. */
  readonly id: string;
  /** Parsed JSON; null when it was never seen or is deleted at Stripe. */
  readonly invoice: unknown;
  /** Parsed JSON, oldest first. */
  readonly creditNotes: readonly unknown[];
}

export function readInvoiceDocuments(db: Db, id: string): InvoiceDocuments {
  const text = keptText(db, id);
  if (text === null) return { id, invoice: null, creditNotes: [] };
  const invoice: unknown = JSON.parse(text);
  return { id, invoice, creditNotes: keptCreditNotes(db, id).map((note): unknown => JSON.parse(note)) };
}
