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
  aging: {
    title: 'Aged receivables',
    about: 'What customers owe, by how long it is overdue',
    group: 'Receivables',
    takes: ['as-of', 'currency'],
  },
  'open-items': {
    title: 'Open items',
    about: 'Every invoice that is not settled, of one customer or of all',
    group: 'Receivables',
    takes: ['as-of', 'customer', 'currency'],
  },
  activity: {
    title: 'Account activity',
    about: 'What one customer was charged and what settled it, day by day',
    group: 'Receivables',
    takes: ['customer', 'period', 'currency'],
  },
  'revenue-by-customer': {
    title: 'Revenue by customer',
    about: 'Who brought in how much, without and with tax',
    group: 'Sales',
    takes: ['period', 'currency'],
  },
  'revenue-by-item': {
    title: 'Revenue by item',
    about: 'Which items of the catalogue brought in how much',
    group: 'Sales',
    takes: ['period', 'currency'],
  },
  tax: {
    title: 'Tax summary',
    about: 'For each rate and country what was sold, and the tax on it',
    group: 'Sales',
    takes: ['period', 'basis', 'currency'],
  },
  'recurring-revenue': {
    title: 'Recurring revenue',
    about: 'What recurring invoices bring in a month, and how that changed',
    group: 'Sales',
    takes: ['period', 'currency'],
  },
  numbers: {
    title: 'Number audit',
    about: 'Every invoice number, what became of it, and every hole explained',
    group: 'Sales',
    takes: ['period'],
  },
  fees: {
    title: 'Stripe fees',
    about: 'What Stripe took, by type of fee',
    group: 'Stripe',
    takes: ['period', 'currency'],
  },
  payouts: {
    title: 'Payouts',
    about: 'What came into the bank account, and of what it is made',
    group: 'Stripe',
    takes: ['period', 'currency'],
  },
  'trial-balance': {
    title: 'Trial balance',
    about: 'Every account: what it came to, what moved, what it comes to',
    group: 'Accounts',
    takes: ['period', 'currency'],
  },
  ledger: {
    title: 'General ledger',
    about: 'Every posting of an account, with the balance after it',
    group: 'Accounts',
    takes: ['account', 'period', 'currency'],
  },
} as const satisfies Readonly<Record<string, ReportInfo>>;

export type ReportId = keyof typeof REPORTS;

// The keys of the table are all there is.
export const REPORT_IDS = Object.keys(REPORTS) as readonly ReportId[];
