// The table of a report: headings that stay in sight, sections, figures that line up, totals.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { type Cell, ReportCell } from './report-cell.tsx';

type Report = CallOutput<'reports.run'>;
type Line = Report['lines'][number];
type Column = Report['columns'][number];

const NUMERIC: ReadonlySet<Column['kind']> = new Set(['money', 'count', 'percent']);

const align = ({ kind }: Column) => (NUMERIC.has(kind) ? { 'data-align': 'end' } : {});

/** Characters that stand in one line. */
const ONE_LINE = 40;

/** Only what is long is broken: a number or a name stays whole. */
const isLong = (cell: Cell | null | undefined): boolean =>
  cell?.kind === 'text' && cell.text.length > ONE_LINE;

interface Section {
  readonly heading: string | null;
  readonly lines: readonly Exclude<Line, { kind: 'heading' }>[];
}

/** Pure: what stands below each heading. */
function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const sections: { heading: string | null; lines: Exclude<Line, { kind: 'heading' }>[] }[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (line.kind === 'heading') sections.push({ heading: line.text, lines: [] });
    else if (last) last.lines.push(line);
    else sections.push({ heading: null, lines: [line] });
  }
  return sections;
}

export interface ReportTableProps {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

export function ReportTable({ title, columns: all, lines }: ReportTableProps) {
  const places = all.flatMap((column, place) => (column.isInHeading === true ? [] : [{ column, place }]));
  return (
    <table className="report__table" aria-label={title}>
      <thead>
        <tr>
          {places.map(({ column }) => (
            <th key={column.key} scope="col" {...align(column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      {sectionsOf(lines).map((section, index) => (
        <tbody key={index}>
          {section.heading !== null && (
            <tr className="report__section">
              <th scope="colgroup" colSpan={places.length}>
                {section.heading}
              </th>
            </tr>
          )}
          {section.lines.map((line, place) => (
            <tr key={place} data-kind={line.kind}>
              {places.map(({ column, place: cell }) => (
                <td
                  key={column.key}
                  data-kind={column.kind}
                  data-long={isLong(line.cells[cell]) ? '' : undefined}
                  {...align(column)}
                >
                  <ReportCell cell={line.cells[cell] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
