// Reads the program's sources as the boundary rules see them: imports, exports, comments and a few expressions of every file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'vite';
import { assertionsOf, timelessDateLines, type Assertion } from './expressions.ts';

export interface ImportOf {
  /** A path below the root for relative imports, otherwise the package's specifier. */
  readonly target: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly lines: readonly string[];
  readonly imports: readonly ImportOf[];
  readonly hasDefaultExport: boolean;
  /** It declares nothing itself and only passes on what others export. */
  readonly isBarrel: boolean;
  readonly comments: readonly { readonly text: string; readonly line: number; readonly endLine: number }[];
  /** Type assertions other than `as const`. */
  readonly assertions: readonly Assertion[];
  /** Lines of `new Date()` without a time. */
  readonly dateLines: readonly number[];
}

export interface SourceTree {
  readonly files: readonly SourceFile[];
  /** Names at the top of the repository, without what git ignores. */
  readonly topLevel: readonly string[];
}

export const sourceFolders = ['main', 'renderer', 'shared', 'test'] as const;

export function readSourceTree(root: string): SourceTree {
  const files = sourceFolders.flatMap((folder) =>
    existsSync(join(root, folder)) ? filesBelow(root, folder) : [],
  );
  return {
    files: files.map((path) => readSource(path, readFileSync(join(root, path), 'utf8'))),
    topLevel: topLevel(root),
  };
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return /\.(?:tsx?|css)$/.test(entry.name) ? [path] : [];
  });
}

function topLevel(root: string): readonly string[] {
  const ignoreFile = join(root, '.gitignore');
  const ignored = existsSync(ignoreFile) ? readFileSync(ignoreFile, 'utf8').split('\n') : [];
  return readdirSync(root).filter((name) => name !== '.git' && !ignored.includes(`${name}/`));
}

/** Parses one file. Throws when it is not TypeScript. */
export function readSource(path: string, text: string): SourceFile {
  const lines = text.replace(/\n$/, '').split('\n');
  if (path.endsWith('.css')) return { ...emptySource, path, lines };
  const { program, module, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return {
    path,
    lines,
    imports: [
      ...module.staticImports.map((found) => ({
        specifier: found.moduleRequest.value,
        typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
      })),
      ...module.staticExports.flatMap((found) =>
        found.entries.flatMap((entry) =>
          entry.moduleRequest === null
            ? []
            : [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType }],
        ),
      ),
      ...module.dynamicImports.map((found) => ({
        specifier: text.slice(found.moduleRequest.start, found.moduleRequest.end).replaceAll(/['"`]/g, ''),
        typeOnly: false,
      })),
    ].map((found) => ({ ...found, target: targetOf(path, found.specifier) })),
    hasDefaultExport: module.staticExports.some((found) =>
      found.entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
    ),
    isBarrel:
      program.body.length > 0 &&
      program.body.every(
        (statement) =>
          statement.type === 'ExportAllDeclaration' ||
          (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
      ),
    comments: comments.map((comment) => ({
      text: comment.value,
      line: lineAt(comment.start),
      endLine: lineAt(comment.end),
    })),
    assertions: assertionsOf(program, lineAt),
    dateLines: timelessDateLines(program, lineAt),
  };
}

const emptySource: Omit<SourceFile, 'path' | 'lines'> = {
  imports: [],
  hasDefaultExport: false,
  isBarrel: false,
  comments: [],
  assertions: [],
  dateLines: [],
};

function targetOf(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(path), specifier)) : specifier;
}
