// Stripe's own PDF of an invoice: downloaded once after it was finalized, and kept.
import { z } from 'zod';
import type { StripeTransport } from '../ports.ts';
import { readBlob, writeBlob } from '../store/blobs.ts';
import type { Db } from '../store/database.ts';
import { Changes } from '../sync/changes.ts';
import type { Gateway } from '../stripe/request.ts';

const WithPdf = z.object({ invoice_pdf: z.string() });
const MAGIC = '%PDF-';

/** A few at a time, so that a day's work after a long sleep does not hold back what the bookkeeper asks for. */
const AT_ONCE = 5;

interface PdfSource {
  readonly db: Db;
  readonly gateway: Gateway;
  readonly transport: StripeTransport;
  /** Unix seconds. */
  readonly now: () => number;
}

export function storedStripePdf(db: Db, stripeId: string): Uint8Array | null {
  return readBlob(db, keyOf(stripeId))?.bytes ?? null;
}

/** The kept PDF, else a fresh download; null when there is none to be had now. Stripe's links expire, so the link is asked for anew. */
export async function stripePdf(source: PdfSource, stripeId: string): Promise<Uint8Array | null> {
  const kept = storedStripePdf(source.db, stripeId);
  if (kept) return kept;
  const answer = await source.gateway.get('invoice', stripeId);
  const address = answer.ok ? WithPdf.safeParse(answer.value).data?.invoice_pdf : undefined;
  if (address === undefined) return null;
  const bytes = await source.transport.download(address);
  if (bytes === null || Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') !== MAGIC)
    return null;
  source.db.transaction(() =>
    writeBlob(source.db, {
      key: keyOf(stripeId),
      mediaType: 'application/pdf',
      bytes,
      created: source.now(),
    }),
  );
  return bytes;
}

/** Keeps the PDFs of invoices that are finalized while the program watches. */
export class PdfKeeper {
  readonly #source: PdfSource;
  readonly #announce: (changes: Changes) => void;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(source: PdfSource, announce: (changes: Changes) => void) {
    this.#source = source;
    this.#announce = announce;
  }

  /** Looks for invoices whose PDF is missing; at most a few, the rest next time. */
  look(): void {
    if (this.#stopped) return;
    this.#running ??= this.#keep().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when nothing is under way; afterwards nothing starts. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #keep(): Promise<void> {
    const changes = new Changes();
    for (const { id, stripe_id: stripeId } of wanted(this.#source.db)) {
      if (this.#stopped) return;
      if ((await stripePdf(this.#source, stripeId)) !== null) changes.add('documents', id);
    }
    if (!changes.empty) this.#announce(changes);
  }
}

function wanted(db: Db): readonly { readonly id: string; readonly stripe_id: string }[] {
  return db.all(
    `SELECT DISTINCT invoice.id, invoice.stripe_id FROM event JOIN invoice ON invoice.stripe_id = event.object_id
     WHERE event.type = 'invoice.finalized' AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.key = 'stripe-pdf:' || event.object_id)
     ORDER BY event.created DESC LIMIT ${AT_ONCE}`,
  );
}

function keyOf(stripeId: string): string {
  return `stripe-pdf:${stripeId}`;
}
