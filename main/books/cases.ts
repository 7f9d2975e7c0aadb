// Which case an object of Stripe's belongs to, and the entries that follow from everything known of it.
import { assertNever } from '../../shared/domain/assert.ts';
import { sumOn, type Entry } from '../../shared/domain/books/entry.ts';
import { balanceChangeEntries } from '../../shared/domain/books/customer-balance.ts';
import { invoiceEntries } from '../../shared/domain/books/invoice-entries.ts';
import { receivableByStripe } from '../../shared/domain/books/invoice-facts.ts';
import { withOpening } from '../../shared/domain/books/opening.ts';
import { movementEntry } from '../../shared/domain/books/movement.ts';
import { disputeEntries, payoutEntries } from '../../shared/domain/books/settlement.ts';
import type { Revenue } from '../../shared/domain/books/revenue-accounts.ts';
import type { Db } from '../store/database.ts';
import { disputeOfTransaction, transactionsOf } from '../store/kept-objects.ts';
import type { ChainedEntry } from '../store/journal.ts';
import type { CaseProblem, DueObject } from '../store/posting-due.ts';
import { type InvoiceDocuments, readInvoiceDocuments } from './invoice-documents.ts';
import { type DayOf, invoiceFactsOf } from './invoice-facts.ts';
import type { ItemAccounts } from './item-accounts.ts';
import {
  readBalanceChangeFacts,
  readDisputeFacts,
  readMovementFacts,
  readPayoutFacts,
} from './movement-facts.ts';
import { readKept } from './read-kept.ts';
import { revenueFactsOf } from './revenue-facts.ts';
import { Owner } from './snapshots.ts';

/** One object whose happenings are booked together, by itself and from kept objects alone. */
export interface Case {
  readonly kind: 'invoice' | 'movement' | 'payout' | 'dispute' | 'customer-balance';
  /** Stripe's. */
  readonly id: string;
}

/** The cases that are to be looked at anew because an object changed. */
export function casesOf(db: Db, { id, type }: DueObject): readonly Case[] {
  switch (type) {
    case 'invoice':
    case 'payout':
      return [{ kind: type, id }];
    case 'dispute':
      return [{ kind: type, id }, ...movementsOf(db, id)];
    case 'invoice_payment':
    case 'credit_note':
      return ownerOf(db, id);
    case 'balance_transaction':
      return [{ kind: 'movement', id }, ...disputeOf(db, id)];
    case 'customer_balance_transaction':
      return [{ kind: 'customer-balance', id }];
    case 'charge':
    case 'refund':
      return movementsOf(db, id);
    default:
      return [];
  }
}

function ownerOf(db: Db, id: string): readonly Case[] {
  const owner = readKept(db, id, Owner);
  return owner ? [{ kind: 'invoice', id: owner.invoice }] : [];
}

/** Whose money moved, and in which currency, may have been told after the movement itself. */
function movementsOf(db: Db, source: string): readonly Case[] {
  return transactionsOf(db, source).map((id) => ({ kind: 'movement', id }));
}

/** What Stripe takes and gives back of a dispute decides what is lost with it. */
function disputeOf(db: Db, id: string): readonly Case[] {
  const dispute = disputeOfTransaction(db, id);
  return dispute === undefined ? [] : [{ kind: 'dispute', id: dispute }];
}

export interface CaseBooks {
  readonly entries: readonly Entry[];
  /** Where they do not come to what Stripe says of the object. */
  readonly problem: Omit<CaseProblem, 'caseId'> | null;
  /** What the books of an invoice were read from; null for every other case. */
  readonly documents: InvoiceDocuments | null;
}

export interface BooksContext {
  readonly dayOf: DayOf;
  /** The first day of the books; null when they begin with the first thing of all. */
  readonly begins: string | null;
  readonly accounts: ItemAccounts;
}

/**
 * The entries of a case; none of what is not here, or not as the books need it. `posted` is what the journal has of it, the first
 * entry first: by its place is known which accounts had been chosen for items.
 */
export function booksOf(
  db: Db,
  one: Case,
  context: BooksContext,
  posted: readonly Pick<ChainedEntry, 'seq'>[],
): CaseBooks {
  const { dayOf, begins } = context;
  if (one.kind === 'invoice') return invoiceBooks(db, one.id, context, posted[0]?.seq ?? null);
  const entries = withOpening(entriesOf(db, one.kind, one.id, dayOf), one.id, begins);
  return { entries, problem: null, documents: null };
}

function entriesOf(
  db: Db,
  kind: Exclude<Case['kind'], 'invoice'>,
  id: string,
  dayOf: DayOf,
): readonly Entry[] {
  switch (kind) {
    case 'movement': {
      const facts = readMovementFacts(db, id, dayOf);
      return facts ? [movementEntry(facts)] : [];
    }
    case 'payout': {
      const facts = readPayoutFacts(db, id);
      return facts ? payoutEntries(facts) : [];
    }
    case 'dispute': {
      const facts = readDisputeFacts(db, id, dayOf);
      return facts ? disputeEntries(facts) : [];
    }
    case 'customer-balance': {
      const facts = readBalanceChangeFacts(db, id, dayOf);
      return facts ? balanceChangeEntries(facts) : [];
    }
    default:
      return assertNever(kind);
  }
}

function invoiceBooks(
  db: Db,
  id: string,
  { dayOf, begins, accounts }: BooksContext,
  first: number | null,
): CaseBooks {
  const documents = readInvoiceDocuments(db, id);
  const revenue = accounts.isEmpty
    ? new Map<string, Revenue>()
    : revenueFactsOf(documents, (product) => accounts.of(product, first));
  const facts = invoiceFactsOf(db, documents, { dayOf, revenue });
  if (!facts) return { entries: [], problem: null, documents };
  const { currency } = facts;
  const entries = invoiceEntries(facts);
  const found = entries.reduce((sum, { postings }) => sum + sumOn('receivables', currency, postings), 0);
  const expected = receivableByStripe(facts);
  const problem = found === expected ? null : ({ rule: 'receivable', currency, expected, found } as const);
  return { entries: withOpening(entries, id, begins), problem, documents };
}
