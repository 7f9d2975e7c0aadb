// Books that hold another Stripe balance than Stripe's movements come to: the first movement that differs is named.
import { beforeEach, expect, test } from 'vitest';
import { proofOf } from '../../../main/books/proof.ts';
import type { Db } from '../../../main/store/database.ts';
import type { Proof } from '../../../shared/contract/ledger.ts';
import { postAll, tellHistories } from '../../support/booked-file.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { NOW } from '../../support/use-context.ts';

interface Movement {
  readonly id: string;
  readonly currency: string;
  readonly net: number;
}

const NEVER: Proof['verification'] = {
  running: false,
  done: 0,
  all: 0,
  finishedAt: null,
  entries: 0,
  finding: null,
};

let db: Db;
/** Oldest first. */
let movements: readonly Movement[];
beforeEach(() => {
  db = memoryDb();
  tellHistories(db, 1, 12);
  postAll(db, NOW);
  movements = db.all<Movement>('SELECT id, currency, net FROM balance_transaction ORDER BY created, id');
});

const proof = (): Proof => proofOf(db, NOW, NEVER);
const at = (index: number): Movement => movements[index] ?? { id: '', currency: '', net: 0 };

test('none is named while the sums agree', () => {
  expect(movements.length).toBeGreaterThan(8);
  expect(proof().problems).toEqual({ count: 0, first: [] });
});

test('of several that differ the oldest is named, with what either side says', () => {
  for (const index of [6, 3])
    db.run('UPDATE balance_transaction SET amount = amount + 7, net = net + 7 WHERE id = ?', [at(index).id]);
  const { id, currency, net } = at(3);
  expect(proof()).toMatchObject({
    state: 'out-of-balance',
    problems: {
      count: 1,
      first: [{ stripeId: id, invoiceId: null, number: null, currency, expected: net + 7, found: net }],
    },
  });
});

test('one that was never posted is named with nothing on the side of the books', () => {
  db.run(
    `INSERT INTO balance_transaction (id, type, source, currency, amount, fee, net, created, available_on)
     VALUES ('txn_new', 'charge', NULL, 'eur', 500, 20, 480, 2000000000, 2000000000)`,
  );
  expect(proof().problems.first).toMatchObject([{ stripeId: 'txn_new', expected: 480, found: 0 }]);
});

test('one that the books hold and Stripe does not list is named with nothing on the side of Stripe', () => {
  const { id, net } = at(5);
  db.run('DELETE FROM balance_transaction WHERE id = ?', [id]);
  expect(proof().problems.first).toMatchObject([{ stripeId: id, expected: 0, found: net }]);
});
