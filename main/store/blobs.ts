// Files that are made or fetched once and kept: the logo, Stripe's own PDFs.
import type { Db } from './database.ts';

export interface Blob {
  readonly key: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Unix seconds. */
  readonly created: number;
}

export function readBlob(db: Db, key: string): Blob | null {
  const row = db.get<{ key: string; media_type: string; bytes: Uint8Array; created: number }>(
    'SELECT key, media_type, bytes, created FROM blob WHERE key = ?',
    [key],
  );
  return row ? { key: row.key, mediaType: row.media_type, bytes: row.bytes, created: row.created } : null;
}

export function hasBlob(db: Db, key: string): boolean {
  return db.get('SELECT 1 FROM blob WHERE key = ?', [key]) !== undefined;
}

export function writeBlob(db: Db, blob: Blob): void {
  db.run(
    `INSERT INTO blob (key, media_type, bytes, created) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET media_type = excluded.media_type, bytes = excluded.bytes, created = excluded.created`,
    [blob.key, blob.mediaType, blob.bytes, blob.created],
  );
}

export function deleteBlob(db: Db, key: string): void {
  db.run('DELETE FROM blob WHERE key = ?', [key]);
}

/** Where the PDF that Stripe made of an invoice is kept. */
export function stripePdfKey(invoiceStripeId: string): string {
  return `stripe-pdf:${invoiceStripeId}`;
}
