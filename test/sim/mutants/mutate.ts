// Loaded before anything else in a process that is to simulate a wrong program: changes one of its files on the way in.
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutated, MUTANTS } from './mutants.ts';

const mutant = MUTANTS.find(({ name }) => name === process.env['QUITTANCE_MUTANT']);
if (!mutant) throw new Error('There is no such mutant');

const path = join(import.meta.dirname, '../../..', mutant.file);
const address = pathToFileURL(path).href;

registerHooks({
  load(url, context, next) {
    if (url !== address) return next(url, context);
    const source = stripTypeScriptTypes(mutated(mutant, readFileSync(path, 'utf8')));
    return { format: 'module', source, shortCircuit: true };
  },
});
