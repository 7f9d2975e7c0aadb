// How the programs that run under Node and Electron are bundled: each into one file of its own, named by vite's mode.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { FONT_FILES, fontPath } from './documents/fonts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Sources of the bundles below `main/`, by the name that is given as vite's mode. */
const entries = {
  electron: 'hosts/electron/main.ts',
  preload: 'hosts/electron/preload.ts',
  loopback: 'hosts/loopback/main.ts',
  simulator: 'hosts/loopback/simulator-main.ts',
  'document-worker': 'documents/worker.ts',
  'backup-worker': 'backups/check-worker.ts',
} as const;

/** What cannot be bundled: Electron's runtime provides the first, the others bring native code. */
const external = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];

function isEntry(name: string): name is keyof typeof entries {
  return Object.hasOwn(entries, name);
}

function bundle(name: keyof typeof entries): UserConfig {
  const preload = name === 'preload';
  return {
    root,
    publicDir: false,
    plugins: name === 'document-worker' ? [copyFonts()] : [],
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir: join(root, 'dist', preload ? 'preload' : 'main'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      license: preload ? false : { fileName: `${name}.licenses.md` },
      rolldownOptions: {
        input: { [name]: join(root, 'main', entries[name]) },
        // A sandboxed preload script is one CommonJS file.
        output: {
          format: preload ? 'cjs' : 'es',
          entryFileNames: preload ? 'index.cjs' : '[name].js',
          codeSplitting: false,
        },
      },
    },
  };
}

/** Documents are typeset with fonts of their own, which lie beside the bundles. */
function copyFonts(): Plugin {
  return {
    name: 'copy-fonts',
    apply: 'build',
    closeBundle() {
      const target = join(root, 'dist', 'fonts');
      const nodeModules = join(root, 'node_modules');
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target, { recursive: true });
      for (const font of FONT_FILES) {
        copyFileSync(fontPath({ kind: 'packages', nodeModules }, font), join(target, font.file));
        const packageFolder = dirname(dirname(join(nodeModules, font.packagePath)));
        copyFileSync(
          join(packageFolder, 'LICENSE_FONT'),
          join(target, `${basename(packageFolder)}.licence.txt`),
        );
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  if (!isEntry(mode)) throw new Error(`--mode names what to bundle: ${Object.keys(entries).join(', ')}`);
  return bundle(mode);
});
