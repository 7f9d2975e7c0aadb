// The SDK's own type definitions, read by the compiler.
import { join } from 'node:path';
import ts from 'typescript-5';

export const sdkFolder = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'stripe', 'esm');

export interface Sdk {
  readonly checker: ts.TypeChecker;
  readonly sources: readonly ts.SourceFile[];
}

export function readSdk(): Sdk {
  const program = ts.createProgram([join(sdkFolder, 'stripe.core.d.ts')], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    strict: true,
    noEmit: true,
  });
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(sdkFolder));
  return { checker: program.getTypeChecker(), sources };
}
