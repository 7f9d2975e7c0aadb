// Names of the files of backups and restored books: each carries its moment, so that a folder reads in order. Pure.

/** `before-update` was made before a newer program changed the schema. */
export type BackupKind = 'regular' | 'before-update';

/** `20261130T040013Z` of unix seconds. */
function stampOf(at: number): string {
  return new Date(at * 1000)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
}

function momentOf(stamp: string): number | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}

export function backupName(at: number, kind: BackupKind): string {
  return `books-${stampOf(at)}${kind === 'regular' ? '' : `-${kind}`}.db`;
}

/** What a name says; null for a file that is no backup of ours. */
export function readBackupName(name: string): { readonly at: number; readonly kind: BackupKind } | null {
  const [, stamp, suffix] = /^books-(\d{8}T\d{6}Z)(-before-update)?\.db$/.exec(name) ?? [];
  const at = stamp === undefined ? null : momentOf(stamp);
  return at === null ? null : { at, kind: suffix === undefined ? 'regular' : 'before-update' };
}

/** An unfinished copy: whoever finds one may remove it. */
export function isPartial(name: string): boolean {
  return /^(books|quittance)-.*\.partial(-wal|-shm|-journal)?$/.test(name);
}

export function restoredName(at: number): string {
  return `quittance-restored-${stampOf(at)}.db`;
}
