// What is in a golden file: one invented customer, an invoice paid and partly refunded, a draft, work under way; and of each later schema what it brought.
import type Database from 'better-sqlite3';
import { Db } from '../../../main/store/database.ts';
import { postAll } from '../../support/booked-file.ts';
import { createBookedWorld } from '../../support/booked-world.ts';

const DRAFT = JSON.stringify({
  customerId: 'cus_abel',
  currency: 'eur',
  lines: [],
  memo: 'Leder für die Mappe',
});

const FIRST = `
  INSERT INTO meta VALUES ('account', '{"id":"acct_golden","mode":"test","name":"Atelier Gold","email":"atelier@gold.example","country":"DE","currency":"eur","timeZone":"Europe/Berlin"}');
  INSERT INTO customer (id, stripe_id, name, name_sort, email, country, currency, fields, created)
    VALUES ('cus_abel', 'cus_abel', 'Gerberei Abel', 'gerberei abel', 'kontor@abel.example', 'DE', 'eur', '{"name":"Gerberei Abel"}', 1780000000);
  INSERT INTO tax_rate VALUES ('rate', 'txr_gold', 'USt', '19', 0, 'DE', 1, 1780000000, NULL);
  INSERT INTO invoice (id, stripe_id, number, number_sort, status, customer_id, customer_stripe_id, customer_name, customer_sort, currency,
      subtotal, tax, total, amount_due, amount_paid, issue_day, due_day, paid_day, created, finalized_at, paid_at)
    VALUES ('in_golden', 'in_golden', 'GOLD-0001', 'gold-0001', 'paid', 'cus_abel', 'cus_abel', 'Gerberei Abel', 'gerberei abel', 'eur',
      10000, 1900, 11900, 11900, 11900, '2026-06-01', '2026-06-15', '2026-06-02', 1780300000, 1780300000, 1780400000);
  INSERT INTO invoice (id, number_sort, status, customer_id, customer_name, customer_sort, currency, issue_day, created)
    VALUES ('draft_gold', '', 'draft', 'cus_abel', 'Gerberei Abel', 'gerberei abel', 'eur', '2026-06-20', 1781900000);
  INSERT INTO draft VALUES ('draft_gold', '${DRAFT}', 3, 1781900000);
  INSERT INTO event (id, created, type, object_id, invoice_stripe_id) VALUES ('evt_gold', 1780300000, 'invoice.finalized', 'in_golden', 'in_golden');
  INSERT INTO sync_position VALUES ('events', '{"watermark":1781900000}');
  INSERT INTO sync_position VALUES ('backfill', '{"kind":"first","startedAt":1780000000,"createdFrom":null,"refetched":true,"done":true,"resources":[{"resource":"invoices","after":null,"objects":1,"done":true}]}');
  INSERT INTO command VALUES ('0d5be5e0-0000-4000-8000-000000000001', 'drafts.create', '{}', 1781900000);
  INSERT INTO operation (id, kind, title, subject_kind, subject_id, amount, currency, state, created_at)
    VALUES ('op_gold', 'refund.create', 'Refund Gerberei Abel', 'payment', 'pi_golden', 500, 'eur', 'queued', 1781900000);
  INSERT INTO outbox (id, operation_id, position, title, intent, idempotency_key, state, floor)
    VALUES ('op_gold:1:1', 'op_gold', 1, 'Refund €5.00', '{"operation":"refunds.create","target":null,"params":{"payment_intent":"pi_golden","amount":500},"expectTotal":null}', 'op_gold:1:1', 'queued', 1781900000);
  INSERT INTO blob VALUES ('logo', 'image/png', x'89504e470d0a1a0a', 1780000000);`;

/** By the version that brought the tables; a schema that is not named brought no table that a person fills. */
const LATER: Readonly<Record<number, string>> = {
  4: `INSERT INTO product (id, stripe_id, name, name_sort, words, active, created) VALUES ('prod_gold', 'prod_gold', 'Mappe', 'mappe', 'mappe', 1, 1780000000);
    INSERT INTO price (id, stripe_id, product_id, product_stripe_id, currency, unit_amount_decimal, active, created)
      VALUES ('price_gold', 'price_gold', 'prod_gold', 'prod_gold', 'eur', '4500', 1, 1780000000);
    INSERT INTO coupon (id, name, percent_off, duration, valid, created) VALUES ('GOLD5', 'Gold', '5', 'once', 1, 1780000000);`,
  20: `INSERT INTO bank_statement (id, file_name, format, account, currency, opening, closing, unexplained, first_day, last_day, known, left_out, imported_at)
      VALUES ('stmt_gold', 'juni.csv', 'csv', 'Girokonto', 'eur', 0, -4200, 0, '2026-06-03', '2026-06-03', 0, 0, 1781900000);
    INSERT INTO bank_line (id, statement_id, account, identity, day, currency, amount, counterparty, text)
      VALUES ('line_gold', 'stmt_gold', 'Girokonto', 'gold:1', '2026-06-03', 'eur', -4200, 'Lederhandel Ruhr', 'Rechnung 17');
    INSERT INTO bank_aside VALUES ('line_gold', 1781900000);`,
  21: `INSERT INTO account_setting VALUES (1200, '', 'Forderungen', '10000', '10000', '', '610');`,
  23: `UPDATE bank_line SET counterparty = '', text = '' WHERE id = 'line_gold';
    UPDATE bank_statement SET erased = 1 WHERE id = 'stmt_gold';
    INSERT INTO bank_statement (id, file_name, format, account, currency, opening, closing, unexplained, first_day, last_day, known, left_out, imported_at, is_whole)
      VALUES ('stmt_part', 'juli.csv', 'csv', 'Girokonto', 'eur', -4200, -9900, 0, '2026-07-02', '2026-07-03', 0, 0, 1783200000, 0);
    INSERT INTO bank_line (id, statement_id, account, identity, day, currency, amount, counterparty, text)
      VALUES ('line_part', 'stmt_part', 'Girokonto', 'gold:2', '2026-07-02', 'eur', -5700, 'Papier Köhler', 'Rechnung 23');`,
  24: `INSERT INTO dispute_answer (dispute_id, texts, compelling, changed_at) VALUES ('du_gold', '{}', '{}', 1783200000);`,
  // Chosen when the journal was as it is after what is posted below.
  25: `INSERT INTO item_account (item, account, after_entry, at)
      SELECT 'prod_gold', 4000, max(seq), 1783200000 FROM journal_entry;`,
};

/** Writes what a program of this version would have written on the day when it was new. */
export function fill(connection: Database.Database, version: number): void {
  if (version === 1) {
    connection.exec(FIRST);
    fillFromStripe(connection);
  }
  // From here on the journal has been kept: the next schema moves all of its postings.
  if (version === 25) postAll(new Db(connection), 1_781_900_000);
  connection.exec(LATER[version] ?? '');
}

/** Objects as Stripe told them, whole, so that books can be kept of them by whichever program comes to have a journal. */
function fillFromStripe(connection: Database.Database): void {
  const world = createBookedWorld('golden', 'eur');
  for (const [what, share] of [
    ['finalize', 100],
    ['pay', 100],
    ['refund', 40],
    ['pay-out', 100],
  ] as const)
    world.happen({ what, share });
  const insert = connection.prepare(
    'INSERT INTO stripe_object (id, type, created, json) VALUES (?, ?, ?, ?)',
  );
  for (const object of world.objects())
    insert.run(object.id, object.object, Number(object['created'] ?? 0), JSON.stringify(object));
}
