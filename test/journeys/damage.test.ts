// Damaged books: nothing is thrown away, as much as can be read is shown and saved, and a backup brings them back.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ACME } from '../support/acme.ts';
import { backupPorts } from '../support/backup-ports.ts';
import { type Program, startConnected } from '../support/program.ts';

const command = () => ({ commandId: randomUUID() });

interface Damaged {
  readonly program: Program;
  readonly id: string;
  readonly folder: string;
  readonly path: string;
  readonly bytes: Buffer;
}

/** A page of customers is overwritten: the first of the file stays whole, so that it can be opened. */
async function damagedProgram(): Promise<Damaged> {
  const program = await startConnected({ ports: { backups: backupPorts() } });
  for (let number = 0; number < 40; number += 1)
    await program.call('customers.save', {
      ...command(),
      id: null,
      fields: { ...ACME, name: `Customer ${number}` },
    });
  await program.clock.advance(30_000);
  await program.until(
    'a backup is there',
    async () => (await program.call('backups.list', {})).rows.length > 0,
  );
  const { books } = await program.call('app.state', {});
  const id = books?.id ?? '';
  const folder = join(program.directory, 'books', id);
  const path = join(folder, 'quittance.db');
  let bytes = Buffer.alloc(0);
  await program.restart(() => {
    bytes = readFileSync(path);
    const page = leafOf(path);
    bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
    writeFileSync(path, bytes);
  });
  return { program, id, folder, path, bytes };
}

/** One page of the table of customers that is not its root. */
function leafOf(path: string): number {
  const db = new Database(path, { readonly: true });
  const page: unknown = db
    .prepare(
      "SELECT pageno FROM dbstat WHERE name = 'customer' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 1",
    )
    .pluck()
    .get();
  db.close();
  return Number(page);
}

it('is reported with the file kept as it is, opens for reading, and changes nothing', async () => {
  const { program, id, path, bytes } = await damagedProgram();
  expect((await program.call('app.state', {})).problem).toMatchObject({ kind: 'storage', reason: 'corrupt' });
  const opened = await program.call('books.openReadOnly', { ...command(), id });
  expect(opened.books).toMatchObject({ id, isReadOnly: true });
  expect(opened.key.present).toBe(false);
  expect((await program.call('taxRates.list', { includeArchived: true })).rows).toEqual([]);
  const refusal = await program.refusal('customers.save', { ...command(), id: null, fields: ACME });
  expect(refusal).toMatchObject({ kind: 'storage', reason: 'read-only' });
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(await program.call('backups.status', {})).toMatchObject({ isKept: false, restored: null });
});

it('gives out everything that can be read, and says where something is missing', async () => {
  const { program, path, bytes } = await damagedProgram();
  const { saved, rows, isWhole } = await program.call('books.salvage', command());
  expect([saved.kind, isWhole]).toEqual(['saved', false]);
  const [, zip = new Uint8Array()] = [...program.savedFiles][0] ?? [];
  const files = unzipSync(zip);
  const text = (name: string): string => Buffer.from(files[name] ?? []).toString();
  const customers = text('customer.jsonl').trim().split('\n');
  expect(customers.length).toBeGreaterThan(20);
  expect(customers.length).toBeLessThan(40);
  expect(new Set(customers).size).toBe(customers.length);
  expect(text('what-was-read.txt')).toMatch(/^customer: \d+ rows, and some that cannot be read$/m);
  expect(text('what-was-read.txt')).toMatch(/^operation: 40 rows$/m);
  expect(rows).toBeGreaterThan(100);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

it('is restored from a backup beside the damaged file, and everything comes back from Stripe', async () => {
  const { program, folder, path, bytes } = await damagedProgram();
  const [backup] = (await program.call('backups.list', {})).rows;
  expect(await program.call('backups.loss', { id: backup?.id ?? '' })).toMatchObject({ isKnown: false });
  const state = await program.call('backups.restore', { ...command(), id: backup?.id ?? '' });
  expect(state).toMatchObject({ problem: null, books: { isReadOnly: false } });
  expect(state.key.present).toBe(true);
  await program.until(
    'everything since is here',
    async () => typeof (await program.call('backups.status', {})).restored?.settledAt === 'number',
  );
  expect((await program.call('customers.counts', {})).all).toBe(40);
  expect(program.simulator.control.objects({ type: 'customer' })).toHaveLength(40);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toContain('quittance.db');
});

it('makes no new books where restored ones should be', async () => {
  const program = await startConnected({ ports: { backups: backupPorts() } });
  await program.call('backups.make', command());
  await program.until(
    'a backup is there',
    async () => (await program.call('backups.list', {})).rows.length > 0,
  );
  const [backup] = (await program.call('backups.list', {})).rows;
  const { books } = await program.call('backups.restore', { ...command(), id: backup?.id ?? '' });
  const folder = join(program.directory, 'books', books?.id ?? '');
  await program.restart(() => {
    for (const name of readdirSync(folder)) if (name.includes('restored')) rmSync(join(folder, name));
  });
  expect((await program.call('app.state', {})).problem).toMatchObject({ kind: 'storage', reason: 'corrupt' });
  expect(readdirSync(folder).filter((name) => name.includes('restored'))).toEqual([]);
  await program.restart(() => writeFileSync(join(folder, 'current.json'), '{"file":"../../else.db"}'));
  expect((await program.call('app.state', {})).problem).toMatchObject({ kind: 'storage', reason: 'corrupt' });
});
