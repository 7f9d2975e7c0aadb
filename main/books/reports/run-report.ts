// Runs a report by its name: the one place where names meet what they stand for.
import type { ReportParameters } from '../../../shared/contract/reports.ts';
import type { ReportId } from '../../../shared/domain/reports/catalogue.ts';
import type { Table } from '../../../shared/domain/reports/table.ts';
import type { ReportContext } from './report-context.ts';
import { activityReport } from './activity-report.ts';
import { agingReport } from './aging-report.ts';
import { customerSalesReport } from './customer-sales-report.ts';
import { feesReport } from './fees-report.ts';
import { itemSalesReport } from './item-sales-report.ts';
import { ledgerReport } from './ledger-report.ts';
import { numbersReport } from './numbers-report.ts';
import { openItemsReport } from './open-items-report.ts';
import { payoutsReport } from './payouts-report.ts';
import { recurringReport } from './recurring-report.ts';
import { refuseReversed } from './refuse-reversed.ts';
import { taxReport } from './tax-report.ts';
import { trialBalanceReport } from './trial-balance-report.ts';

/** Refuses nothing: a report of nothing is an empty table. */
export type Report = (context: ReportContext, parameters: ReportParameters) => Table | Promise<Table>;

const RUNS: Readonly<Record<ReportId, Report>> = {
  aging: agingReport,
  'open-items': openItemsReport,
  activity: activityReport,
  'revenue-by-customer': customerSalesReport,
  'revenue-by-item': itemSalesReport,
  tax: taxReport,
  'recurring-revenue': recurringReport,
  numbers: numbersReport,
  fees: feesReport,
  payouts: payoutsReport,
  'trial-balance': trialBalanceReport,
  ledger: ledgerReport,
};

/** Refuses a period that ends before it begins. */
export async function runReport(
  context: ReportContext,
  id: ReportId,
  parameters: ReportParameters,
): Promise<Table> {
  refuseReversed(id, parameters);
  return RUNS[id](context, parameters);
}
