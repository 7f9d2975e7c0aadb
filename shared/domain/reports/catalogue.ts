// Every report there is, in one list: the contract, the screen and the exports follow from it.

/** What a report can be asked for; what it does not take it ignores. */
export type ParameterName =
  /** From one day to another, both included. */
  | 'period'
  /** How things stood at the end of a day. */
  | 'as-of'
  /** Counted when it is invoiced, or when it is paid. */
  | 'basis'
  | 'currency'
  | 'customer'
  | 'account';

export interface ReportInfo {
  readonly title: string;
  /** The question that it answers. */
  readonly about: string;
  readonly group: 'Receivables' | 'Sales' | 'Stripe' | 'Accounts';
  readonly takes: readonly ParameterName[];
}

export const REPORTS = {
  'trial-balance': {
    title: 'Trial balance',
    about: 'Every account: what it came to, what moved, what it comes to',
    group: 'Accounts',
    takes: ['period', 'currency'],
  },
} as const satisfies Readonly<Record<string, ReportInfo>>;

export type ReportId = keyof typeof REPORTS;

// The keys of the table are all there is.
export const REPORT_IDS = Object.keys(REPORTS) as readonly ReportId[];
