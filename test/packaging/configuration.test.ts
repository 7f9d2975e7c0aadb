import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

/** The lines of a block that begins with `key:` at the left edge, without comments. */
function block(key: string): readonly string[] {
  const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('#'));
  const start = lines.indexOf(`${key}:`);
  expect(start, key).toBeGreaterThan(-1);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  return rest.slice(0, end === -1 ? rest.length : end).map((line) => line.trim());
}

test('the packager asks for the Electron that is installed', () => {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  expect(text).toContain(`\nelectronVersion: ${version}\n`);
});

test('every fuse is set as decided', () => {
  expect(block('electronFuses')).toEqual([
    'runAsNode: false',
    'enableCookieEncryption: true',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'loadBrowserProcessSpecificV8Snapshot: false',
    'grantFileProtocolExtraPrivileges: false',
  ]);
});

test('no system has a list of files of its own, which would add the whole folder', () => {
  for (const system of ['linux', 'win', 'mac']) {
    expect(block(system).filter((line) => line.startsWith('files:'))).toEqual([]);
  }
});

test('nothing is compiled while packing, and nothing is published', () => {
  expect(text).toContain('\nnpmRebuild: false\n');
  expect(text).toContain('\npublish: null\n');
});

test('only the two packages with native code are dependencies', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencies)).toEqual(['@myriaddreamin/typst-ts-node-compiler', 'better-sqlite3']);
});
