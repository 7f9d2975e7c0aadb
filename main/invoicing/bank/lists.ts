// What the screen of the bank's statements shows: the imports, the lines by how they stand, and payouts that are missing.
import type { PayoutBrief } from '../../../shared/contract/bank.ts';
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { daysBetween } from '../../../shared/domain/dates.ts';
import { notFound } from '../../refusal.ts';
import type { BankPayout } from '../../store/bank-matches.ts';
import { bankStatements } from '../../store/bank-statements.ts';
import type { UseContext } from '../context.ts';
import { reconciliation, type ReconciledLine, type Standing } from './reconciliation.ts';

type View = ParsedInput<'bank.lines'>['view'];

const STANDINGS: Readonly<Record<View, readonly Standing[]>> = {
  review: ['suggested', 'claims'],
  matched: ['sure', 'confirmed'],
  aside: ['aside'],
  other: ['other'],
};

const MOST_STATEMENTS = 200;
const MOST_MISSING = 100;
const MOST_CANDIDATES = 40;

export function bankOverview({ db }: UseContext): CallOutput<'bank.overview'> {
  const { lines, missing } = reconciliation(db);
  const count = (...standings: readonly Standing[]): number =>
    lines.filter(({ standing }) => standings.includes(standing)).length;
  return {
    statements: bankStatements(db, MOST_STATEMENTS).map((row) => ({
      id: row.id,
      fileName: row.file_name,
      format: row.format,
      account: row.account,
      currency: row.currency,
      opening: row.opening,
      closing: row.closing,
      unexplained: row.unexplained,
      from: row.first_day || null,
      to: row.last_day || null,
      lines: row.lines,
      known: row.known,
      leftOut: row.left_out,
      importedAt: row.imported_at,
    })),
    counts: {
      review: count(...STANDINGS.review),
      matched: count(...STANDINGS.matched),
      sure: count('sure'),
      aside: count(...STANDINGS.aside),
      other: count(...STANDINGS.other),
    },
    missing: {
      count: missing.length,
      first: missing.slice(0, MOST_MISSING).map((payout) => briefOf(payout)),
    },
  };
}

export function listBankLines(
  { db }: UseContext,
  { view, page }: ParsedInput<'bank.lines'>,
): CallOutput<'bank.lines'> {
  const lines = reconciliation(db).lines.filter(({ standing }) => STANDINGS[view].includes(standing));
  return { rows: lines.slice(page.offset, page.offset + page.limit).map((line) => rowOf(line)) };
}

function rowOf({ payout, ...line }: ReconciledLine): CallOutput<'bank.lines'>['rows'][number] {
  return { ...line, payout: payout === null ? null : briefOf(payout), cursor: '' };
}

function briefOf({ id, arrival, amount, currency, status }: BankPayout): PayoutBrief {
  return { id, arrival, amount, currency, status };
}

/** Of the same amount first, then the nearest day: a person may know why the bank took something off. */
export function getBankLine({ db }: UseContext, { id }: ParsedInput<'bank.line'>): CallOutput<'bank.line'> {
  const { lines, freePayouts } = reconciliation(db);
  const line = lines.find((one) => one.id === id);
  if (!line) throw notFound('bank line');
  const distance = ({ arrival }: BankPayout): number => Math.abs(daysBetween(arrival, line.day));
  const isOther = ({ amount }: BankPayout): number => Number(amount !== line.amount);
  const candidates = freePayouts
    .filter(
      ({ currency, amount }) => currency === line.currency && Math.sign(amount) === Math.sign(line.amount),
    )
    .toSorted((a, b) => isOther(a) - isOther(b) || distance(a) - distance(b))
    .slice(0, MOST_CANDIDATES);
  return { line: rowOf(line), candidates: candidates.map((payout) => briefOf(payout)) };
}

export function lineOfPayout(
  { db }: UseContext,
  { id }: ParsedInput<'bank.ofPayout'>,
): CallOutput<'bank.ofPayout'> {
  const { lines, missing } = reconciliation(db);
  const line = lines.find(({ payout }) => payout?.id === id);
  return { line: line ? rowOf(line) : null, isMissing: missing.some((payout) => payout.id === id) };
}
