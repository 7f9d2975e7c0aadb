// What is overdue is the same on the start page, in the lists and in the reports: also of what Stripe charges by itself.
import { expect, test } from 'vitest';
import { postNext } from '../../../../main/books/poster.ts';
import { runReport } from '../../../../main/books/reports/run-report.ts';
import type { UseContext } from '../../../../main/invoicing/context.ts';
import { getHome } from '../../../../main/invoicing/home.ts';
import { applyObjects } from '../../../../main/sync/apply.ts';
import type { Line } from '../../../../shared/contract/reports.ts';
import { addDays, dayOf, endOfDay } from '../../../../shared/domain/dates.ts';
import type { ReportId } from '../../../../shared/domain/reports/catalogue.ts';
import { EVERYTHING } from '../../../../shared/domain/reports/parameters.ts';
import { invoice, NOON } from '../../../support/stripe-objects.ts';
import { useContext } from '../../../support/use-context.ts';

const ZONE = 'Europe/Berlin';
const ISSUED = dayOf(NOON, ZONE);
const TODAY = addDays(ISSUED, 200);
/** Days before today; null is charged automatically: Stripe gives it no due date. */
const OVERDUE = [null, 0, 1, 30, 31, 60, 61, 90, 91, 180] as const;

function post({ db, changes }: UseContext): void {
  const told = OVERDUE.map((days, index) =>
    invoice(`in_${index}`, {
      total: 10 ** index,
      amount_due: 10 ** index,
      amount_remaining: 10 ** index,
      subtotal: 10 ** index,
      total_taxes: [],
      total_discount_amounts: [],
      lines: { object: 'list', data: [], has_more: false },
      due_date: days === null ? null : endOfDay(addDays(TODAY, -days), ZONE),
    }),
  );
  db.transaction(() => {
    expect(applyObjects(db, told, { timeZone: ZONE, changes, indexing: 'later' })).toEqual([]);
  });
  while (postNext({ db, clock: { now: () => NOON * 1_000 }, dayOf: (at) => dayOf(at, ZONE) }));
}

async function report({ db }: UseContext, id: ReportId): Promise<readonly Line[]> {
  const of = { db, today: TODAY, timeZone: ZONE, pause: async () => undefined };
  const lines: Line[] = [];
  for await (const line of (await runReport(of, id, EVERYTHING)).lines) lines.push(line);
  return lines;
}

const figures = (line: Line | undefined): readonly number[] =>
  line?.kind === 'total' ? line.cells.flatMap((cell) => (cell?.kind === 'money' ? [cell.amount] : [])) : [];

test('an invoice without a due date is not overdue anywhere', async () => {
  const context = useContext({ timeZone: ZONE, now: () => endOfDay(TODAY, ZONE) });
  post(context);
  const home = getHome(context);
  const [aged] = home.aging;
  expect(figures((await report(context, 'aging')).at(-1)).slice(0, -1)).toEqual([
    aged?.current,
    aged?.days30,
    aged?.days60,
    aged?.days90,
    aged?.older,
  ]);
  expect(aged?.current).toBe(11);

  const overdue = (await report(context, 'open-items')).flatMap((line) =>
    line.kind === 'row' ? [line.cells[4]?.kind === 'count' ? line.cells[4].count : null] : [],
  );
  expect(overdue).toEqual([180, 91, 90, 61, 60, 31, 30, 1, null, null]);
  expect(home.pastDue.count).toBe(overdue.filter((days) => days !== null).length);
});
