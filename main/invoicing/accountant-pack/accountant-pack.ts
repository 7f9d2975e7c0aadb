// The accountant pack: everything about a period that an accountant asks for, in one ZIP that proves that it is whole.
import type { Proof } from '../../../shared/contract/ledger.ts';
import { REPORT_IDS, type ReportId, REPORTS } from '../../../shared/domain/reports/catalogue.ts';
import { EVERYTHING } from '../../../shared/domain/reports/parameters.ts';
import type { Table } from '../../../shared/domain/reports/table.ts';
import { readChart } from '../../books/chart.ts';
import { refuseUnproved } from '../../books/proved.ts';
import type { ReportContext } from '../../books/reports/report-context.ts';
import { runReport } from '../../books/reports/run-report.ts';
import type { FileCheck, FileContent } from '../../documents/file-content.ts';
import { type ZipEntry, zipParts } from '../../documents/zip.ts';
import { journalFile } from '../../exports/journal-file.ts';
import { journalTable } from '../../exports/journal-table.ts';
import { openingBalances } from '../../exports/opening-balances.ts';
import { plainItems, type PlainPeriod } from '../../exports/plain-entries.ts';
import { proofStatement } from '../../exports/proof-statement.ts';
import { tableParts } from '../../exports/table-file.ts';
import { textParts } from '../../exports/text-parts.ts';
import { wrongState } from '../../refusal.ts';
import { endOfJournal, hasEntryUpTo } from '../../store/journal.ts';
import { countRegistered, type RegisterPeriod } from '../../store/reports/register.ts';
import type { UseContext } from '../context.ts';
import { aboutPack } from './about-pack.ts';
import { documentsOfPack } from './documents-of-pack.ts';
import { checkPack, type Hashes, withManifest } from './manifest.ts';
import { registerTable } from './register.ts';

export interface PackContext {
  readonly use: UseContext;
  readonly report: ReportContext;
  /** Of the moment in which it is asked for. */
  readonly proof: () => Proof;
  readonly company: string;
  /** Files that are done, of all. */
  readonly onProgress: (done: number, all: number) => void;
}

export interface Pack {
  /** Parts of the ZIP. Refuses books that are not proved, and ends with a refusal when the period changes meanwhile. */
  readonly produce: () => Promise<FileContent>;
  readonly check: FileCheck;
}

/** More would not fit the format. */
const MOST_DOCUMENTS = 60_000;
/** Every report that is not of one customer. */
const IN_PACK: readonly ReportId[] = REPORT_IDS.filter((id) => id !== 'activity');
/** Each report as CSV and as XLSX, the tax summary on either basis; the register, three journals, what it is about. */
const OTHER_FILES = (IN_PACK.length + 1) * 2 + 5;

export function accountantPack(context: PackContext, period: RegisterPeriod): Pack {
  const hashes: Hashes = new Map();
  return {
    produce: async () => {
      const proof = context.proof();
      refuseUnproved(proof);
      // Read in the moment in which the proof is taken.
      const upTo = endOfJournal(context.use.db).seq;
      const documents = countRegistered(context.use.db, period);
      if (documents > MOST_DOCUMENTS)
        throw wrongState('too-many', `One pack holds ${MOST_DOCUMENTS} documents. Choose a shorter period.`);
      const entries = counted(
        packEntries(context, period, { proof, upTo }),
        context,
        documents + OTHER_FILES,
      );
      return zipParts(withManifest(entries, hashes, instantOf(context)));
    },
    check: (path) => checkPack(path, hashes),
  };
}

function instantOf({ use }: PackContext): string {
  return new Date(use.now() * 1000).toISOString();
}

async function* counted(
  entries: AsyncIterable<ZipEntry>,
  { onProgress }: PackContext,
  all: number,
): AsyncGenerator<ZipEntry> {
  let done = 0;
  onProgress(0, all);
  for await (const entry of entries) {
    yield entry;
    done += 1;
    onProgress(done, all);
  }
}

async function* packEntries(
  context: PackContext,
  period: RegisterPeriod,
  { proof, upTo }: { readonly proof: Proof; readonly upTo: number },
): AsyncGenerator<ZipEntry> {
  const { use, report } = context;
  const skipped: string[] = [];
  const modifiedAt = instantOf(context);
  const entry = (name: string, bytes: FileContent): ZipEntry => ({ name, bytes, modifiedAt });
  yield entry('Register.csv', tableParts(registerTable(report, period), 'csv'));
  const opening = await openingBalances(use.db, { from: period.from, upTo, pause: report.pause });
  yield* journalEntries(context, proof, { ...period, opening, upTo }, entry);
  yield* reportEntries(report, period, entry);
  yield* documentsOfPack(use, report, period, skipped);
  if (hasEntryUpTo(use.db, { after: upTo, day: period.to }))
    throw wrongState(
      'changed',
      'Something was posted up to the last day of the period while the pack was made. Make it again.',
    );
  const { company } = context;
  const about = { company, period, mode: use.mode, madeAt: modifiedAt, skipped };
  yield entry('About.txt', new TextEncoder().encode(aboutPack(about, proofStatement(proof))));
}

type MakeEntry = (name: string, bytes: FileContent) => ZipEntry;

function* journalEntries(
  { use: { db } }: PackContext,
  proof: Proof,
  period: PlainPeriod,
  entry: MakeEntry,
): Generator<ZipEntry> {
  yield entry('Journal/Journal.journal', textParts(journalFile(db, 'hledger', proof, period)));
  yield entry('Journal/Journal.beancount', textParts(journalFile(db, 'beancount', proof, period)));
  yield entry('Journal/Journal.csv', tableParts(journalTable(plainItems(db, period), readChart(db)), 'csv'));
}

async function* reportEntries(
  context: ReportContext,
  { from, to }: RegisterPeriod,
  entry: MakeEntry,
): AsyncGenerator<ZipEntry> {
  for (const id of IN_PACK) {
    const { title } = REPORTS[id];
    for (const basis of id === 'tax' ? (['invoice', 'payment'] as const) : (['invoice'] as const)) {
      const words = id === 'tax' ? `${title} when ${basis === 'invoice' ? 'invoiced' : 'paid'}` : title;
      const folder = id === 'payouts' ? 'Payouts' : 'Reports';
      const run = (): Promise<Table> => runReport(context, id, { ...EVERYTHING, from, to, asOf: to, basis });
      // Each file has its own reading: the lines of a table come once.
      for (const format of ['csv', 'xlsx'] as const)
        yield entry(`${folder}/${words.replaceAll(' ', '-')}.${format}`, tableParts(await run(), format));
    }
  }
}
