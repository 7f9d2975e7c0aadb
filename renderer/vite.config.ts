// How the page is bundled: hashed files under one strict content security policy, so nothing inline and nothing from elsewhere.
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  // The page's own addresses are several levels deep, so its files are named from the top.
  base: '/',
  plugins: [react(), optimizeLocales.vite({ locales: ['en-US'] })],
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
