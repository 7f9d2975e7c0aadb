import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchRuntime, findRuntime } from '../../../../main/hosts/start/electron-runtime.ts';

let root = '';
let electron = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quittance-runtime-'));
  electron = join(root, 'node_modules', 'electron');
  mkdirSync(electron, { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function install(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(electron, 'path.txt'), 'program');
  writeFileSync(join(folder, 'program'), '');
  return join(folder, 'program');
}

test('the runtime is where its installer put it', () => {
  expect(findRuntime(root, {})).toBeNull();
  const executable = install(join(electron, 'dist'));
  expect(findRuntime(root, {})).toBe(executable);
});

test('a runtime that was deleted is not there', () => {
  rmSync(install(join(electron, 'dist')));
  expect(findRuntime(root, {})).toBeNull();
});

test('another folder can be named for it', () => {
  const executable = install(join(root, 'elsewhere'));
  expect(findRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') })).toBe(executable);
});

test('an installer that succeeds gives the runtime, one that fails gives nothing', async () => {
  writeFileSync(join(electron, 'install.js'), 'process.exit(1);');
  expect(await fetchRuntime(root)).toBeNull();
  writeFileSync(
    join(electron, 'install.js'),
    `const fs = require('node:fs');
     fs.mkdirSync(__dirname + '/dist');
     fs.writeFileSync(__dirname + '/dist/program', '');
     fs.writeFileSync(__dirname + '/path.txt', 'program');`,
  );
  expect(await fetchRuntime(root)).toBe(join(electron, 'dist', 'program'));
});
