// What each column of a CSV file is, as one choice a column. Pure.
import type { CsvMapping } from './use-preview.ts';

const SINGLE = ['date', 'amount', 'credit', 'debit', 'direction', 'balance', 'currencyColumn', 'id'] as const;
type Single = (typeof SINGLE)[number];
export type Role = Single | 'text' | 'none';

export const ROLES: readonly { readonly id: Role; readonly label: string }[] = [
  { id: 'none', label: 'Not used' },
  { id: 'date', label: 'Date' },
  { id: 'text', label: 'Text' },
  { id: 'amount', label: 'Amount' },
  { id: 'credit', label: 'Money in' },
  { id: 'debit', label: 'Money out' },
  { id: 'direction', label: 'In or out' },
  { id: 'balance', label: 'Balance' },
  { id: 'currencyColumn', label: 'Currency' },
  { id: 'id', label: 'Bank’s id' },
];

export function roleOf(mapping: CsvMapping, column: number): Role {
  return (
    SINGLE.find((name) => mapping[name] === column) ?? (mapping.texts.includes(column) ? 'text' : 'none')
  );
}

/** Every file has a date: the column of the date changes only when another becomes it. One amount or two columns, never both. */
export function withRole(mapping: CsvMapping, column: number, role: Role): CsvMapping {
  if (mapping.date === column) return mapping;
  const cleared = {
    ...mapping,
    ...Object.fromEntries(SINGLE.filter((name) => mapping[name] === column).map((name) => [name, null])),
    texts: mapping.texts.filter((text) => text !== column),
  };
  if (role === 'none') return cleared;
  if (role === 'text') return { ...cleared, texts: [...cleared.texts, column].toSorted((a, b) => a - b) };
  const others =
    role === 'amount'
      ? { debit: null, credit: null }
      : role === 'credit' || role === 'debit'
        ? { amount: null }
        : {};
  return { ...cleared, ...others, [role]: column };
}

/** Without one of these no line can be read. */
export function hasAmount({ amount, credit, debit }: CsvMapping): boolean {
  return amount !== null || credit !== null || debit !== null;
}
