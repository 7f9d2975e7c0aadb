import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FONT_FILES } from '../../main/documents/fonts.ts';
import { readArchive, type ArchivedFile } from './archive.ts';
import { makeStandInRuntime, readFuses, shippedFuses } from './stand-in-runtime.ts';

const root = join(import.meta.dirname, '..', '..');
const target = `${process.platform}-${process.arch}`;
let folder = '';
let resources = '';
let program = '';
let files: readonly ArchivedFile[] = [];

/** Packs for Linux wherever the test runs, with the native modules of this machine. */
function pack(): void {
  const runtime = join(folder, 'runtime');
  makeStandInRuntime(runtime, '45.4.1');
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const overrides = [`-c.electronDist=${runtime}`, `-c.directories.output=${join(folder, 'release')}`];
  execFileSync(process.execPath, [builder, '--linux', `--${process.arch}`, '--dir', ...overrides], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-packed-'));
  pack();
  const [unpacked] = readdirSync(join(folder, 'release')).filter((name) => name.endsWith('unpacked'));
  program = join(folder, 'release', unpacked ?? '', 'quittance');
  resources = join(folder, 'release', unpacked ?? '', 'resources');
  files = readArchive(join(resources, 'app.asar'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const builtPage = () =>
  readdirSync(join(root, 'dist', 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );

/** What of the two packages that cannot be bundled the program loads. */
const nativePackages = [
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.+\.js)$/,
  new RegExp(`^node_modules/better-sqlite3/prebuilds/${target}\\.node$`),
  /^node_modules\/@myriaddreamin\/typst-ts-node-compiler\/(?:package\.json|LICENSE|index(?:-napi)?\.js)$/,
  new RegExp(
    `^node_modules/@myriaddreamin/typst-ts-node-compiler-${target}[a-z-]*/(?:package\\.json|LICENSE|[a-z0-9.-]+\\.node)$`,
  ),
];

test('the archive holds the bundles, the fonts and the two native packages, and nothing else', () => {
  const own = files.map(({ path }) => path).filter((path) => !path.startsWith('node_modules/'));
  const expected = [
    'package.json',
    'dist/main/electron.js',
    'dist/main/electron.licenses.md',
    'dist/main/backup-worker.js',
    'dist/main/backup-worker.licenses.md',
    'dist/main/document-worker.js',
    'dist/main/document-worker.licenses.md',
    'dist/preload/index.cjs',
    ...builtPage(),
    ...FONT_FILES.map((font) => `dist/fonts/${font.file}`),
    ...new Set(FONT_FILES.map((font) => `dist/fonts/${font.packagePath.split('/')[1]}.licence.txt`)),
  ];
  expect(own.toSorted()).toEqual(expected.toSorted());
  const packages = files.map(({ path }) => path).filter((path) => path.startsWith('node_modules/'));
  expect(packages.filter((path) => !nativePackages.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('exactly the native modules of this system are there, outside the archive', () => {
  const native = files.filter(({ path }) => path.endsWith('.node'));
  expect(native.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).toSorted()).toEqual([
    `${target}.node`,
    expect.stringMatching(new RegExp(`^typst-ts-node-compiler\\.${target}[a-z-]*\\.node$`)),
  ]);
  expect(native.filter(({ unpacked }) => !unpacked)).toEqual([]);
  const beside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
  expect(beside.filter((path) => path.endsWith('.node'))).toHaveLength(2);
});

test('nothing in the archive looks like a secret', () => {
  const secret =
    /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{8,}|\bwhsec_[A-Za-z0-9]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/;
  const suspects = files
    .filter(({ path, unpacked }) => !unpacked && !/\.(?:ttf|woff2|png)$/.test(path))
    .filter(({ bytes }) => secret.test(bytes.toString('utf8')));
  expect(suspects.map(({ path }) => path)).toEqual([]);
});

test('the manifest starts the right program and carries no scripts', () => {
  const manifest: unknown = JSON.parse(
    files.find(({ path }) => path === 'package.json')?.bytes.toString() ?? '',
  );
  expect(manifest).toMatchObject({ type: 'module', main: 'dist/main/electron.js' });
  expect(manifest).not.toHaveProperty('scripts');
  expect(manifest).not.toHaveProperty('devDependencies');
});

test('the fuses are flipped: no Node mode, no inspector, only the archive is loaded', () => {
  const fuses = readFuses(readFileSync(program));
  expect(shippedFuses).toBe('101100011');
  expect(fuses).toBe('010011001');
});

test('the native modules load from what was packed: a database opens and a document is set', () => {
  const app = join(folder, 'app');
  extract(app);
  const script = `
    const Database = require('better-sqlite3');
    const database = new Database(':memory:');
    database.exec('CREATE TABLE bill (amount INTEGER) STRICT; INSERT INTO bill VALUES (4200)');
    const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
    const pdf = NodeCompiler.create().pdf({ mainFileContent: 'Paid' });
    process.stdout.write(database.prepare('SELECT amount FROM bill').pluck().get() + ' ' + pdf.subarray(0, 5));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: app, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toBe('4200 %PDF-');
});

/** Electron reads into the archive; plain Node needs its files laid out, the unpacked ones among them. */
function extract(app: string): void {
  cpSync(join(resources, 'app.asar.unpacked'), app, { recursive: true });
  for (const { path, bytes } of files.filter(({ unpacked }) => !unpacked)) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), bytes);
  }
}
