// The parameters of reports: those that ask for nothing in particular, and those that were asked for, in words.
import type { ReportParameters } from '../../contract/reports.ts';
import { type Days, formatDay, isReversed } from '../dates.ts';
import { type ReportId, type ReportInfo, REPORTS } from './catalogue.ts';

export const EVERYTHING: ReportParameters = {
  from: null,
  to: null,
  asOf: null,
  basis: 'invoice',
  currency: null,
  customer: null,
  account: null,
  only: null,
};

/** Whether a report that is of a period is asked for one that ends before it begins; the others ignore it. */
export function asksReversed(id: ReportId, period: Days): boolean {
  const { takes }: ReportInfo = REPORTS[id];
  return takes.includes('period') && isReversed(period);
}

const LOCALE = 'en-GB';

/** `1 Jan 2026 – 31 Mar 2026, EUR`. */
export function periodWords({ from, to, currency }: ReportParameters): string {
  return withCurrency(spanWords(from, to), currency);
}

export function asOfWords(day: string, { currency }: Pick<ReportParameters, 'currency'>): string {
  return withCurrency(`As of ${formatDay(day, LOCALE)}`, currency);
}

/** The same, of somebody or something in particular. */
export function ofWords(name: string | null | undefined, words: string): string {
  return name === null || name === undefined || name === '' ? words : `${name}, ${words}`;
}

function spanWords(from: string | null, to: string | null): string {
  if (from === null && to === null) return 'All dates';
  if (from === null) return `Up to ${formatDay(to ?? '', LOCALE)}`;
  if (to === null) return `From ${formatDay(from, LOCALE)}`;
  return from === to ? formatDay(from, LOCALE) : `${formatDay(from, LOCALE)} – ${formatDay(to, LOCALE)}`;
}

function withCurrency(words: string, currency: string | null): string {
  return currency === null ? words : `${words}, ${currency.toUpperCase()}`;
}
