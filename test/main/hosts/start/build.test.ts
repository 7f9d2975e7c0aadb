import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildError, buildStale, staleParts } from '../../../../main/hosts/start/build.ts';
import { parts } from '../../../../main/hosts/start/parts.ts';

let root = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A program of the same shape as ours: every part is one line. */
function writeSmallProgram(): void {
  write('package.json', '{"type":"module"}');
  write('package-lock.json', '{}');
  write('shared/word.ts', "export const word = 'one';\n");
  write('renderer/index.html', '<script type="module" src="./main.ts"></script>');
  write('renderer/main.ts', "import { word } from '../shared/word.ts';\ndocument.title = word;\n");
  write(
    'renderer/vite.config.ts',
    "export default { root: import.meta.dirname, build: { outDir: '../dist/renderer', emptyOutDir: true } };\n",
  );
  write('main/program.ts', "import { word } from '../shared/word.ts';\nconsole.log(word);\n");
  write('main/vite.config.ts', configOfMain);
}

const configOfMain = `
import { join } from 'node:path';
const root = join(import.meta.dirname, '..');
export default ({ mode }) => ({
  root,
  publicDir: false,
  build: {
    ssr: true,
    emptyOutDir: false,
    outDir: join(root, 'dist', mode === 'preload' ? 'preload' : 'main'),
    rolldownOptions: {
      input: join(root, 'main/program.ts'),
      output: { entryFileNames: mode === 'preload' ? 'index.cjs' : mode + '.js' },
    },
  },
});
`;

const stale = () => staleParts(root).map(({ part }) => part.name);
const programs = parts.map((part) => part.name).filter((name) => name !== 'renderer');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quittance-build-'));
  writeSmallProgram();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('only what changed is built again', async () => {
  expect(await buildStale(root)).toEqual(parts.map((part) => part.name));
  for (const part of parts) expect(readFileSync(join(root, part.output), 'utf8')).not.toBe('');
  expect(stale()).toEqual([]);
  expect(await buildStale(root)).toEqual([]);

  write('renderer/main.ts', "document.title = 'two';\n");
  expect(stale()).toEqual(['renderer']);
  expect(await buildStale(root)).toEqual(['renderer']);

  write('main/program.ts', "console.log('three');\n");
  expect(stale()).toEqual(programs);
  expect(await buildStale(root)).toEqual(programs);
  expect(readFileSync(join(root, 'dist/main/loopback.js'), 'utf8')).toContain('three');
});

test('a change of what both sides share makes everything stale, and so does a new file', async () => {
  await buildStale(root);
  write('shared/word.ts', "export const word = 'four';\n");
  expect(stale()).toEqual(parts.map((part) => part.name));
  await buildStale(root);
  write('shared/other.ts', '');
  expect(stale()).toEqual(parts.map((part) => part.name));
});

test('a part whose output is gone, or whose stamps cannot be read, is built again', async () => {
  await buildStale(root);
  rmSync(join(root, 'dist/main/electron.js'));
  expect(stale()).toEqual(['electron']);
  writeFileSync(join(root, 'dist/built-from.json'), 'half a fi');
  expect(stale()).toEqual(parts.map((part) => part.name));
});

test('a part that does not build is named, the others are built, and it stays stale', async () => {
  write('renderer/main.ts', "import { gone } from './gone.ts';\nconsole.log(gone);\n");
  const failure = await buildStale(root).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(BuildError);
  expect(String(failure)).toMatch(/renderer: .*gone\.ts/s);
  expect(stale()).toEqual(['renderer']);
});

test('what is built is for production, whatever runs the build', async () => {
  expect(process.env['NODE_ENV']).toBe('test');
  write('renderer/main.ts', 'document.title = process.env.NODE_ENV;\n');
  await buildStale(root);
  const [script] = readdirSync(join(root, 'dist/renderer/assets')).filter((name) => name.endsWith('.js'));
  expect(readFileSync(join(root, 'dist/renderer/assets', script ?? ''), 'utf8')).toContain('production');
  expect(process.env['NODE_ENV']).toBe('test');
});
