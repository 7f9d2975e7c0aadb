// The journal as it is shown: entries with their postings, and what each is about.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { JournalRow } from '../../shared/contract/ledger.ts';
import type { Db } from '../store/database.ts';
import { postingsOf } from '../store/journal.ts';
import {
  entrySubject,
  type JournalLine,
  journalPage,
  type JournalPlace,
  movementCategory,
} from '../store/journal-list.ts';
import { type Chart, partNamer, readChart } from './chart.ts';

export function journalRows(
  db: Db,
  { account, limit, before }: ParsedInput<'books.journal'>,
): CallOutput<'books.journal'> {
  const lines = journalPage(db, { account, limit, before: placeOf(before) });
  const chart = readChart(db);
  const partName = partNamer(db);
  const last = lines.length < limit ? undefined : lines.at(-1);
  return {
    rows: lines.map((line) => rowOf({ db, chart, partName }, line)),
    next: last ? `${last.day}.${last.seq}` : null,
  };
}

function placeOf(text: string | undefined): JournalPlace | null {
  const [, day, seq] = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/.exec(text ?? '') ?? [];
  return day === undefined || seq === undefined ? null : { day, seq: Number(seq) };
}

interface Names {
  readonly db: Db;
  readonly chart: Chart;
  readonly partName: ReturnType<typeof partNamer>;
}

function rowOf(
  { db, chart, partName }: Names,
  { seq, case_id: caseId, cause, version, day, happened }: JournalLine,
): JournalRow {
  const [kind = '', stripeId = ''] = cause.split(':');
  return {
    seq,
    day,
    happened,
    kind,
    category: movementCategory(db, stripeId),
    stripeId,
    isCorrection: version > 1,
    subject: entrySubject(db, caseId),
    postings: postingsOf(db, seq).map(({ account, sub, currency, amount }) => ({
      account,
      number: chart.of(account).number,
      name: chart.of(account).name,
      partName: partName({ account, sub }),
      currency,
      amount,
    })),
  };
}
