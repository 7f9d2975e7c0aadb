// Backups: made by themselves, thrown away in time, verified before they count, and a failure is said.
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { backupName } from '../../main/backups/names.ts';
import type { BackupPorts } from '../../main/ports.ts';
import { ACME } from '../support/acme.ts';
import { backupPorts } from '../support/backup-ports.ts';
import { type Program, startConnected } from '../support/program.ts';

const DAY_MS = 86_400_000;

const start = (more: Partial<BackupPorts> = {}): Promise<Program> =>
  startConnected({ ports: { backups: backupPorts(more) } });

const status = (program: Program) => program.call('backups.status', {});
const settled = (program: Program): Promise<void> =>
  program.until('a backup has ended', async () => {
    const { isRunning, last, failure } = await status(program);
    return !isRunning && (last !== null || failure !== null);
  });

const folderOf = async (program: Program): Promise<string> => {
  const { books } = await program.call('app.state', {});
  return join(program.directory, 'backups', books?.id ?? '');
};

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-place-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

it('makes one soon after the books are opened and one a day, and tells what each holds', async () => {
  const program = await start();
  await program.call('customers.save', { commandId: randomUUID(), id: null, fields: ACME });
  expect((await status(program)).last).toBeNull();
  await settled(program);
  const first = (await status(program)).last;
  expect(first).not.toBeNull();
  await program.clock.advance(DAY_MS + 3_600_000);
  await program.until('the next one', async () => (await status(program)).last?.at !== first?.at);
  const { rows } = await program.call('backups.list', {});
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ kind: 'regular', held: { customers: 1, invoices: 0, drafts: 0 } });
  expect(readdirSync(await folderOf(program)).every((name) => /^books-\w+\.db$/.test(name))).toBe(true);
});

it('throws away what is beyond three, seven and twelve when a new one is there, and what was left half made', async () => {
  const program = await start();
  await settled(program);
  const folder = await folderOf(program);
  const [first = ''] = readdirSync(folder);
  // As a program that ran each day from January on would have left them.
  for (let day = 1; day <= 165; day += 1) {
    const at = Math.floor(program.clock.now() / 1000) - day * 86_400;
    copyFileSync(join(folder, first), join(folder, backupName(at, 'regular')));
  }
  writeFileSync(join(folder, 'books-20260101T000000Z.db.partial'), 'half');
  writeFileSync(join(folder, 'letter.txt'), 'not ours');
  await program.clock.advance(5_000);
  await program.call('backups.make', { commandId: randomUUID() });
  await program.until('it is made', async () => !(await status(program)).isRunning);
  // Two of today, six days before, and the last of January to May.
  expect((await program.call('backups.list', {})).rows).toHaveLength(2 + 6 + 5);
  expect(readdirSync(folder).filter((name) => !name.startsWith('books-'))).toEqual(['letter.txt']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

it('is a whole database by itself, with what had only reached the log', async () => {
  const program = await start();
  await program.call('customers.save', { commandId: randomUUID(), id: null, fields: ACME });
  await program.call('backups.make', { commandId: randomUUID() });
  await settled(program);
  const folder = await folderOf(program);
  const [name = ''] = readdirSync(folder);
  const copy = new Database(join(folder, name), { readonly: true });
  expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(copy.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(1);
  copy.close();
});

it('says that the folder is gone, keeps what was there, and is well again when the folder is back', async () => {
  const disk = temporaryFolder();
  const chosen = join(disk, 'stick');
  mkdirSync(chosen);
  const program = await start({ folder: chosen });
  await settled(program);
  expect((await status(program)).failure).toBeNull();
  expect(existsSync(join(chosen, 'Quittance backups'))).toBe(true);
  rmSync(chosen, { recursive: true });
  await program.call('backups.make', { commandId: randomUUID() });
  await program.until('it fails', async () => (await status(program)).failure !== null);
  expect((await status(program)).failure?.why).toBe('gone');
  expect(existsSync(chosen)).toBe(false);
  mkdirSync(chosen);
  await program.clock.advance(2 * 3_600_000);
  await program.until('it is tried again', async () => (await status(program)).failure === null);
  expect((await status(program)).last).not.toBeNull();
});

it('does not count a copy that fails its check, and leaves the one before', async () => {
  let answer: 'real' | 'damaged' = 'real';
  const { check } = backupPorts();
  const program = await start({
    check: async (path, at) => (answer === 'real' ? check(path, at) : { ok: false, why: 'damaged' }),
  });
  await settled(program);
  const before = (await status(program)).last;
  answer = 'damaged';
  await program.clock.advance(5_000);
  await program.call('backups.make', { commandId: randomUUID() });
  await program.until('it fails', async () => (await status(program)).failure !== null);
  const after = await status(program);
  expect([after.failure?.why, after.last]).toEqual(['not-sound', before]);
  expect(readdirSync(await folderOf(program))).toHaveLength(1);
});

it('asks for a folder with the host’s own dialog only, remembers it, and finds the backups of both places', async () => {
  const chosen = temporaryFolder();
  const program = await start({ chooseFolder: async () => chosen });
  await settled(program);
  expect((await status(program)).place).toEqual({ chosen: null, canChoose: true });
  expect(await program.call('backups.choosePlace', { commandId: randomUUID() })).toEqual({ chosen: true });
  await program.until(
    'a backup is there',
    async () => (await program.call('backups.list', {})).rows.length === 2,
  );
  await program.restart();
  expect((await status(program)).place.chosen).toBe(chosen);
  expect((await program.call('backups.list', {})).rows).toHaveLength(2);
});

it('refuses to choose where there is no dialog', async () => {
  const program = await start();
  expect(await program.refusal('backups.choosePlace', { commandId: randomUUID() })).toMatchObject({
    kind: 'wrong-state',
    code: 'no-dialog',
  });
});

it('is old after three days in which none could be made', async () => {
  const disk = temporaryFolder();
  const program = await start({ folder: disk });
  await settled(program);
  writeFileSync(join(disk, 'note.txt'), 'other things of the person');
  await program.clock.advance(60_000);
  expect((await status(program)).isOld).toBe(false);
  let works = false;
  const { check } = backupPorts();
  await program.restartWith({
    backups: backupPorts({
      folder: disk,
      check: async (path, at) => (works ? check(path, at) : { ok: false, why: 'damaged' }),
    }),
  });
  await program.call('app.presence', { focused: false });
  await program.clock.advance(4 * DAY_MS);
  expect(await status(program)).toMatchObject({ isOld: true, failure: { why: 'not-sound' } });
  works = true;
  await program.clock.advance(2 * 3_600_000);
  await program.until('one is made', async () => (await status(program)).failure === null);
  expect((await status(program)).isOld).toBe(false);
  expect(existsSync(join(disk, 'note.txt'))).toBe(true);
});
