import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenTree, rules } from './boundaries/broken-trees.ts';
import { topLevelIsAsAgreed } from './boundaries/file-rules.ts';
import { readSourceTree } from './boundaries/source-tree.ts';

const root = join(import.meta.dirname, '..');
const lintConfigs = ['main', 'renderer', 'shared', 'test'].map((folder) => `${folder}/.oxlintrc.json`);

describe('the sources', () => {
  const tree = readSourceTree(root);

  test.each(rules)('$name', (rule) => {
    expect(rule.check(tree)).toEqual([]);
  });

  test('what lies at the top is what was agreed', () => {
    expect(topLevelIsAsAgreed(tree)).toEqual([]);
  });
});

describe('a source that breaks the rule is found', () => {
  test.each(rules)('$name', (rule) => {
    expect(rule.check(brokenTree(rule))).toEqual(rule.answers);
  });

  test('what lies at the top', () => {
    const answers = topLevelIsAsAgreed({ files: [], topLevel: ['main', 'src'] });
    expect(answers).toContain('src is new');
    expect(answers).toContain('README.md is missing');
    expect(answers).not.toContain('main is missing');
  });
});

describe('the compiler and the linter know the boundaries too', () => {
  let copy = '';

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'quittance-boundaries-'));
    for (const file of ['tsconfig.json', 'package.json', 'test/oxlint.json', ...lintConfigs])
      cpSync(join(root, file), join(copy, file));
    for (const folder of ['shared', 'main', 'renderer']) {
      cpSync(join(root, folder, 'tsconfig.json'), join(copy, folder, 'tsconfig.json'));
    }
    mkdirSync(join(copy, 'node_modules'));
    for (const name of ['@types', 'better-sqlite3', 'vite']) {
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), 'junction');
    }
    write('shared/word.ts', "export const word = 'word';\n");
    write(
      'main/secret.ts',
      "import { word } from '../shared/word.ts';\nexport const secret = word + process.pid;\n",
    );
  });

  afterEach(() => {
    rmSync(copy, { recursive: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }

  /** What the command prints, and whether it was content. */
  function run(tool: string, ...args: readonly string[]): { readonly ok: boolean; readonly output: string } {
    try {
      const script = join(root, 'node_modules', tool, 'bin', tool === 'typescript' ? 'tsc' : tool);
      return {
        ok: true,
        output: execFileSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8' }),
      };
    } catch (error) {
      const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
      return { ok: false, output };
    }
  }

  const compile = (project: string) => run('typescript', '-b', project);

  test('a page that keeps to shared/ compiles', () => {
    write('renderer/page.ts', "import { word } from '../shared/word.ts';\ndocument.title = word;\n");
    expect(compile('renderer')).toEqual({ ok: true, output: '' });
  });

  test('a page that imports main/ does not compile', () => {
    write('renderer/page.ts', "import { secret } from '../main/secret.ts';\ndocument.title = secret;\n");
    expect(compile('renderer')).toMatchObject({
      ok: false,
      output: expect.stringContaining('main/secret.ts'),
    });
  });

  test.each(['process', 'window', 'fetch', 'setTimeout', 'Buffer', 'crypto'])(
    '%s does not compile in shared/',
    (name) => {
      write('shared/word.ts', `export const word: unknown = ${name};\n`);
      expect(compile('shared')).toMatchObject({ ok: false, output: expect.stringContaining(`'${name}'`) });
    },
  );

  test('the linter refuses packages away from home and markup from data', () => {
    write(
      'main/invoicing/a.ts',
      "import Database from 'better-sqlite3';\nexport const a = new Database('x');\n",
    );
    write(
      'renderer/b.ts',
      "import { secret } from '../main/secret.ts';\ndocument.body.innerHTML = secret;\n",
    );
    const { output } = run('oxlint', '-f', 'unix', 'main', 'renderer');
    expect(output).toContain("'better-sqlite3' import is restricted");
    expect(output).toContain("'../main/secret.ts' import is restricted");
    expect(output).toContain("'innerHTML' is restricted");
  });
});
