// The chart of accounts: what each account is, by the number under which its postings are kept.

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** What an account is divided by. */
type SubLedger = 'none' | 'customer' | 'tax-rate' | 'fee-type' | 'document';

export interface AccountInfo {
  /** Kept with every posting, so it never changes; the name may. */
  readonly number: number;
  readonly name: string;
  readonly type: AccountType;
  readonly sub: SubLedger;
}

export const CHART = {
  bank: { number: 1000, name: 'Bank', type: 'asset', sub: 'none' },
  payoutsInTransit: { number: 1010, name: 'Payouts on their way', type: 'asset', sub: 'none' },
  reserves: { number: 1020, name: 'Reserves held by Stripe', type: 'asset', sub: 'none' },
  outsideStripe: { number: 1050, name: 'Settled outside Stripe', type: 'asset', sub: 'none' },
  stripe: { number: 1100, name: 'Stripe balance', type: 'asset', sub: 'none' },
  receivables: { number: 1200, name: 'Accounts receivable', type: 'asset', sub: 'customer' },
  disputesHeld: { number: 1300, name: 'Disputed payments held', type: 'asset', sub: 'document' },
  taxPayable: { number: 2100, name: 'Tax payable', type: 'liability', sub: 'tax-rate' },
  unappliedPayments: { number: 2200, name: 'Payments to be applied', type: 'liability', sub: 'document' },
  openRefunds: { number: 2210, name: 'Refunds to be credited', type: 'liability', sub: 'none' },
  customerCredit: { number: 2300, name: 'Customer credit', type: 'liability', sub: 'customer' },
  suspense: { number: 2900, name: 'Suspense', type: 'liability', sub: 'document' },
  openingEquity: { number: 3000, name: 'Opening balances', type: 'equity', sub: 'none' },
  conversion: { number: 3900, name: 'Currency conversion', type: 'equity', sub: 'none' },
  revenue: { number: 4000, name: 'Revenue', type: 'income', sub: 'none' },
  fees: { number: 5000, name: 'Stripe fees', type: 'expense', sub: 'fee-type' },
  feeTax: { number: 5010, name: 'Tax on Stripe fees', type: 'expense', sub: 'none' },
  writeOffs: { number: 5100, name: 'Bad debts', type: 'expense', sub: 'none' },
  disputeLosses: { number: 5200, name: 'Disputes lost', type: 'expense', sub: 'none' },
  creditAdjustments: {
    number: 5300,
    name: 'Customer credit changed by hand',
    type: 'expense',
    sub: 'customer',
  },
} as const satisfies Readonly<Record<string, AccountInfo>>;

export type Account = keyof typeof CHART;

const byNumber: ReadonlyMap<number, AccountInfo> = new Map(
  Object.values(CHART).map((info) => [info.number, info]),
);

/**
 * Numbers for the revenue accounts that a bookkeeper opens for items, such as services, goods and shipping. A posting keeps the
 * number for good, so what an account is follows from the number alone, and its name is a setting.
 */
export const OPENED_REVENUE = { first: 4001, last: 4199 } as const;

export function isOpenedRevenue(number: number): boolean {
  return Number.isInteger(number) && number >= OPENED_REVENUE.first && number <= OPENED_REVENUE.last;
}

/** Of any revenue account: the one of the chart, and those that were opened. */
export function isRevenue(number: number): boolean {
  return number === CHART.revenue.number || isOpenedRevenue(number);
}

/** Undefined for a number that is in no chart of ours. */
export function accountOf(number: number): AccountInfo | undefined {
  if (isOpenedRevenue(number)) return { number, name: `Revenue ${number}`, type: 'income', sub: 'none' };
  return byNumber.get(number);
}
