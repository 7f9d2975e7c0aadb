import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { Lock, missingPlatforms } from './missing-platforms.ts';

const root = join(import.meta.dirname, '..', '..');

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

test('the lock names the builds for every system, so that npm ci passes; if not: npm run lock', () => {
  const lock = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  expect(missingPlatforms(lock)).toEqual({});
});

test('a build that is left out is found and described by its name', () => {
  const lock = Lock.parse({
    packages: {
      'node_modules/a': {
        optionalDependencies: {
          'a-linux-x64-musl': '1.2.3',
          'a-darwin-arm64': '1.2.3',
          'b-win32-x64': '^1.0.0',
        },
      },
      'node_modules/a/node_modules/a-darwin-arm64': {},
    },
  });
  expect(missingPlatforms(lock)).toEqual({
    'node_modules/a-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
  const stranger = Lock.parse({
    packages: { 'node_modules/a': { optionalDependencies: { fsevents2: '1.2.3' } } },
  });
  expect(() => missingPlatforms(stranger)).toThrow('fsevents2');
});

test('every version is pinned, and only the packages named may run scripts when they are installed', () => {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(manifest.allowScripts).toEqual({
    node: true,
    'better-sqlite3': false,
    'electron-winstaller': false,
  });
});
