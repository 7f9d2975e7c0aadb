// A process that dies while it writes a pack: whoever looks for the file finds the old one, whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const source = (path: string): string => JSON.stringify(new URL(`../../${path}`, import.meta.url).href);

/** Writes without end, and says when so many megabytes have been given to the disk. */
const CHILD = `
  const { writeFileAtomically } = await import(${source('main/documents/write-file.ts')});
  const { zipParts } = await import(${source('main/documents/zip.ts')});
  const { withManifest } = await import(${source('main/invoicing/accountant-pack/manifest.ts')});
  const [, path, megabytes] = process.argv;
  const modifiedAt = '2026-11-23T09:30:00.000Z';
  async function* entries() {
    for (let count = 0; ; count += 1) {
      if (count === Number(megabytes)) process.stdout.write('now');
      yield { name: 'Invoices/' + count + '.pdf', bytes: new Uint8Array(1_000_000), modifiedAt };
    }
  }
  await writeFileAtomically(path, zipParts(withManifest(entries(), new Map(), modifiedAt)));
`;

test.each([0, 1, 20])('killed after %i MB', async (megabytes) => {
  const path = join(folder, 'Accountant-pack.zip');
  writeFileSync(path, 'the pack of last month');
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, path, String(megabytes)]);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  expect(readFileSync(path, 'utf8')).toBe('the pack of last month');
  // What had been written has a name that is hidden, and no program opens.
  const others = readdirSync(folder).filter((name) => name !== 'Accountant-pack.zip');
  for (const name of others) expect(name).toMatch(/^\.quittance-.*\.part$/);
});
