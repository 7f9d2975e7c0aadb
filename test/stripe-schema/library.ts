// Keeps the schemas between runs, one file for each file of the SDK, so that a test reads only what it meets.
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Endpoint, Schema, Schemas } from './schema.ts';

interface Index {
  readonly endpoints: readonly Endpoint[];
  readonly refusal: Schema;
}

export interface Library extends Index {
  readonly definition: (name: string) => Schema;
}

const modules = join(import.meta.dirname, '..', '..', 'node_modules');
const cache = join(modules, '.cache', 'stripe-schema');

/** Makes the schemas where there are none yet for this SDK and this way of making them. */
export async function ensureSchemas(): Promise<void> {
  const folder = currentFolder();
  if (existsSync(folder)) return;
  const { makeSchemas } = await import('./generate/make-schemas.ts');
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'unfinished-'));
  write(unfinished, makeSchemas());
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process has just finished the same.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The schemas must be there. */
export function openLibrary(): Library {
  const folder = currentFolder();
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  // Written by `write` below, from these very types.
  const index = read('index') as Index;
  const shelves = new Map<string, Readonly<Record<string, Schema>>>();
  return {
    ...index,
    definition: (name) => {
      const shelf = shelfOf(name);
      const definitions = shelves.get(shelf) ?? (read(shelf) as Readonly<Record<string, Schema>>);
      shelves.set(shelf, definitions);
      const schema = definitions[name];
      if (schema === undefined) throw new Error(`There is no definition ${name}`);
      return schema;
    },
  };
}

function shelfOf(name: string): string {
  return name.slice(0, name.indexOf('#')).replaceAll('/', '.');
}

function write(folder: string, { definitions, ...index }: Schemas): void {
  const put = (name: string, content: unknown) =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
  const shelves = Map.groupBy(Object.entries(definitions), ([name]) => shelfOf(name));
  for (const [shelf, entries] of shelves) put(shelf, Object.fromEntries(entries));
  put('index', index);
}

/** Named by a digest of the SDK's version and of what turns its types into schemas. */
function currentFolder(): string {
  const hash = createHash('sha256').update(readFileSync(join(modules, 'stripe', 'package.json')));
  const sources = globSync(join(import.meta.dirname, '{generate/*.ts,library.ts,schema.ts}')).toSorted();
  for (const source of sources) hash.update(readFileSync(source));
  return join(cache, hash.digest('hex').slice(0, 16));
}
