import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What a bundle takes from outside itself, whether by import or by require. */
function outside(path: string): readonly string[] {
  const { module } = parseSync(path, read(path));
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const required = [...read(path).matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1] ?? '');
  return [...new Set([...imported, ...(path.endsWith('.cjs') ? required : [])])].toSorted();
}

const isOfNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

describe('the bundles', () => {
  test('the preload script needs Electron and nothing else', () => {
    expect(outside('dist/preload/index.cjs')).toEqual(['electron']);
  });

  test.each([
    ['electron', ['better-sqlite3', 'electron']],
    ['loopback', ['better-sqlite3']],
    ['simulator', []],
    ['backup-worker', ['better-sqlite3']],
    ['document-worker', ['@myriaddreamin/typst-ts-node-compiler']],
  ])('%s leaves outside only what cannot be bundled', (name, expected) => {
    expect(outside(`dist/main/${name}.js`).filter((found) => !isOfNode(found))).toEqual(expected);
  });

  test('each says under which licences it stands', () => {
    for (const file of [
      'main/electron.licenses.md',
      'main/document-worker.licenses.md',
      'renderer/licenses.md',
    ]) {
      expect(read(`dist/${file}`)).toMatch(/^## .+ - .+ \(.+\)$/m);
    }
  });
});

describe('the page', () => {
  const assets = () => readdirSync(join(root, 'dist/renderer/assets'));

  test('nothing in it is inline, so that the content security policy can be strict', () => {
    const html = read('dist/renderer/index.html');
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toMatch(/\bsrc="\/assets\//);
      expect(content?.trim()).toBe('');
    }
    expect(html).not.toMatch(/<style\b|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  test('every file that it loads is its own and carries a hash', () => {
    const html = read('dist/renderer/index.html');
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
    for (const address of addresses) expect(address).toMatch(/^\/assets\/[\w.-]+-[\w-]{8}\.\w+$/);
    for (const name of assets()) expect(name).toMatch(/-[\w-]{8}\.\w+$/);
    for (const name of assets().filter((file) => file.endsWith('.css'))) {
      expect(read(`dist/renderer/assets/${name}`)).not.toMatch(/url\(\s*["']?(?:https?:|data:|\/\/)/);
    }
  });

  test('its scripts and styles weigh less than 350 kB compressed', () => {
    const sizes = assets()
      .filter((name) => /\.(?:js|css)$/.test(name))
      .map((name) => gzipSync(readFileSync(join(root, 'dist/renderer/assets', name))).length);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(350_000);
  });
});
