import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readZip } from '../../../main/documents/read-zip.ts';
import { zipParts } from '../../../main/documents/zip.ts';
import { wholeOf } from '../../support/whole-of.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-zip-'));
  path = join(folder, 'a.zip');
});
afterEach(() => rmSync(folder, { recursive: true }));

const modifiedAt = '2026-11-23T09:30:00.000Z';

async function read(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  await readZip(path, async ({ name, size, parts }) => {
    const bytes = await wholeOf(parts());
    expect(bytes).toHaveLength(size);
    found[name] = Buffer.from(bytes).toString('latin1');
  });
  return found;
}

test('gives back what was put in, also a ZIP within the ZIP, in parts as it was written in parts', async () => {
  const inner = zipSync({ 'x.txt': new TextEncoder().encode('x'.repeat(1_000)) });
  const long = 'long '.repeat(50_000);
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < long.length; at += 7_919) yield Buffer.from(long.slice(at, at + 7_919));
  }
  const entries = [
    { name: 'inner.xlsx', bytes: inner, modifiedAt },
    { name: 'Folder/long.txt', bytes: parts(), modifiedAt },
    { name: 'empty', bytes: new Uint8Array(), modifiedAt },
  ];
  writeFileSync(path, await wholeOf(zipParts(entries)));
  expect(await read()).toEqual({
    'inner.xlsx': Buffer.from(inner).toString('latin1'),
    'Folder/long.txt': long,
    empty: '',
  });
});

test('an empty ZIP has no files', async () => {
  writeFileSync(path, await wholeOf(zipParts([])));
  expect(await read()).toEqual({});
});

test('a ZIP that was cut off anywhere, or is none, is refused', async () => {
  const whole = await wholeOf(zipParts([{ name: 'a', bytes: Buffer.from('some bytes'), modifiedAt }]));
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    await expect(read(), String(length)).rejects.toThrow(/ZIP/);
  }
});

test('what another program deflated is read as well, and no other method', async () => {
  const zip = zipSync({ 'a.txt': new TextEncoder().encode('a'.repeat(1_000)) });
  writeFileSync(path, zip);
  expect(await read()).toEqual({ 'a.txt': 'a'.repeat(1_000) });
  const directory = Buffer.from(zip).indexOf('PK\u0001\u0002');
  // Deflate64, which nobody here reads.
  zip[directory + 10] = 9;
  writeFileSync(path, zip);
  await expect(read()).rejects.toThrow('none of ours');
});

test.each([
  ['shorter', -1],
  ['longer', 1],
])('a file that is %s than the directory says is refused', async (_, by) => {
  const zip = zipSync({ 'a.txt': new TextEncoder().encode('a'.repeat(1_000)) });
  const directory = Buffer.from(zip).indexOf('PK\u0001\u0002');
  zip[directory + 24] = (zip[directory + 24] ?? 0) - by;
  writeFileSync(path, zip);
  await expect(read()).rejects.toThrow('not as long as its directory says');
});
