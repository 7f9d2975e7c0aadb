// The entries of a period in one currency, as programs of accountants take them: with the bookkeeper's accounts and codes.
import { z } from 'zod';
import type { Coded } from '../../shared/domain/books/account-settings.ts';
import { isOpenedRevenue } from '../../shared/domain/books/accounts.ts';
import { type PartPosting, partPostings, type Taxable } from '../../shared/domain/books/revenue-parts.ts';
import { entryWords } from '../../shared/text/entry-words.ts';
import type { Chart } from '../books/chart.ts';
import { readInvoiceDocuments } from '../books/invoice-documents.ts';
import { type ItemAccounts, readItemAccounts } from '../books/item-accounts.ts';
import { readKept } from '../books/read-kept.ts';
import { taxablesOfChart } from '../books/revenue-facts.ts';
import type { Db } from '../store/database.ts';
import { type ChainedEntry, endOfJournal, entriesByDay, firstEntryOfCase } from '../store/journal.ts';
import { entryParty } from '../store/journal-list.ts';
import { safePayee } from './plain-text.ts';

export interface LedgerPeriod {
  /** Calendar days, both included. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
}

export interface CodedLine {
  /** Of the account in the program. */
  readonly code: string;
  /** Of the account in our chart. */
  readonly account: number;
  /** Debits are positive. */
  readonly amount: number;
}

export interface LedgerEntry {
  readonly seq: number;
  readonly day: string;
  readonly cause: string;
  /** What happened and with whom, safe for any format of lines. */
  readonly words: string;
  readonly payee: string;
  /** Of the document; else of the entry. */
  readonly number: string;
  /** One for each code; they sum to zero. */
  readonly lines: readonly CodedLine[];
}

/** Entries read at a time: the journal is never whole in memory. */
const PORTION = 500;

export function* ledgerEntries(
  db: Db,
  { from, to, currency }: LedgerPeriod,
  { chart, program }: { readonly chart: Chart; readonly program: Coded },
): Generator<LedgerEntry> {
  const accounts = readItemAccounts(db);
  const divides = chart.hasRevenueCodes(program);
  for (const entry of entriesFrom(db, from)) {
    if (entry.day > to) return;
    const postings = entry.postings.filter((posting) => posting.currency === currency);
    const parts = partPostings(postings, divides ? taxablesOf(db, entry, accounts) : []);
    const lines = codedLines(parts, (part) => chart.codeOf(program, part.account, part.part));
    if (lines.length === 0) continue;
    const party = entryParty(db, entry.caseId);
    const payee = safePayee(party?.name || 'Stripe');
    const number = party?.number ? safePayee(party.number) : `Q${entry.seq}`;
    const happened = entryWords(entry.cause.split(':')[0] ?? '');
    const late = entry.happened === null ? '' : ` of ${entry.happened}`;
    const { seq, day, cause } = entry;
    yield { seq, day, cause, words: `${happened}${late}, ${payee}`, payee, number, lines };
  }
}

function* entriesFrom(db: Db, from: string): Generator<ChainedEntry> {
  const { seq: upTo } = endOfJournal(db);
  for (let after = { day: from, seq: 0 }; ;) {
    const entries = entriesByDay(db, after, { upTo, limit: PORTION });
    yield* entries;
    const last = entries.at(-1);
    if (!last) return;
    after = { day: last.day, seq: last.seq };
  }
}

/** Several accounts of ours may be one in the program, which takes no entry of an account against itself. */
function codedLines(
  parts: readonly PartPosting[],
  codeOf: (part: PartPosting) => string,
): readonly CodedLine[] {
  const sums = new Map<string, CodedLine>();
  for (const part of parts) {
    const code = codeOf(part);
    const known = sums.get(code);
    sums.set(code, { code, account: part.account, amount: part.amount + (known?.amount ?? 0) });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

const Taxed = z.object({
  total_taxes: z
    .array(
      z.object({
        taxable_amount: z.int().nonnegative().nullish(),
        tax_rate_details: z.object({ tax_rate: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});

/** Of the invoice or credit note that an entry is about; of one on several accounts, what is on that of the chart. */
function taxablesOf(
  db: Db,
  { caseId, cause, postings }: ChainedEntry,
  accounts: ItemAccounts,
): readonly Taxable[] {
  const [kind = '', subject = ''] = cause.split(':');
  const document = kind.startsWith('credit-note.') ? subject : caseId;
  if (postings.some(({ account }) => isOpenedRevenue(account))) {
    const first = firstEntryOfCase(db, caseId);
    const documents = readInvoiceDocuments(db, caseId);
    return taxablesOfChart(documents, document, (product) => accounts.of(product, first));
  }
  const whole = readKept(db, document, Taxed);
  return (whole?.total_taxes ?? []).flatMap(({ taxable_amount: amount, tax_rate_details: details }) => {
    const rate = details?.tax_rate ?? null;
    return rate === null || amount === null || amount === undefined ? [] : [{ rate, amount }];
  });
}
