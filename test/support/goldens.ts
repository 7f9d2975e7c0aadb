// Books as programs of each earlier schema left them: compressed files that are made once and never again.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export function goldenPath(version: number): string {
  return fileURLToPath(
    new URL(`../crashes/golden/v${String(version).padStart(2, '0')}.db.gz`, import.meta.url),
  );
}

export function readGolden(version: number): Buffer {
  return gunzipSync(readFileSync(goldenPath(version)));
}

/** The versions of which there is one, from 1 on. */
export function goldenVersions(): readonly number[] {
  const versions: number[] = [];
  for (let version = 1; existsSync(goldenPath(version)); version += 1) versions.push(version);
  return versions;
}
