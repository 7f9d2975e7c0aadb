import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../main/documents/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode('new');

test('replaces the file and leaves nothing beside it', async () => {
  writeFileSync(join(folder, 'a.pdf'), 'old');
  await writeFileAtomically(join(folder, 'a.pdf'), bytes);
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

test('gives the file the mode it is asked for, whatever the old one had', async () => {
  writeFileSync(join(folder, 'secret'), 'old');
  chmodSync(join(folder, 'secret'), 0o644);
  await writeFileAtomically(join(folder, 'secret'), bytes, 0o600);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('a write that fails leaves the old file, and no temporary one', async () => {
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken', 'inside'), '');
  await expect(writeFileAtomically(join(folder, 'taken'), bytes)).rejects.toMatchObject({
    code: expect.stringMatching(/^E/),
  });
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('a folder that is not there is refused', async () => {
  await expect(writeFileAtomically(join(folder, 'none', 'a.pdf'), bytes)).rejects.toMatchObject({
    code: 'ENOENT',
  });
});

test('a name as long as the file system allows can still be written', async () => {
  const name = `${'n'.repeat(251)}.pdf`;
  await writeFileAtomically(join(folder, name), bytes);
  expect(readdirSync(folder)).toEqual([name]);
});

test('parts are written in order; parts that stop with an error leave the old file', async () => {
  const path = join(folder, 'a.zip');
  async function* parts(fail: boolean): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('one ');
    if (fail) throw new Error('no more');
    yield new TextEncoder().encode('two');
  }
  await writeFileAtomically(path, parts(false));
  await expect(writeFileAtomically(path, parts(true))).rejects.toThrow('no more');
  expect(readFileSync(path, 'utf8')).toBe('one two');
  expect(readdirSync(folder)).toEqual(['a.zip']);
});
