// The rules about single files and about what lies at the top. Each gives one line for every place that breaks it.
import type { SourceFile, SourceTree } from './source-tree.ts';

const longestFile = 300;

/** What the mission names, and what cannot be avoided. */
const topLevelNames = [
  '.ci',
  '.gitignore',
  'README.md',
  'electron-builder.yml',
  'main',
  'package-lock.json',
  'package.json',
  'renderer',
  'shared',
  'test',
  'tsconfig.json',
];

const isTest = (file: SourceFile) => file.path.startsWith('test/');
const isScript = (file: SourceFile) => /\.tsx?$/.test(file.path);
const isConfig = (file: SourceFile) => file.path.endsWith('.config.ts');
const nameOf = (file: SourceFile) => file.path.slice(file.path.lastIndexOf('/') + 1);

function filesThat(tree: SourceTree, breaks: (file: SourceFile) => boolean): readonly string[] {
  return tree.files.filter(breaks).map((file) => file.path);
}

export function topLevelIsAsAgreed(tree: SourceTree): readonly string[] {
  const strangers = tree.topLevel.filter((name) => !topLevelNames.includes(name));
  const missing = topLevelNames.filter((name) => !tree.topLevel.includes(name));
  return [...strangers.map((name) => `${name} is new`), ...missing.map((name) => `${name} is missing`)];
}

export function filesAreShort(tree: SourceTree): readonly string[] {
  return tree.files
    .filter((file) => file.lines.length > longestFile)
    .map((file) => `${file.path} has ${file.lines.length} lines`);
}

export function noDefaultExports(tree: SourceTree): readonly string[] {
  return filesThat(tree, (file) => file.hasDefaultExport && !isConfig(file));
}

export function noBarrels(tree: SourceTree): readonly string[] {
  return filesThat(tree, (file) => file.isBarrel);
}

export function namesAreKebabCase(tree: SourceTree): readonly string[] {
  return filesThat(tree, (file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/.test(nameOf(file)));
}

/** A module starts with one sentence saying what it is for; a test says it by its names. */
export function filesSayWhatTheyAreFor(tree: SourceTree): readonly string[] {
  return filesThat(
    tree,
    (file) => isScript(file) && !isTest(file) && !/^(?:\/\/|\/\*\*?) ?\S+ \S+/.test(file.lines[0] ?? ''),
  );
}

export function nothingIsLeftForLater(tree: SourceTree): readonly string[] {
  return commentsThat(tree, /\b(?:TODO|FIXME|XXX|HACK)\b/);
}

export function noChecksAreSilenced(tree: SourceTree): readonly string[] {
  return commentsThat(
    tree,
    /@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint)-disable|knip-ignore|istanbul ignore/,
  );
}

function commentsThat(tree: SourceTree, pattern: RegExp): readonly string[] {
  return tree.files.flatMap((file) =>
    file.comments
      .filter((comment) => pattern.test(comment.text))
      .map((comment) => `${file.path}:${comment.line} ${comment.text.trim()}`),
  );
}

/** A type assertion overrules the compiler, so the reason stands beside it, or right above it or its statement. */
export function assertionsAreExplained(tree: SourceTree): readonly string[] {
  return tree.files
    .filter((file) => isScript(file) && !isTest(file))
    .flatMap((file) =>
      file.assertions
        .filter(({ line, statementLine }) => {
          const places = [line, line - 1, statementLine - 1];
          return !file.comments.some(({ endLine }) => places.includes(endLine));
        })
        .map(({ line }) => `${file.path}:${line} ${file.lines[line - 1]?.trim()}`),
    );
}

/** Time comes from the clock port; only hosts know the system's. */
export function noHiddenClock(tree: SourceTree): readonly string[] {
  return tree.files
    .filter(
      ({ path }) =>
        path.startsWith('shared/') || (path.startsWith('main/') && !path.startsWith('main/hosts/')),
    )
    .flatMap((file) => file.dateLines.map((line) => `${file.path}:${line} new Date()`));
}
