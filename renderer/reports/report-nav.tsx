// All reports by what they are about; one that is chosen keeps the dates and the currency of the one before.
import { Link } from 'react-aria-components/Link';
import {
  type ParameterName,
  REPORT_IDS,
  type ReportId,
  type ReportInfo,
  REPORTS,
} from '../../shared/domain/reports/catalogue.ts';
import { paths } from '../paths.ts';
import { type Period, periodOf } from './presets.ts';
import { type Parameters, toAddress } from './report-parameters.ts';

const GROUPS: readonly ReportInfo['group'][] = ['Receivables', 'Sales', 'Stripe', 'Accounts'];

export interface ReportNavProps {
  readonly id: ReportId;
  readonly parameters: Parameters;
  /** Null until it is known. */
  readonly today: string | null;
}

export function ReportNav({ id, parameters, today }: ReportNavProps) {
  const { asOf, currency, basis } = parameters;
  const address = toAddress({ ...periodFor(id, parameters, today), asOf, currency, basis });
  return (
    <nav className="reports__nav" aria-label="Reports">
      {GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <p className="sidebar__heading">{group}</p>
          {REPORT_IDS.filter((one) => REPORTS[one].group === group).map((one) => (
            <Link
              key={one}
              href={paths.report(one, address)}
              className="sidebar__link"
              {...(one === id ? { 'aria-current': 'page' } : {})}
            >
              {REPORTS[one].title}
            </Link>
          ))}
        </section>
      ))}
    </nav>
  );
}

/** The period that was chosen; this year when none could be. */
function periodFor(id: ReportId, { from = null, to = null }: Parameters, today: string | null): Period {
  const names: readonly ParameterName[] = REPORTS[id].takes;
  const isChosen = names.includes('period') || from !== null || to !== null;
  return (isChosen || today === null ? null : periodOf('this-year', today)) ?? { from, to };
}
