// Runs a report by its name: the one place where names meet what they stand for.
import type { ReportParameters } from '../../../shared/contract/reports.ts';
import type { ReportId } from '../../../shared/domain/reports/catalogue.ts';
import type { Table } from '../../../shared/domain/reports/table.ts';
import type { ReportContext } from './report-context.ts';
import { trialBalanceReport } from './trial-balance-report.ts';

/** Refuses nothing: a report of nothing is an empty table. */
export type Report = (context: ReportContext, parameters: ReportParameters) => Table | Promise<Table>;

const RUNS: Readonly<Record<ReportId, Report>> = {
  'trial-balance': trialBalanceReport,
};

export async function runReport(
  context: ReportContext,
  id: ReportId,
  parameters: ReportParameters,
): Promise<Table> {
  return RUNS[id](context, parameters);
}
