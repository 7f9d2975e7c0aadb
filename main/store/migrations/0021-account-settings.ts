// What the bookkeeper calls the accounts, and their codes in the accountant's programs. Postings keep the numbers of the chart.

export const accountSettings = `
CREATE TABLE account_setting (
  account INTEGER NOT NULL,             -- a number of the chart
  part TEXT NOT NULL,                   -- a tax rate (Stripe's id) of which revenue or tax has a code of its own; empty for the whole
  name TEXT NOT NULL,                   -- empty: as in the chart
  number TEXT NOT NULL,                 -- empty: as in the chart
  datev TEXT NOT NULL,
  quickbooks TEXT NOT NULL,
  xero TEXT NOT NULL,
  PRIMARY KEY (account, part)
) STRICT, WITHOUT ROWID;
`;
