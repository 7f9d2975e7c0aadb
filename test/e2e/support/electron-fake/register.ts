// Loaded before the built program: whatever imports `electron` gets the stand-in beside this file.
import { registerHooks } from 'node:module';

const standIn = new URL('module.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
