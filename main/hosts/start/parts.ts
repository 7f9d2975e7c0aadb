// What the program is built of: each part with the sources it is made from and the file that shows it is there.

export interface Part {
  readonly name: string;
  /** Vite's configuration, below the root. */
  readonly config: string;
  readonly mode: string;
  /** Folders and files, below the root, whose change makes the part stale. */
  readonly sources: readonly string[];
  /** The part's main file, below the root. */
  readonly output: string;
}

/** What decides the versions of everything that is bundled. */
const pins = ['package.json', 'package-lock.json'];

const page: Part = {
  name: 'renderer',
  config: 'renderer/vite.config.ts',
  mode: 'production',
  sources: ['renderer', 'shared', ...pins],
  output: 'dist/renderer/index.html',
};

function program(name: string, output: string): Part {
  return { name, config: 'main/vite.config.ts', mode: name, sources: ['main', 'shared', ...pins], output };
}

export const parts: readonly Part[] = [
  page,
  program('electron', 'dist/main/electron.js'),
  program('preload', 'dist/preload/index.cjs'),
  program('loopback', 'dist/main/loopback.js'),
  program('simulator', 'dist/main/simulator.js'),
  program('document-worker', 'dist/main/document-worker.js'),
  program('backup-worker', 'dist/main/backup-worker.js'),
];
