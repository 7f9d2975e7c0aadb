// How long each report of 100,000 invoices takes until its first lines are there, and for how long it holds everything else up.
import { runReport } from '../../main/books/reports/run-report.ts';
import type { Db } from '../../main/store/database.ts';
import { REPORT_IDS, type ReportId } from '../../shared/domain/reports/catalogue.ts';
import { EVERYTHING } from '../../shared/domain/reports/parameters.ts';
import { type Line, atMost } from './report.ts';

/** What a page asks for. */
const LINES = 400;

interface Measured {
  readonly whole: number;
  /** The longest stretch without a break. */
  readonly held: number;
}

async function measure(db: Db, today: string, id: ReportId, customer: string | null): Promise<Measured> {
  const start = performance.now();
  let [began, held] = [start, 0];
  const stretch = (): void => {
    held = Math.max(held, performance.now() - began);
  };
  const pause = async (): Promise<void> => {
    stretch();
    await new Promise<void>((resolve) => void setImmediate(resolve));
    began = performance.now();
  };
  const context = { db, today, timeZone: 'Europe/Berlin', pause };
  const table = await runReport(context, id, { ...EVERYTHING, customer });
  let count = 0;
  for await (const _line of table.lines) {
    count += 1;
    if (count === LINES) break;
  }
  stretch();
  return { whole: performance.now() - start, held };
}

/** Over all dates, which is the most that a report can be asked for. */
export async function reportLines(db: Db, today: string): Promise<readonly Line[]> {
  const customer = db.get<{ id: string }>('SELECT id FROM customer ORDER BY invoice_count DESC LIMIT 1')?.id;
  const lines: Line[] = [];
  let held = 0;
  for (const id of REPORT_IDS) {
    const measured = await measure(db, today, id, id === 'activity' ? (customer ?? null) : null);
    held = Math.max(held, measured.held);
    lines.push(atMost(`report of all dates: ${id}`, measured.whole, 500, 'ms'));
  }
  return [...lines, atMost('longest stretch of a report', held, 50, 'ms')];
}
