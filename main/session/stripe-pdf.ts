// Stripe's own PDF of an invoice: downloaded once after it was finalized, and kept.
import { z } from 'zod';
import type { Log, StripeTransport } from '../ports.ts';
import { readBlob, writeBlob } from '../store/blobs.ts';
import type { Db } from '../store/database.ts';
import { Changes } from '../sync/changes.ts';
import type { Gateway } from '../stripe/request.ts';

const WithPdf = z.object({ invoice_pdf: z.string() });
const MAGIC = '%PDF-';

/** A few at a time, so that a day's work after a long sleep does not hold back what the bookkeeper asks for. */
const AT_ONCE = 5;

/** Stripe keeps events so long: what was finalized earlier was looked for often enough, and can be asked for by hand. */
const LOOK_BACK_SECONDS = 30 * 86_400;
const ASK_AGAIN_SECONDS = 3600;

interface PdfSource {
  readonly db: Db;
  readonly gateway: Pick<Gateway, 'get'>;
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

interface Wanted {
  readonly id: string;
  readonly stripe_id: string;
}

export interface PdfKeeperOptions extends PdfSource {
  readonly log: Log;
  readonly announce: (changes: Changes) => void;
}

/** Keeps the PDFs of invoices that are finalized while the program watches. */
export class PdfKeeper {
  readonly #options: PdfKeeperOptions;
  /** Not to be had, and when (unix seconds) to ask again: they must not hold back the others, nor be asked for at every poll. */
  readonly #missing = new Map<string, number>();
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(options: PdfKeeperOptions) {
    this.#options = options;
  }

  /** Looks for invoices whose PDF is missing; at most a few, the rest next time. */
  look(): void {
    if (this.#stopped) return;
    this.#running ??= this.#keep()
      .catch((error: unknown) => {
        // A full disk, say: it is looked for again at the next occasion.
        const name = error instanceof Error ? error.name : 'unknown';
        this.#options.log.error('documents.not-kept', { error: name });
      })
      .finally(() => {
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
    for (const { id, stripe_id: stripeId } of this.#wanted()) {
      if (this.#stopped) return;
      if ((await stripePdf(this.#options, stripeId)) === null)
        this.#missing.set(stripeId, this.#options.now() + ASK_AGAIN_SECONDS);
      else changes.add('documents', id);
    }
    if (!changes.empty) this.#options.announce(changes);
  }

  /** Newest first. */
  #wanted(): readonly Wanted[] {
    const { db, now } = this.#options;
    for (const [id, askAgainAt] of this.#missing) if (askAgainAt <= now()) this.#missing.delete(id);
    return db
      .all<Wanted>(
        `SELECT DISTINCT invoice.id, invoice.stripe_id FROM event JOIN invoice ON invoice.stripe_id = event.object_id
         WHERE event.type = 'invoice.finalized' AND event.created >= +?
           AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.key = 'stripe-pdf:' || event.object_id)
         ORDER BY event.created DESC LIMIT +?`,
        [now() - LOOK_BACK_SECONDS, AT_ONCE + this.#missing.size],
      )
      .filter(({ stripe_id: stripeId }) => !this.#missing.has(stripeId))
      .slice(0, AT_ONCE);
  }
}

function keyOf(stripeId: string): string {
  return `stripe-pdf:${stripeId}`;
}
