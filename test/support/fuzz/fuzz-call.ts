// Throws made-up inputs at one call and holds every answer to what is promised: typed, in words, and no change without a yes.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CallName, calls } from '../../../shared/contract/calls.ts';
import { CallError, type Result } from '../../../shared/contract/errors.ts';
import { type Program, TEST_KEY } from '../program.ts';
import { inputsOf, type KnownTexts } from './shapes.ts';

export interface FuzzOptions {
  readonly inputs: number;
  readonly known: KnownTexts;
  /** So many of `weight + 4` inputs have the right shape. */
  readonly weight: number;
  /** The program has work of its own, so a change may have another cause. */
  readonly isBusy?: boolean;
}

export interface FuzzedCall {
  /** How many inputs were answered with a value. */
  readonly accepted: number;
  readonly refused: number;
}

/** Fails with the first input that breaks a promise; the same inputs every time. */
export async function fuzzCall(program: Program, name: CallName, options: FuzzOptions): Promise<FuzzedCall> {
  const counts = { accepted: 0, refused: 0 };
  const { kind, input } = calls[name];
  let before = traceOf(program);
  await fc.assert(
    fc.asyncProperty(inputsOf(input, options.known, options.weight), async (value) => {
      const reply = await program.dispatch(name, value);
      counts[reply.ok ? 'accepted' : 'refused'] += 1;
      const after = traceOf(program);
      const mayWrite = options.isBusy === true || (reply.ok && kind === 'command');
      const wrong = wrongWith(reply, mayWrite || after === before);
      if (wrong !== null) throw new Error(`${wrong}: ${program.logLines.at(-1) ?? ''}`);
      before = after;
    }),
    // Shrinking takes minutes here; the seed names the input.
    { numRuns: options.inputs, seed: seedOf(name), endOnFailure: true },
  );
  return counts;
}

function wrongWith(reply: Result<unknown>, isUnchanged: boolean): string | null {
  if (!isUnchanged) return 'Something was written';
  if (reply.ok) return null;
  if (!CallError.safeParse(reply.error).success) return 'The refusal is none of the contract';
  if (reply.error.kind === 'bug') return 'A defect';
  return JSON.stringify(reply.error).includes(TEST_KEY) ? 'The key came out' : null;
}

/** The same inputs every time, and others for every call. */
function seedOf(name: string): number {
  return Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce(
    (seed, code) => (seed * 31 + code) % 2 ** 31,
    7,
  );
}

/** When any file of the data folder was last written, and what has been asked of Stripe. Reading from it, and noting that, is no change. */
function traceOf({ directory, simulator }: Program): string {
  const written = filesIn(directory).map((file) => {
    const { mtimeNs, size } = statSync(file, { bigint: true });
    return `${file} ${mtimeNs} ${size}`;
  });
  return [...written, simulator.control.requests().filter(isWrite).length].join('\n');
}

/** Asked after each input: Node's own recursion asks once more for every file what it is. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.includes('requests'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

function isWrite({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method !== 'GET' && !path.endsWith('/create_preview');
}
