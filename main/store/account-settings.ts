// Names, numbers and codes of accounts, as they were last saved.
import { CHART, OPENED_REVENUE } from '../../shared/domain/books/accounts.ts';
import type { Db } from './database.ts';

export interface AccountSettingRow {
  readonly account: number;
  readonly part: string;
  /** Empty as in the chart. */
  readonly name: string;
  readonly number: string;
  readonly datev: string;
  readonly quickbooks: string;
  readonly xero: string;
}

export function accountSettings(db: Db): readonly AccountSettingRow[] {
  return db.all<AccountSettingRow>(
    'SELECT account, part, name, number, datev, quickbooks, xero FROM account_setting ORDER BY account, part',
  );
}

export function saveAccountSetting(
  db: Db,
  { account, part, name, number, datev, quickbooks, xero }: AccountSettingRow,
): void {
  db.run(
    `INSERT INTO account_setting (account, part, name, number, datev, quickbooks, xero) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, part) DO UPDATE SET name = excluded.name, number = excluded.number, datev = excluded.datev,
       quickbooks = excluded.quickbooks, xero = excluded.xero`,
    [account, part, name, number, datev, quickbooks, xero],
  );
}

/** Numbers of the revenue account of the chart and of those that were opened. */
export function revenueAccounts(db: Db): readonly number[] {
  const opened = db.all<{ account: number }>(
    "SELECT account FROM account_setting WHERE account BETWEEN ? AND ? AND part = '' ORDER BY account",
    [OPENED_REVENUE.first, OPENED_REVENUE.last],
  );
  return [CHART.revenue.number, ...opened.map(({ account }) => account)];
}

/** Stripe's ids of tax rates that have been posted. */
export function postedTaxRates(db: Db, taxAccount: number): readonly string[] {
  const rows = db.all<{ id: string }>(
    // From each rate straight to the next along the index: there are few rates and many postings.
    `WITH RECURSIVE rate (sub) AS (
       SELECT min(sub) FROM posting WHERE account = +:account AND sub > ''
       UNION ALL SELECT (SELECT min(p.sub) FROM posting p WHERE p.account = +:account AND p.sub > rate.sub) FROM rate WHERE rate.sub IS NOT NULL)
     SELECT sub AS id FROM rate WHERE sub IS NOT NULL`,
    { account: taxAccount },
  );
  return rows.map(({ id }) => id);
}
