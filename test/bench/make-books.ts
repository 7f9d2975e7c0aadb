// Books of any size in the newest schema, written directly and always the same, for benchmarks and plans of queries.
import Database from 'better-sqlite3';
import { addDays } from '../../shared/domain/dates.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import { Db } from '../../main/store/database.ts';
import { migrate } from '../../main/store/migrate.ts';
import { mirroredBalanceTransactions } from '../../main/store/mirror-facts.ts';
import {
  mirroredInvoicePayments,
  mirroredPayments,
  mirroredRefunds,
} from '../../main/store/mirror-payments.ts';
import { indexLater, indexQueued } from '../../main/store/search.ts';
import { keepInvoice, keepPayment } from './stripe-json.ts';
import { companyName, lineText, numbers, pick } from './words.ts';

export interface BooksSize {
  readonly invoices: number;
  readonly customers: number;
}

/** The last day of the books. */
export const LAST_DAY = '2026-11-20';
const FIRST_DAY = '2022-01-01';
const DAYS = 1784;
const EPOCH_OF_FIRST_DAY = 1_640_995_200;

/** Fills a new file (or `:memory:`) and answers it open, without the durability that books have. */
export function makeBooks(path: string, size: BooksSize): Db {
  const connection = new Database(path);

  connection.pragma('synchronous = OFF');
  connection.pragma('cache_size = -65536');
  migrate(connection, 0);
  const db = new Db(connection);
  const random = numbers(42);
  inBatches(size.customers, db, (n) => addCustomer(db, n, random));
  inBatches(size.invoices, db, (n) => addInvoice(db, n, size, random));
  return db;
}

function inBatches(count: number, db: Db, add: (n: number) => void): void {
  for (let start = 1; start <= count; start += 5000) {
    db.transaction(() => {
      for (let n = start; n < start + 5000 && n <= count; n += 1) add(n);
      while (indexQueued(db, 10_000) > 0);
    });
  }
}

function addCustomer(db: Db, n: number, random: () => number): void {
  const name = `${companyName(random)} ${n}`;
  const fields = {
    name,
    email: `accounts${n}@example.com`,
    phone: '',
    address: {
      line1: `${n} High Street`,
      line2: '',
      postalCode: '10115',
      city: 'Berlin',
      state: '',
      country: 'DE',
    },
    taxIds: [],
    taxExempt: 'none',
    currency: 'eur',
    language: null,
    reference: `K-${n}`,
    note: '',
  };
  const id = `cus_${n.toString(36).padStart(14, 'B')}`;
  db.run(
    `INSERT INTO customer (seq, id, stripe_id, name, name_sort, email, country, currency, reference, fields, created)
     VALUES (?, ?, ?, ?, ?, ?, 'DE', 'eur', ?, ?, ?)`,
    [
      n,
      id,
      id,
      name,
      sortKey(name),
      fields.email,
      fields.reference,
      JSON.stringify(fields),
      EPOCH_OF_FIRST_DAY + n,
    ],
  );
  db.run("INSERT INTO stripe_object VALUES (?, 'customer', ?, 0, ?)", [
    id,
    EPOCH_OF_FIRST_DAY + n,
    JSON.stringify({ id, object: 'customer', name }),
  ]);
  indexLater(db, 'customer', [id]);
}

/** Old invoices are mostly paid, the newest are open, as in real books. */
function statusOf(share: number, random: () => number): 'draft' | 'open' | 'paid' | 'uncollectible' | 'void' {
  const roll = random();
  if (share > 0.999) return 'draft';
  if (share > 0.97) return roll < 0.6 ? 'open' : 'paid';
  if (roll < 0.95) return 'paid';
  if (roll < 0.97) return 'void';
  return roll < 0.985 ? 'uncollectible' : 'open';
}

