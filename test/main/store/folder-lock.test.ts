import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../../main/store/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is held by one at a time, and can be taken again once given back', () => {
  const release = lockFolder(folder);
  expect(release).not.toBeNull();
  expect(lockFolder(folder)).toBeNull();
  release?.();
  const again = lockFolder(folder);
  expect(again).not.toBeNull();
  again?.();
});

test('another process keeps it, and a killed one does not', async () => {
  const source = new URL('../../../main/store/folder-lock.ts', import.meta.url).href;
  const script = `
    const { lockFolder } = await import(${JSON.stringify(source)});
    console.log(lockFolder(process.argv[1]) === null ? 'refused' : 'held');
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
  const [line] = await once(other.stdout, 'data');
  expect(String(line).trim()).toBe('held');
  expect(lockFolder(folder)).toBeNull();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const release = lockFolder(folder);
  expect(release).not.toBeNull();
  release?.();
});
