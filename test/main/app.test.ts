// The application as a whole: what it keeps of a call once it is answered.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { startProgram } from '../support/program.ts';

/** Runs the garbage collector, which Node offers to whoever asks for it by a flag. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('Node does not offer its garbage collector');
  for (let turn = 0; turn < 5; turn += 1) {
    await nextTurn();
    Reflect.apply(collect, undefined, []);
  }
}

it('keeps no reply once it is given', async () => {
  const program = await startProgram();
  const ask = async (): Promise<WeakRef<object>> => new WeakRef(await program.dispatch('app.state', {}));
  const first = await ask();
  await ask();
  await collectGarbage();
  expect(first.deref()).toBeUndefined();
});