function addInvoice(db: Db, n: number, size: BooksSize, random: () => number): void {
  const share = n / size.invoices;
  const status = statusOf(share, random);
  const customer = 1 + Math.floor(random() * size.customers);
  const owner = db.get<{ id: string; name: string; email: string }>(
    'SELECT id, name, email FROM customer WHERE seq = ?',
    [customer],
  );
  if (!owner) throw new Error('A customer of the benchmark is missing');
  const day = addDays(FIRST_DAY, Math.floor(share * DAYS));
  const created = EPOCH_OF_FIRST_DAY + Math.floor(share * DAYS) * 86_400 + (n % 50_000);
  const net = 1000 + Math.floor(random() * 500_000);
  const tax = Math.round(net * 0.19);
  const total = net + tax;
  const paid = status === 'paid' ? total : 0;
  const refunded = status === 'paid' && random() < 0.02 ? Math.floor(total / 2) : 0;
  const id = `in_${n.toString(36).padStart(24, 'A')}`;
  const number = status === 'draft' ? null : `INV-${String(n).padStart(6, '0')}`;
  const currency = pick(['eur', 'eur', 'eur', 'usd', 'gbp'], random);
  const lines = Array.from({ length: 3 }, () => ({
    description: lineText(random),
    amount: Math.floor(net / 3),
    quantity: 1,
  }));
  const remaining = status === 'paid' || status === 'void' ? 0 : total;
  keepInvoice(db, {
    id,
    status,
    number,
    customer: owner.id,
    currency,
    total,
    tax,
    remaining,
    created,
    lines,
  });
  db.run(
    `INSERT INTO invoice (seq, id, stripe_id, number, number_sort, status, customer_id, customer_stripe_id, customer_name, customer_sort,
       customer_email, currency, subtotal, tax, total, amount_due, amount_paid, amount_remaining, amount_refunded, issue_day, due_day,
       paid_day, created, finalized_at, sent_at, paid_at, po_number, memo)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      n,
      id,
      id,
      number,
      sortKey(number ?? ''),
      status,
      owner.id,
      owner.id,
      owner.name,
      sortKey(owner.name),
      owner.email,
      currency,
      net,
      tax,
      total,
      total,
      paid,
      remaining,
      refunded,
      day,
      addDays(day, 30),
      status === 'paid' ? addDays(day, 12) : null,
      created,
      created,
      created,
      status === 'paid' ? created + 12 * 86_400 : null,
      n % 3 === 0 ? `PO-${n % 5000}` : '',
      'Thank you for your business.',
    ],
  );
  if (status === 'paid')
    addPayment(db, { n, invoice: id, owner, currency, total, refunded, created, day: addDays(day, 12) });
  indexLater(db, 'invoice', [id]);
}

interface PaymentFacts {
  readonly n: number;
  readonly invoice: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly currency: string;
  readonly total: number;
  readonly refunded: number;
  readonly created: number;
  readonly day: string;
}

function addPayment(
  db: Db,
  { n, invoice, owner, currency, total, refunded, created, day }: PaymentFacts,
): void {
  const key = n.toString(36).padStart(20, 'C');
  const fee = Math.round(total * 0.014) + 25;
  mirroredPayments.upsert(db, {
    id: `pi_${key}`,
    charge_id: `ch_${key}`,
    invoice_stripe_id: invoice,
    customer_stripe_id: owner.id,
    customer_name: owner.name,
    customer_sort: sortKey(owner.name),
    method: 'Visa •••• 4242',
    method_type: 'card',
    status: 'succeeded',
    currency,
    amount: total,
    amount_received: total,
    amount_refunded: refunded,
    failure_code: null,
    decline_code: null,
    advice_code: null,
    next_action: null,
    balance_transaction_id: `txn_${key}`,
    created,
    day,
  });
  mirroredInvoicePayments.upsert(db, {
    id: `inpay_${key}`,
    invoice_stripe_id: invoice,
    payment_id: `pi_${key}`,
    amount_paid: total,
    status: 'paid',
    created,
  });
  mirroredBalanceTransactions.upsert(db, {
    id: `txn_${key}`,
    type: 'charge',
    source: `ch_${key}`,
    currency: 'eur',
    amount: total,
    fee,
    net: total - fee,
    category: 'charge',
    fee_tax: 0,
    created,
    available_on: created + 172_800,
    day,
  });
  keepPayment(db, { key, invoice, total, fee, currency, created });
  if (refunded > 0) addRefund(db, key, { currency, refunded, created, day });
  indexLater(db, 'payment', [`pi_${key}`]);
}

function addRefund(
  db: Db,
  key: string,
  { currency, refunded, created, day }: Pick<PaymentFacts, 'currency' | 'refunded' | 'created' | 'day'>,
): void {
  mirroredRefunds.upsert(db, {
    stripe_id: `re_${key}`,
    id: `re_${key}`,
    operation_id: null,
    payment_id: `pi_${key}`,
    charge_id: `ch_${key}`,
    currency,
    amount: refunded,
    status: 'succeeded',
    reason: 'requested_by_customer',
    failure_reason: null,
    note: '',
    balance_transaction_id: null,
    created,
    day,
  });
}
