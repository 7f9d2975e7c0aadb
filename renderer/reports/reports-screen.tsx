// Reports: all of them in one screen, whose figures lead to what they are made of.
import { ChartColumn, UserRound } from 'lucide-react';
import { type ReportId, REPORTS } from '../../shared/domain/reports/catalogue.ts';
import { asksReversed } from '../../shared/domain/reports/parameters.ts';
import { useCall } from '../data.ts';
import { describeError } from '../error-text.ts';
import { go, paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ParameterBar } from './parameter-bar.tsx';
import { ReportNav } from './report-nav.tsx';
import { fromAddress, type Parameters, reportIdOf, toAddress } from './report-parameters.ts';
import { ReportTable } from './report-table.tsx';
import { useReport } from './use-report.ts';
import './reports.css';

interface ReportsScreenProps {
  readonly id: string | undefined;
  /** As `toAddress` writes them. */
  readonly address: string;
}

export function ReportsScreen({ id: given, address }: ReportsScreenProps) {
  const id = reportIdOf(given);
  const parameters = fromAddress(address);
  const choices = useCall('reports.choices', {});
  const back =
    (parameters.only ?? null) === null ? null : paths.report(id, toAddress({ ...parameters, only: null }));
  return (
    <Page
      title={REPORTS[id].title}
      layout="fill"
      {...(back === null ? {} : { back: { label: 'Whole report', href: back } })}
      actions={<ExportMenu id={id} parameters={parameters} today={choices.data?.today ?? null} />}
    >
      <div className="reports">
        <ReportNav id={id} parameters={parameters} today={choices.data?.today ?? null} />
        <div className="report">
          {choices.data && (
            <ParameterBar
              id={id}
              parameters={parameters}
              choices={choices.data}
              onChange={(next) => go(paths.report(id, toAddress(next)), { replace: true })}
            />
          )}
          <ReportBody key={id} id={id} parameters={parameters} />
        </div>
      </div>
    </Page>
  );
}

function ReportBody({ id, parameters }: { readonly id: ReportId; readonly parameters: Parameters }) {
  const needsCustomer = id === 'activity' && (parameters.customer ?? null) === null;
  const isReversed = asksReversed(id, parameters);
  const { report, error, retry } = useReport(id, parameters, !needsCustomer && !isReversed);
  // Said at the field.
  if (isReversed) return null;
  if (needsCustomer) {
    return (
      <EmptyState icon={UserRound} title="Choose a customer">
        The activity is that of one customer’s account.
      </EmptyState>
    );
  }
  if (error) return <ErrorState onRetry={retry}>{describeError(error.error)}</ErrorState>;
  if (!report) {
    return (
      <div className="report__waiting">
        <SkeletonLines count={10} />
      </div>
    );
  }
  return (
    <div
      className="report__scroll"
      role="region"
      aria-label={report.title}
      tabIndex={0}
      data-old={report.isOld ? '' : undefined}
    >
      <p className="report__about">
        <span className="report__subtitle">{report.subtitle}</span>
        <span className="muted">{REPORTS[id].about}</span>
      </p>
      {report.lines.length === 0 ? (
        <EmptyState icon={ChartColumn} title="Nothing to report">
          In what was asked for, nothing is posted. Other dates may say more.
        </EmptyState>
      ) : (
        <ReportTable title={report.title} columns={report.columns} lines={report.lines} />
      )}
      {report.hasMore && (
        <div className="report__more">
          <Button size="small" onPress={report.more} isPending={report.isMoreComing}>
            Show more lines
          </Button>
          <span className="muted small">
            The first {report.lines.length} lines are shown. An export holds all of them.
          </span>
        </div>
      )}
    </div>
  );
}
