// A period that ends before it begins: nothing is reported of it, and nothing of it is exported.
import { describe, expect, test } from 'vitest';
import type { ReportContext } from '../../../../main/books/reports/report-context.ts';
import { runReport } from '../../../../main/books/reports/run-report.ts';
import { trialBalance } from '../../../../main/books/trial-balance.ts';
import { prepareStatement } from '../../../../main/invoicing/statements/statement-document.ts';
import { REPORT_IDS, REPORTS } from '../../../../shared/domain/reports/catalogue.ts';
import { EVERYTHING } from '../../../../shared/domain/reports/parameters.ts';
import { memoryDb } from '../../../support/memory-db.ts';
import { useContext } from '../../../support/use-context.ts';

const report: ReportContext = {
  db: memoryDb(),
  today: '2026-03-15',
  timeZone: 'Europe/Berlin',
  pause: () => Promise.resolve(),
};
const period = { from: '2026-12-31', to: '2026-01-01' };
const parameters = { ...EVERYTHING, ...period };
const refusedAt = (path: string) => ({
  error: { kind: 'invalid-input', issues: [{ path, message: 'From is after To' }] },
});

describe('a period that ends before it begins', () => {
  test('has no trial balance', () => {
    expect(() => trialBalance(report.db, period)).toThrow(expect.objectContaining(refusedAt('from')));
    expect(trialBalance(report.db, { from: period.to, to: period.to })).toEqual([]);
  });

  const ofPeriod = REPORT_IDS.filter((id) => REPORTS[id].takes.some((name) => name === 'period'));

  test.each(ofPeriod)('is refused by %s', async (id) => {
    await expect(runReport(report, id, parameters)).rejects.toMatchObject(refusedAt('parameters.from'));
  });

  test.each(REPORT_IDS.filter((id) => !ofPeriod.includes(id)))('is nothing to %s', async (id) => {
    await expect(runReport(report, id, parameters)).resolves.toHaveProperty('columns');
  });

  test('is in no letter', async () => {
    const context = useContext({ db: report.db });
    const letter = prepareStatement(context, report, { kind: 'activity', customer: 'cus_0', parameters });
    await expect(letter).rejects.toMatchObject(refusedAt('parameters.from'));
  });
});
