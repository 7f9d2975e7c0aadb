// The document engine as the build lays it out.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentEngine } from '../../documents/engine.ts';
import { createDocumentEngine } from '../../documents/typst-engine.ts';

/** `root` is the program's own folder, above `dist`. */
export function createDocuments(root: string): DocumentEngine {
  return createDocumentEngine({
    worker: pathToFileURL(join(root, 'dist', 'main', 'document-worker.js')),
    fonts: { kind: 'folder', path: join(root, 'dist', 'fonts') },
  });
}
