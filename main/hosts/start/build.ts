// Builds the parts of the program that are stale, and remembers what each was built from.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { fingerprint } from './fingerprint.ts';
import { parts, type Part } from './parts.ts';

const Stamps = z.record(z.string(), z.string());

/** The stale ones of `parts`, each with the fingerprint of the sources it would be built from. */
export function staleParts(root: string): readonly { readonly part: Part; readonly stamp: string }[] {
  const stamps = readStamps(root);
  const prints = new Map<string, string>();
  return parts.flatMap((part) => {
    const key = part.sources.join();
    const stamp = prints.get(key) ?? fingerprint(root, part.sources);
    prints.set(key, stamp);
    return stamps[part.name] === stamp && existsSync(join(root, part.output)) ? [] : [{ part, stamp }];
  });
}

/** Some parts did not build; the message says which and why. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/**
 * Builds what is stale, or what is stale of `names`, and returns the names of what was built. Rejects with `BuildError` once
 * every part has been tried.
 */
export async function buildStale(root: string, names?: readonly string[]): Promise<readonly string[]> {
  const stale = staleParts(root).filter(({ part }) => names?.includes(part.name) ?? true);
  if (stale.length === 0) return [];
  const failures = await asProduction(() => buildParts(root, stale));
  if (failures.length > 0) throw new BuildError(`Not everything could be built.\n${failures.join('\n')}`);
  return stale.map(({ part }) => part.name);
}

type StaleParts = ReturnType<typeof staleParts>;

/** What did not build, part by part, in words. */
async function buildParts(root: string, stale: StaleParts): Promise<readonly string[]> {
  const { build } = await import('vite');
  const failures: string[] = [];
  for (const { part, stamp } of stale) {
    try {
      await build({ configFile: join(root, part.config), mode: part.mode, logLevel: 'warn' });
      writeStamp(root, part.name, stamp);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push(`${part.name}: ${stripVTControlCharacters(message)}`);
    }
  }
  return failures;
}

/** Libraries have slower and larger builds of themselves for development and tests, which vite chooses by this variable. */
async function asProduction<Result>(task: () => Promise<Result>): Promise<Result> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await task();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function stampFile(root: string): string {
  return join(root, 'dist', 'built-from.json');
}

/** Stamps that cannot be read are as good as none: everything is built again. */
function readStamps(root: string): Readonly<Record<string, string>> {
  if (!existsSync(stampFile(root))) return {};
  try {
    return Stamps.parse(JSON.parse(readFileSync(stampFile(root), 'utf8')));
  } catch {
    return {};
  }
}

function writeStamp(root: string, name: string, stamp: string): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), JSON.stringify({ ...readStamps(root), [name]: stamp }, null, 2));
}
