import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../../main/documents/write-file.ts';
import { type ZipEntry, zipParts } from '../../../../main/documents/zip.ts';
import {
  checkPack,
  type Hashes,
  MANIFEST,
  withManifest,
} from '../../../../main/invoicing/accountant-pack/manifest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-manifest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modifiedAt = '2026-11-23T09:30:00.000Z';

async function* entries(fails = false): AsyncGenerator<ZipEntry> {
  yield { name: 'A/a.pdf', bytes: Buffer.from('one'), modifiedAt };
  yield { name: 'A/a.pdf', bytes: Buffer.from('two'), modifiedAt };
  if (fails) throw new Error('the books were closed');
}

const write = (path: string, hashes: Hashes, fails = false): Promise<void> =>
  writeFileAtomically(path, zipParts(withManifest(entries(fails), hashes, modifiedAt)), 0o644, (written) =>
    checkPack(written, hashes),
  );

test('the manifest names every file by the name that it has in the ZIP, with its hash', async () => {
  const path = join(folder, 'pack.zip');
  await write(path, new Map());
  const files = unzipSync(readFileSync(path));
  expect(Object.keys(files)).toEqual(['A/a.pdf', 'A/a-2.pdf', MANIFEST]);
  expect(new TextDecoder().decode(files[MANIFEST])).toBe(
    '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  A/a.pdf\n' +
      '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  A/a-2.pdf\n',
  );
});

test('one changed byte of any file or of the manifest, anywhere on the disk, is found', async () => {
  const path = join(folder, 'pack.zip');
  const hashes: Hashes = new Map();
  await write(path, hashes);
  const whole = readFileSync(path);
  const text = whole.toString('latin1');
  for (const within of ['one', 'two', 'A/a-2.pdfPK', MANIFEST, 'PK\u0001\u0002', 'PK\u0005\u0006']) {
    const at = text.lastIndexOf(within);
    expect(at, within).toBeGreaterThan(0);
    const spoilt = Buffer.from(whole);
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    writeFileSync(path, spoilt);
    await expect(checkPack(path, hashes), within).rejects.toMatchObject({
      error: { code: 'not-as-written' },
    });
  }
  writeFileSync(path, whole);
  await checkPack(path, hashes);
});

test('one changed byte of what is deflated is found, whichever it is', async () => {
  const path = join(folder, 'pack.zip');
  const hashes: Hashes = new Map();
  await write(path, hashes);
  const whole = readFileSync(path);
  const begins = whole.indexOf(MANIFEST) + MANIFEST.length;
  const ends = whole.indexOf('PK\u0007\u0008', begins);
  expect(ends - begins).toBeGreaterThan(50);
  for (let at = begins; at < ends; at += 1) {
    const spoilt = Buffer.from(whole);
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    writeFileSync(path, spoilt);
    await expect(checkPack(path, hashes), String(at)).rejects.toMatchObject({
      error: { code: 'not-as-written' },
    });
  }
});

test('what fails in the middle, or is not as written, leaves the old file and nothing beside it', async () => {
  const path = join(folder, 'pack.zip');
  writeFileSync(path, 'old');
  await expect(write(path, new Map(), true)).rejects.toThrow('the books were closed');
  const others: Hashes = new Map([['Another', '00']]);
  const parts = zipParts(withManifest(entries(), new Map(), modifiedAt));
  await expect(
    writeFileAtomically(path, parts, 0o644, (written) => checkPack(written, others)),
  ).rejects.toMatchObject({ error: { code: 'not-as-written' } });
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['pack.zip']);
});
