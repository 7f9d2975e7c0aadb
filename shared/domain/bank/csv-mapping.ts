// What a person may have to say of a CSV file from a bank: what its columns are and how figures and days are written.

export const CSV_DELIMITERS = [';', ',', '\t', '|'] as const;
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export const DECIMAL_MARKS = [',', '.'] as const;

/** Columns count from 0; null for what the file does not have. */
export interface CsvMapping {
  readonly delimiter: (typeof CSV_DELIMITERS)[number];
  /** The row in which lines begin; the one before names the columns, if any does. */
  readonly firstRow: number;
  readonly date: number;
  readonly dateOrder: (typeof DATE_ORDERS)[number];
  readonly decimal: (typeof DECIMAL_MARKS)[number];
  /** One signed column, or two of which one is filled. */
  readonly amount: number | null;
  readonly debit: number | null;
  readonly credit: number | null;
  /** Says whether the amount goes out, as `S`/`H` or `Af`/`Bij`. */
  readonly direction: number | null;
  readonly balance: number | null;
  readonly currencyColumn: number | null;
  readonly id: number | null;
  readonly texts: readonly number[];
  /** For lines that do not say it themselves. */
  readonly currency: string;
  /** What the person calls the account, as a CSV file rarely says. */
  readonly account: string;
}
