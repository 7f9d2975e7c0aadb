// Which files the books can be restored from: backups, and books that an earlier restore has put aside.
import { existsSync, type Stats, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CopyFacts, readCopyFacts } from '../store/copy-facts.ts';
import { type BackupKind, isPartial, readBackupName } from './names.ts';

export interface BackupFile {
  /** Names the file among those of these books; never a path. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly kind: BackupKind | 'replaced';
  /** Unix seconds: when it was made, or last written. */
  readonly at: number;
  readonly bytes: number;
  /** What it holds, as far as the file tells: a backup does, since it was checked before it had its name. */
  readonly held: CopyFacts['held'] | null;
}

export interface Folders {
  /** In which backups may lie; one that is not there holds none. */
  readonly backups: readonly string[];
  /** Of the books themselves. */
  readonly books: string;
  /** The file of the open books, by its name. */
  readonly current: string;
}

/** Newest first. */
export async function listBackups(folders: Folders): Promise<readonly BackupFile[]> {
  const found: BackupFile[] = [];
  for (const [index, folder] of folders.backups.entries()) {
    found.push(...(await backupsIn(folder, `${index}`)));
  }
  found.push(...(await replacedIn(folders)));
  return found.toSorted((a, b) => b.at - a.at);
}

export async function backupsIn(folder: string, place: string): Promise<readonly BackupFile[]> {
  return (await namesIn(folder)).flatMap((name) => {
    const told = readBackupName(name);
    const path = join(folder, name);
    const stats = told && statsOf(path);
    if (!told || !stats) return [];
    const { held } = factsOf(path, stats) ?? { held: null };
    return [{ id: `${place}.${name}`, path, name, ...told, bytes: stats.size, held }];
  });
}

/** A file with a log beside it was not closed: it is not whole by itself. */
async function replacedIn({ books, current }: Folders): Promise<readonly BackupFile[]> {
  return (await namesIn(books)).flatMap((name) => {
    const path = join(books, name);
    const stats = /^quittance(-restored-\w+)?\.db$/.test(name) && name !== current ? statsOf(path) : null;
    if (!stats || existsSync(`${path}-wal`)) return [];
    const at = Math.floor(stats.mtimeMs / 1000);
    return [
      { id: `books.${name}`, path, name, kind: 'replaced' as const, at, bytes: stats.size, held: null },
    ];
  });
}

/** Removes what a killed program left half copied. */
export async function removePartials(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (isPartial(name)) await rm(join(folder, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw error;
  }
}

/** Another program may take a file away between two looks. */
function statsOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

/** A backup is never changed, so it is opened once. */
const known = new Map<string, CopyFacts | null>();

function factsOf(path: string, { size, mtimeMs }: Stats): CopyFacts | null {
  const key = `${path} ${size} ${mtimeMs}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const facts = readCopyFacts(path);
  known.set(key, facts);
  return facts;
}
