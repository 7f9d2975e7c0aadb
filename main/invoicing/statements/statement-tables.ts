// The tables of a statement of account, one for each currency, in the words and figures of the customer's language. Pure.
import type { DocumentTable, TotalRow } from '../../../shared/domain/document-data.ts';
import { formatDay } from '../../../shared/domain/dates.ts';
import type { DocumentTerms } from '../../../shared/text/document-words.ts';
import type { About } from '../../books/reports/entry-about.ts';
import type { GivenBack } from '../../books/reports/given-back.ts';
import type { CustomerAccount } from '../../books/reports/customer-account.ts';
import type { PostedLine } from '../../store/reports/posted.ts';
import { type Voice, voiceOf } from '../document-voice.ts';
import type { OpenOfCurrency, StatementFacts } from './statement-facts.ts';

/** What a posting is about; only the document that it names is taken. */
export type AboutPosting = (posted: PostedLine) => Pick<About, 'document' | 'to'>;

type Columns = DocumentTable['columns'];

export function statementTables(
  facts: StatementFacts,
  language: string,
  about: AboutPosting,
): readonly DocumentTable[] {
  const tables =
    facts.kind === 'open-items'
      ? facts.currencies.map((of) => openTable(of, voiceOf(language, of.currency)))
      : facts.accounts.map((of) =>
          activityTable(of, facts.period.from, voiceOf(language, of.currency), about),
        );
  return tables.length > 1 ? tables : tables.map((table) => ({ ...table, title: null }));
}

function openTable({ currency, items, open }: OpenOfCurrency, voice: Voice): DocumentTable {
  const { terms, money } = voice;
  const columns: Columns = [
    { head: terms.invoiceNumber, kind: 'text' },
    { head: terms.issueDate, kind: 'day' },
    { head: terms.dueDate, kind: 'day' },
    { head: terms.total, kind: 'figure' },
    { head: terms.amountDue, kind: 'figure' },
  ];
  const rows = items.map(({ invoiceId, number, issued, due, total, open: left }) => [
    // What is posted without an invoice is what was owed from before.
    invoiceId === null ? terms.openingBalance : number,
    shortDay(issued, voice),
    shortDay(due, voice),
    invoiceId === null ? '' : money(total),
    money(left),
  ]);
  return { title: currency.toUpperCase(), columns, rows, totals: [strong(terms.amountDue, money(open))] };
}

function activityTable(
  { currency, opening, lines, closing, credit }: CustomerAccount,
  from: string | null,
  voice: Voice,
  about: AboutPosting,
): DocumentTable {
  const { terms, money } = voice;
  const columns: Columns = [
    { head: terms.date, kind: 'day' },
    { head: terms.description, kind: 'text' },
    { head: terms.charged, kind: 'figure' },
    { head: terms.settled, kind: 'figure' },
    { head: terms.balance, kind: 'figure' },
  ];
  const before = from === null ? [] : [[shortDay(from, voice), terms.openingBalance, '', '', money(opening)]];
  const rows = lines.map(({ posted, givenBack, balance }) => [
    shortDay(posted.day, voice),
    wordsOf(posted, about(posted), terms, givenBack),
    posted.amount > 0 ? money(posted.amount) : '',
    posted.amount < 0 ? money(-posted.amount) : '',
    money(balance),
  ]);
  const kept: readonly TotalRow[] =
    credit === 0 ? [] : [{ label: terms.creditKept, value: money(credit), weight: 'normal' }];
  return {
    title: currency.toUpperCase(),
    columns,
    rows: [...before, ...rows],
    totals: [strong(terms.balance, money(closing)), ...kept],
  };
}

function strong(label: string, value: string): TotalRow {
  return { label, value, weight: 'strong' };
}

function shortDay(day: string | null, { locale }: Voice): string {
  return day === null ? '' : formatDay(day, locale);
}

/** The kind of a document alone, in the customer's words, and its number. */
function wordsOf(
  { cause, amount }: PostedLine,
  { document, to }: ReturnType<AboutPosting>,
  terms: DocumentTerms,
  givenBack: GivenBack | null,
): string {
  if (givenBack !== null) return givenBackWords(givenBack, terms);
  const words = kindWords(cause.split(':')[0] ?? '', terms) ?? (amount > 0 ? terms.charged : terms.settled);
  const isNumbered = to?.kind === 'invoice' || to?.kind === 'credit-note';
  return isNumbered && document !== '' ? `${words} ${document}` : words;
}

function givenBackWords(way: GivenBack, terms: DocumentTerms): string {
  if (way === 'refund') return terms.refund;
  return way === 'balance' ? terms.toBalance : terms.settledOtherwise;
}

/** Null for what has no word of its own on a document. */
function kindWords(kind: string, terms: DocumentTerms): string | null {
  switch (kind) {
    case 'invoice.finalized':
      return terms.invoice;
    case 'payment.applied':
    case 'invoice.paid-outside':
    case 'invoice.recovered':
    case 'invoice.overpaid':
      return terms.payment;
    case 'invoice.balance-applied':
      return terms.appliedBalance;
    case 'invoice.voided':
    case 'credit-note.voided':
      return terms.void;
    case 'invoice.written-off':
      return terms.writtenOff;
    case 'credit-note.issued':
      return terms.creditNote;
    case 'opening':
      return terms.openingBalance;
    default:
      return null;
  }
}
