// How the page is bundled: hashed files under one strict content security policy, so nothing inline and nothing from elsewhere.
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/**
 * Takes from each icon what only other programs need: names to style it by, former names, and keys by which a drawing that
 * changes would be told apart. Chosen at random, such words hardly compress.
 */
const bareIcons: Plugin = {
  name: 'bare-icons',
  apply: 'build',
  transform: {
    filter: { id: /lucide-react\/dist\/esm\/icons\// },
    handler: (code) =>
      code
        .replaceAll(/,\s*key: "[^"]*"/g, '')
        .replace(/\bname: "[^"]*",/, '')
        .replace(/,\s*aliases: \[[^\]]*\]/, ''),
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  // The page's own addresses are several levels deep, so its files are named from the top.
  base: '/',
  plugins: [react(), bareIcons, optimizeLocales.vite({ locales: ['en-US'] })],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    // Of Electron 45; Chrome and Edge of the same year, for the loopback host.
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet of styles compresses better than several, and a screen that is opened later finds its own there.
    cssCodeSplit: false,
    reportCompressedSize: false,
    // One page, read from the disk at once; its whole weight is held to a limit by a test.
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licenses.md' },
  },
});
