// How large the page's scripts and styles are on the wire.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = 'dist/renderer/assets';

/** What the page loads first and later together, gzipped, in kB; fonts and pictures are not scripts. */
export function bundleKilobytes(): number {
  const files = readdirSync(ASSETS).filter((name) => /\.(js|css)$/.test(name));
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0);
  return bytes / 1000;
}
