// What is said of backups: sizes, contents, and why one could not be made.
import type { CallOutput } from '../../shared/contract/calls.ts';

type Status = CallOutput<'backups.status'>;
type Row = CallOutput<'backups.list'>['rows'][number];

/** `bytes` in megabytes, in the reader's notation. */
export function sizeText(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 10_000_000 ? 1 : 0,
  }).format(bytes / 1_000_000);
}

export function counted(count: number, one: string, many: string, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : many}`;
}

export function heldText(held: NonNullable<Row['held']>, locale: string): string {
  return [
    counted(held.invoices, 'invoice', 'invoices', locale),
    counted(held.customers, 'customer', 'customers', locale),
    counted(held.drafts, 'draft', 'drafts', locale),
  ].join(', ');
}

export const KINDS: Readonly<Record<Row['kind'], string | null>> = {
  regular: null,
  'before-update': 'Before an update of Quittance',
  replaced: 'Put aside by a restore',
};

export const FAILURES: Readonly<Record<NonNullable<Status['failure']>['why'], string>> = {
  'disk-full': 'The disk is full. Make room on it, or choose another folder.',
  'read-only': 'The folder cannot be written. Give yourself the right to write there, or choose another one.',
  gone: 'The folder is not there. Connect its disk, or choose another folder.',
  'not-sound': 'The copy did not pass its check and was thrown away. Verify the books under Books.',
  unknown: 'The copy could not be made.',
};
