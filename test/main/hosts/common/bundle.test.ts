import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFile, readBundle } from '../../../../main/hosts/common/bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-bundle-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'page');
  writeFileSync(join(folder, 'assets', 'a.woff2'), 'font');
  writeFileSync(join(folder, 'assets', 'a.js.map'), 'not served');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('holds the files of known kinds under their request paths', () => {
  const bundle = readBundle(folder);
  expect([...bundle.keys()].toSorted()).toEqual(['/assets/a.woff2', '/index.html']);
  expect(bundle.get('/assets/a.woff2')).toMatchObject({ mediaType: 'font/woff2', immutable: true });
  expect(bundle.get('/index.html')).toMatchObject({
    mediaType: 'text/html; charset=utf-8',
    immutable: false,
  });
});

test('gives the page for its root, and otherwise only what is in it', () => {
  const bundle = readBundle(folder);
  const page = bundle.get('/index.html');
  expect(['/', '/index.html'].map((path) => findFile(bundle, path))).toEqual([page, page]);
  const others = [
    '/assets/b.woff2',
    '/..%2f',
    '/a.b',
    '//',
    '/invoices',
    '/%41',
    '',
    'index.html',
    'constructor',
  ];
  expect(others.map((path) => findFile(bundle, path))).toEqual(others.map(() => null));
});

test('says so when the page has not been built', () => {
  rmSync(join(folder, 'index.html'));
  expect(() => readBundle(folder)).toThrow('The page has not been built');
});
