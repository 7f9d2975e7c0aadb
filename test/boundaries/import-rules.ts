// The rules about imports. Each gives one line for every place that breaks it.
import { layers, reserved, vocabulary, type Layer } from './import-table.ts';
import type { ImportOf, SourceFile, SourceTree } from './source-tree.ts';

const isConfig = (path: string) => path.endsWith('/vite.config.ts');
const beginsWithAny = (path: string, starts: readonly string[]) =>
  starts.some((start) => path.startsWith(start));
const isOurs = (target: string) => beginsWithAny(target, ['main/', 'renderer/', 'shared/', 'test/']);

type Breaks = (file: SourceFile, found: ImportOf) => boolean;

/** One line for each import of the program, tests apart, that `breaks` says yes to. */
function everyImport(tree: SourceTree, breaks: Breaks): readonly string[] {
  return tree.files
    .filter((file) => !file.path.startsWith('test/'))
    .flatMap((file) =>
      file.imports
        .filter((found) => breaks(file, found))
        .map((found) => `${file.path} imports ${found.target}`),
    );
}

/** shared/ needs nothing but zod. */
export function sharedIsAlone(tree: SourceTree): readonly string[] {
  return everyImport(
    tree,
    ({ path }, { target }) =>
      path.startsWith('shared/') &&
      !target.startsWith('shared/') &&
      target !== 'zod' &&
      !target.startsWith('zod/'),
  );
}

/** The page knows shared/ and itself, and nothing of Node. */
export function pageKnowsOnlyShared(tree: SourceTree): readonly string[] {
  return everyImport(
    tree,
    ({ path }, { target }) =>
      path.startsWith('renderer/') &&
      !isConfig(path) &&
      ((isOurs(target) && !beginsWithAny(target, ['renderer/', 'shared/'])) || target.startsWith('node:')),
  );
}

/** main/ imports nothing of the page, and nothing imports tests. */
export function nothingFromPageOrTests(tree: SourceTree): readonly string[] {
  return everyImport(
    tree,
    ({ path }, { target }) =>
      target.startsWith('test/') || (path.startsWith('main/') && target.startsWith('renderer/')),
  );
}

/** Within main/, the table of layers. */
export function layersHold(tree: SourceTree): readonly string[] {
  return everyImport(tree, ({ path }, { target }) => {
    if (!path.startsWith('main/') || !target.startsWith('main/')) return false;
    const layer = layerOf(path);
    if (layer === layerOf(target)) return false;
    if (layer.folder !== 'main/simulator/' && vocabulary.includes(target)) return false;
    return !beginsWithAny(target, layer.imports);
  });
}

function layerOf(path: string): Layer {
  const layer = layers.find(({ folder }) => path.startsWith(folder));
  if (layer === undefined) throw new Error(`${path} is in no layer`);
  return layer;
}

/** The vocabulary stays one: no way leads through it into a layer. */
export function vocabularyIsPure(tree: SourceTree): readonly string[] {
  return everyImport(tree, ({ path }, found) => {
    if (!vocabulary.includes(path)) return false;
    return isOurs(found.target)
      ? !vocabulary.includes(found.target) && !found.target.startsWith('shared/')
      : !found.typeOnly && found.target !== 'zod';
  });
}

/** Packages that only certain places may use. */
export function packagesStayHome(tree: SourceTree): readonly string[] {
  return everyImport(tree, ({ path }, { target, typeOnly }) =>
    reserved.some(
      ({ packages, from, typesFrom = [] }) =>
        packages.some((name) => target === name || target.startsWith(`${name}/`)) &&
        !beginsWithAny(path, typeOnly ? [...from, ...typesFrom] : from),
    ),
  );
}

/** A use case can only leave work in the outbox: no chain of imports leads from it to Stripe. */
export function useCasesCannotReachStripe(tree: SourceTree): readonly string[] {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  return tree.files
    .filter((file) => file.path.startsWith('main/invoicing/'))
    .flatMap((file) => chainToStripe(files, file, [], new Set()) ?? []);
}

function chainToStripe(
  files: ReadonlyMap<string, SourceFile>,
  file: SourceFile,
  chain: readonly string[],
  seen: Set<string>,
): string | null {
  seen.add(file.path);
  for (const { target, typeOnly } of file.imports) {
    if (typeOnly || seen.has(target)) continue;
    const here = [...chain, file.path];
    if (target === 'stripe') return [...here, target].join(' -> ');
    const next = files.get(target);
    const found = next === undefined ? null : chainToStripe(files, next, here, seen);
    if (found !== null) return found;
  }
  return null;
}

/** Node runs the sources as they are, so imports name files. */
export function importsNameFiles(tree: SourceTree): readonly string[] {
  const paths = new Set(tree.files.map((file) => file.path));
  return everyImport(
    tree,
    (_file, { specifier, target }) =>
      specifier.startsWith('.') && !paths.has(target) && !/\.(?:json|svg)$/.test(target),
  );
}
