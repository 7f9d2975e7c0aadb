// What the books prove, as of now: each figure told twice, by the journal and by Stripe.
import { CHART } from '../../shared/domain/books/accounts.ts';
import type { Proof } from '../../shared/contract/ledger.ts';
import type { Db } from '../store/database.ts';
import { endOfJournal } from '../store/journal.ts';
import { invoiceRef } from '../store/journal-list.ts';
import { balanceOf, type CurrencySum, movementSums, openInvoiceSums } from '../store/ledger-sums.ts';
import { type DifferingMovement, firstDifferingMovement } from '../store/differing-movement.ts';
import { countDue, problems } from '../store/posting-due.ts';
import { balancePosition } from '../store/sync-position.ts';

/** Problems that are named; the others are counted. */
const NAMED = 20;

type Compared = Proof['movements'];

/** Pure: both sides of a figure per currency, in their order; a currency that one side lacks is zero there. */
export function compare(books: readonly CurrencySum[], stripe: readonly CurrencySum[]): Compared {
  const of = (sums: readonly CurrencySum[], currency: string): number =>
    sums.find((row) => row.currency === currency)?.sum ?? 0;
  const currencies = [...new Set([...books, ...stripe].map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => ({
    currency,
    books: of(books, currency),
    stripe: of(stripe, currency),
  }));
}

export function differs(compared: Compared): boolean {
  return compared.some(({ books, stripe }) => books !== stripe);
}

/** Names the first movement that differs; undefined where none does. */
export type FindMovement = (movements: Compared) => DifferingMovement | undefined;

/** Reads all movements, which takes long in large books; only when their sums differ, and once for the same books and sums. */
export function createFindMovement(db: Db): FindMovement {
  let [known, answer]: [string, DifferingMovement | undefined] = ['', undefined];
  return (movements) => {
    const key = JSON.stringify([endOfJournal(db).seq, movements]);
    if (key !== known) [known, answer] = [key, firstDifferingMovement(db, CHART.stripe.number)];
    return answer;
  };
}

/** `now` in unix seconds. */
export function proofOf(
  db: Db,
  now: number,
  verification: Proof['verification'],
  findMovement: FindMovement = createFindMovement(db),
): Proof {
  const waiting = countDue(db);
  const held = balanceOf(db, CHART.stripe.number);
  const movements = compare(held, movementSums(db));
  const stated = balancePosition
    .read(db)
    ?.map(({ currency, available, pending }) => ({ currency, sum: available + pending }));
  const balance = stated === undefined ? [] : compare(held, stated);
  const receivables = compare(balanceOf(db, CHART.receivables.number), openInvoiceSums(db));
  const found = problems(db, NAMED);
  const movement = waiting === 0 && differs(movements) ? findMovement(movements) : undefined;
  const first = [...(movement ? [movement] : []), ...found.first];
  const isWrong =
    found.count > 0 || [movements, balance, receivables].some(differs) || verification.finding !== null;
  return {
    state: waiting > 0 ? 'posting' : isWrong ? 'out-of-balance' : 'in-balance',
    checkedAt: now,
    waiting,
    entries: endOfJournal(db).seq,
    movements,
    balance,
    receivables,
    problems: {
      count: found.count + (movement ? 1 : 0),
      first: first.map((problem) => named(db, problem)),
    },
    suspense: balanceOf(db, CHART.suspense.number)
      .filter(({ sum }) => sum !== 0)
      .map(({ currency, sum }) => ({ currency, amount: sum })),
    verification,
  };
}

function named(
  db: Db,
  { caseId, currency, expected, found }: DifferingMovement,
): Proof['problems']['first'][number] {
  const invoice = invoiceRef(db, caseId);
  return {
    stripeId: caseId,
    invoiceId: invoice?.id ?? null,
    number: invoice?.number ?? null,
    currency,
    expected,
    found,
  };
}
