// The built page as a fixed map from request path to bytes, read once at the start: hosts never join a path from a request.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface BundleFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** The name carries a hash of the content, so a copy never goes stale. */
  readonly immutable: boolean;
}

export type Bundle = ReadonlyMap<string, BundleFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Reads every file of the built page below `directory`. Throws when there is no `index.html` among them. */
export function readBundle(directory: string): Bundle {
  const bundle = new Map<string, BundleFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join('/')}`;
    bundle.set(path, {
      bytes: new Uint8Array(readFileSync(file)),
      mediaType,
      immutable: path.startsWith('/assets/'),
    });
  }
  if (!bundle.has('/index.html'))
    throw new Error(`The page has not been built: no index.html in ${directory}`);
  return bundle;
}

/** The file for a request's undecoded path. Addresses of the page's own router are behind its `#` and never asked for. */
export function findFile(bundle: Bundle, path: string): BundleFile | null {
  return bundle.get(path === '/' ? '/index.html' : path) ?? null;
}
