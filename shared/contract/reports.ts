// Calls about reports: what there is, one of them in portions, and any of them as a file. A report is a table; its figures lead on.
import { z } from 'zod';
import { REPORT_IDS } from '../domain/reports/catalogue.ts';
import { Amount, CalendarDay, CommandId, Currency, Decimal, Id } from './common.ts';
import { command, query } from './define.ts';
import { Saved } from './documents.ts';

export const ReportName = z.enum(REPORT_IDS);

/** The same for all reports; which of them one takes says the list of reports. */
export const ReportParameters = z.object({
  /** Both included; null is from the first day and to the last. */
  from: CalendarDay.nullable().default(null),
  to: CalendarDay.nullable().default(null),
  /** At the end of this day; null is today. */
  asOf: CalendarDay.nullable().default(null),
  basis: z.enum(['invoice', 'payment']).default('invoice'),
  /** Null is all of them. */
  currency: Currency.nullable().default(null),
  /** Ours. */
  customer: Id.nullable().default(null),
  /** A number of the chart. */
  account: z.int().nullable().default(null),
  /** The part of the report that a figure led to, by the name that the report gave it: its documents one by one. */
  only: z.string().max(300).nullable().default(null),
});
export type ReportParameters = z.infer<typeof ReportParameters>;

/** Where a figure leads: to the thing itself, by our id, or to the report that tells it in detail. */
export const Target = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['invoice', 'customer', 'payment', 'payout', 'credit-note', 'dispute', 'recurring', 'item']),
    id: Id,
  }),
  z.object({ kind: z.literal('report'), id: ReportName, parameters: ReportParameters }),
]);
export type Target = z.infer<typeof Target>;

const led = { to: Target.optional() };

/** Its kind is that of its column. */
export const Cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), ...led }),
  z.object({ kind: z.literal('date'), day: CalendarDay, ...led }),
  z.object({ kind: z.literal('money'), amount: Amount, currency: Currency, ...led }),
  z.object({ kind: z.literal('count'), count: z.int(), ...led }),
  z.object({ kind: z.literal('percent'), percent: Decimal, ...led }),
]);
export type Cell = z.infer<typeof Cell>;

export const Column = z.object({
  key: z.string(),
  heading: z.string(),
  kind: z.enum(['text', 'date', 'money', 'count', 'percent']),
  /** Repeats what the heading of the section says: for files, where each line stands for itself. */
  isInHeading: z.literal(true).optional(),
});
export type Column = z.infer<typeof Column>;

/** A heading begins a section. All money of a line is in one currency; a cell that says nothing is null. */
export const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.enum(['row', 'total']), cells: z.array(Cell.nullable()) }),
]);
export type Line = z.infer<typeof Line>;

export const reportCalls = {
  /** Which currencies and accounts a report can be narrowed to. */
  'reports.choices': query(
    z.object({}),
    z.object({
      currencies: z.array(Currency),
      /** Numbered and named as the bookkeeper has them. */
      accounts: z.array(z.object({ account: z.int(), number: z.string(), name: z.string() })),
      /** In the business's zone. */
      today: CalendarDay,
    }),
  ),
  'reports.run': query(
    z.object({
      id: ReportName,
      parameters: ReportParameters,
      /** Lines that the page has already. */
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000),
    }),
    z.object({
      title: z.string(),
      /** What it was asked for, in words. */
      subtitle: z.string(),
      columns: z.array(Column),
      lines: z.array(Line),
      hasMore: z.boolean(),
    }),
  ),
  'reports.export': command(
    z.object({
      commandId: CommandId,
      id: ReportName,
      parameters: ReportParameters,
      /** As PDF only the statements of a customer's account: open items and activity. */
      format: z.enum(['csv', 'xlsx', 'pdf']),
    }),
    Saved,
  ),
} as const;
