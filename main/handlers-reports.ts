// Handlers of the calls about reports: one in portions for the page, or any of them whole as a file.
import type { CallOutput } from '../shared/contract/calls.ts';
import type { listExportCalls } from '../shared/contract/list-exports.ts';
import type { Line, reportCalls, ReportParameters } from '../shared/contract/reports.ts';
import { dayOf } from '../shared/domain/dates.ts';
import type { ReportId } from '../shared/domain/reports/catalogue.ts';
import type { Table } from '../shared/domain/reports/table.ts';
import type { ReportContext } from './books/reports/report-context.ts';
import { reportChoices } from './books/reports/report-choices.ts';
import { runReport } from './books/reports/run-report.ts';
import { safeFileName } from './documents/file-name.ts';
import { MEDIA_TYPES, tableParts } from './exports/table-file.ts';
import type { Handlers } from './handlers.ts';
import { booksOf, contextOf, type HandlerDependencies, pauseOf } from './handlers-context.ts';
import { listTable } from './invoicing/list-tables/list-table.ts';
import { prepareStatement, type Statement } from './invoicing/statements/statement-document.ts';
import { invalidInput } from './refusal.ts';
import { Changes } from './sync/changes.ts';

type ReportHandlers = Pick<Handlers, keyof typeof reportCalls | keyof typeof listExportCalls>;

export function reportHandlers(dependencies: HandlerDependencies): ReportHandlers {
  const { files } = dependencies.ports;
  return {
    'reports.choices': () => reportChoices(reportContext(dependencies)),
    'reports.run': async ({ id, parameters, offset, limit }) =>
      portionOf(await runReport(reportContext(dependencies), id, parameters), offset, limit),
    'reports.export': async ({ id, parameters, format }) => {
      if (format === 'pdf') {
        const statement = statementOf(id, parameters);
        const context = contextOf(dependencies, new Changes());
        const file = await prepareStatement(context, reportContext(dependencies), statement);
        return files.save(file.name, file.mediaType, file.produce);
      }
      const table = await runReport(reportContext(dependencies), id, parameters);
      const name = safeFileName([table.title, table.subtitle], format);
      return files.save(name, MEDIA_TYPES[format], () => Promise.resolve(tableParts(table, format)));
    },
    'lists.export': ({ asked, format }) => {
      const { pause, today } = reportContext(dependencies);
      const table = listTable(contextOf(dependencies, new Changes()), asked, pause);
      const name = safeFileName([table.title, today], format);
      return files.save(name, MEDIA_TYPES[format], () => Promise.resolve(tableParts(table, format)));
    },
  };
}

/** Of all reports only those of one customer are letters to somebody. */
function statementOf(id: ReportId, parameters: ReportParameters): Statement {
  if (id !== 'open-items' && id !== 'activity')
    throw invalidInput('format', 'only open items and account activity are written as a letter');
  if (parameters.customer === null) throw invalidInput('parameters.customer', 'a letter is to one customer');
  return { kind: id, customer: parameters.customer, parameters };
}

/** For reports on the open books; they end with a refusal when other books are opened meanwhile. */
export function reportContext({ session }: HandlerDependencies): ReportContext {
  const books = booksOf(session);
  const { timeZone } = books.settings().company;
  return {
    db: books.db,
    today: dayOf(Math.floor(books.clock.now() / 1000), timeZone),
    timeZone,
    pause: pauseOf({ session }),
  };
}

async function portionOf(
  { title, subtitle, columns, lines }: Table,
  offset: number,
  limit: number,
): Promise<CallOutput<'reports.run'>> {
  const kept: Line[] = [];
  let place = 0;
  for await (const line of lines) {
    // One more than asked for tells that there are more.
    if (place > offset + limit - 1)
      return { title, subtitle, columns: [...columns], lines: kept, hasMore: true };
    if (place >= offset) kept.push(line);
    place += 1;
  }
  return { title, subtitle, columns: [...columns], lines: kept, hasMore: false };
}
