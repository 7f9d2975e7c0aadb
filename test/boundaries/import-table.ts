// Who may import whom, as a table: architecture in a form that a test can hold the sources to.

/** Starts of paths: a folder ends in a slash, a file is whole, `plan` stands for every file that begins so. */
export interface Layer {
  readonly folder: string;
  /** Starts of the paths in main/ that it may import, besides itself and the vocabulary. */
  readonly imports: readonly string[];
}

/** Shapes and pure words that everything in main/ but the simulator may import; they import only each other and shared/. */
export const vocabulary: readonly string[] = [
  'main/ports.ts',
  'main/refusal.ts',
  'main/redact.ts',
  'main/documents/engine.ts',
  'main/documents/file-content.ts',
  'main/backups/check.ts',
  'main/outbox/step.ts',
  'main/stripe/request.ts',
  'main/stripe-page.ts',
];

/** A host joins the application with the outside; the lock on the data folder is taken before the application exists. */
const ofAHost = [
  'main/app.ts',
  'main/dispatch.ts',
  'main/hosts/common/',
  'main/documents/',
  'main/simulator/',
  'main/store/folder-lock.ts',
];

/** The first layer whose folder a path begins with is the path's own. */
export const layers: readonly Layer[] = [
  { folder: 'main/store/', imports: [] },
  { folder: 'main/stripe/', imports: [] },
  { folder: 'main/bank/', imports: [] },
  { folder: 'main/documents/', imports: [] },
  { folder: 'main/simulator/', imports: [] },
  { folder: 'main/books/', imports: ['main/store/'] },
  { folder: 'main/backups/', imports: ['main/store/', 'main/books/', 'main/documents/write-file.ts'] },
  { folder: 'main/exports/', imports: ['main/store/', 'main/books/'] },
  { folder: 'main/sync/', imports: ['main/store/', 'main/stripe/', 'main/books/'] },
  {
    folder: 'main/outbox/',
    imports: ['main/store/', 'main/stripe/', 'main/sync/apply', 'main/sync/changes.ts'],
  },
  {
    folder: 'main/invoicing/',
    imports: [
      'main/store/',
      'main/outbox/plan',
      'main/outbox/enqueue.ts',
      'main/outbox/explain.ts',
      'main/outbox/references.ts',
      'main/outbox/reflect.ts',
      'main/sync/changes.ts',
      'main/bank/',
      'main/books/',
      'main/exports/',
      'main/documents/',
    ],
  },
  { folder: 'main/hosts/start', imports: [] },
  {
    folder: 'main/hosts/common/',
    imports: ['main/app.ts', 'main/backups/', 'main/documents/', 'main/simulator/'],
  },
  { folder: 'main/hosts/electron/', imports: ofAHost },
  { folder: 'main/hosts/loopback/', imports: ofAHost },
  { folder: 'main/vite.config.ts', imports: ['main/documents/fonts.ts'] },
  {
    folder: 'main/',
    imports: [
      'main/store/',
      'main/stripe/',
      'main/documents/',
      'main/backups/',
      'main/books/',
      'main/exports/',
      'main/sync/',
      'main/outbox/',
      'main/invoicing/',
    ],
  },
];

/** Packages and modules of Node that only the named places may import. */
export const reserved: readonly {
  readonly packages: readonly string[];
  readonly from: readonly string[];
  /** Places that may import its types, which leave nothing in the program. */
  readonly typesFrom?: readonly string[];
}[] = [
  { packages: ['better-sqlite3'], from: ['main/store/'] },
  { packages: ['stripe'], from: ['main/stripe/'], typesFrom: ['main/simulator/', 'main/ports.ts'] },
  { packages: ['electron'], from: ['main/hosts/electron/'] },
  { packages: ['@myriaddreamin/typst-ts-node-compiler'], from: ['main/documents/'] },
  {
    packages: ['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram'],
    from: ['main/hosts/loopback/'],
    typesFrom: ['main/'],
  },
  { packages: ['node:child_process'], from: ['main/hosts/'] },
  { packages: ['saxes'], from: ['main/bank/'] },
  { packages: ['pino'], from: ['main/hosts/common/'] },
  // Schemas are for the edge of main: the page would only carry their weight.
  { packages: ['zod'], from: ['shared/contract/', 'main/'], typesFrom: ['shared/', 'renderer/'] },
  { packages: ['vite'], from: ['main/vite.config.ts', 'renderer/vite.config.ts', 'main/hosts/start'] },
];
