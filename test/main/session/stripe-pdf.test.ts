// Keeping Stripe's PDFs: each once, trouble with one is no trouble for the others or for the program.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PdfKeeper } from '../../../main/session/stripe-pdf.ts';
import { readBlob, stripePdfKey } from '../../../main/store/blobs.ts';
import { insertEvent } from '../../../main/store/events.ts';
import type { Gateway } from '../../../main/stripe/request.ts';
import type { Db } from '../../../main/store/database.ts';
import { createRecordedLog, type RecordedLog } from '../../support/host-app.ts';
import { memoryDb } from '../../support/memory-db.ts';

const NOW = 1_780_000_000;
/** Turns of the event loop in which a look at five invoices comes to its end. */
const TURNS = 30;
const PDF = new TextEncoder().encode('%PDF-1.7');

function finalize(db: Db, count: number): void {
  for (let index = 1; index <= count; index += 1) {
    const id = `in_${index}`;
    db.run(
      `INSERT INTO invoice (id, stripe_id, number_sort, status, customer_sort, currency, issue_day, created)
       VALUES (?, ?, '', 'open', '', 'eur', '2026-05-28', ?)`,
      [id, id, NOW],
    );
    const summary = {
      object: 'invoice',
      status: null,
      previousStatus: null,
      amount: null,
      currency: null,
      reason: null,
      failure: null,
    };
    insertEvent(db, {
      id: `evt_${index}`,
      created: NOW + index,
      type: 'invoice.finalized',
      objectId: id,
      invoiceStripeId: id,
      paymentId: null,
      customerId: null,
      idempotencyKey: null,
      summary,
    });
  }
}

interface Bench {
  readonly db: Db;
  readonly log: RecordedLog;
  readonly asked: readonly string[];
  readonly look: (afterSeconds?: number) => Promise<void>;
}

/** `download` answers for the invoice of an id. */
function bench(invoices: number, download: (id: string) => Promise<Uint8Array | null>): Bench {
  const db = memoryDb();
  finalize(db, invoices);
  const asked: string[] = [];
  const log = createRecordedLog();
  let now = NOW;
  const answered = { requestId: null, stripeTime: NOW } as const;
  const gateway: Pick<Gateway, 'get'> = {
    get: async (object, id) => {
      asked.push(id);
      return { ok: true, value: { id, object, invoice_pdf: `https://pay.stripe.com/${id}` }, ...answered };
    },
  };
  const transport = {
    options: {},
    download: (address: string) => download(address.split('/').at(-1) ?? ''),
    close: () => undefined,
  };
  const keeper = new PdfKeeper({ db, gateway, transport, now: () => now, log, announce: () => undefined });
  const look = async (afterSeconds = 0): Promise<void> => {
    now += afterSeconds;
    keeper.look();
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
  };
  return { db, log, asked, look };
}

it('keeps each once', async () => {
  const { db, asked, look } = bench(2, async () => PDF);
  await look();
  await look();
  expect(asked.toSorted()).toEqual(['in_1', 'in_2']);
  expect(readBlob(db, stripePdfKey('in_1'))?.bytes).toEqual(Buffer.from(PDF));
});

it('is not held back by those that cannot be had, and asks for them again after an hour only', async () => {
  const { db, asked, look } = bench(7, async (id) => (id === 'in_1' ? PDF : null));
  await look();
  await look();
  expect(readBlob(db, stripePdfKey('in_1'))).not.toBeNull();
  const before = asked.length;
  await look();
  expect(asked).toHaveLength(before);
  await look(3600);
  expect(asked.length).toBeGreaterThan(before);
});

it('says so in the log when one cannot be written, and goes on', async () => {
  const { log, look } = bench(1, () => Promise.reject(new TypeError('terminated')));
  await look();
  expect(log.entries).toEqual([
    { level: 'error', event: 'documents.not-kept', fields: { error: 'TypeError' } },
  ]);
});
