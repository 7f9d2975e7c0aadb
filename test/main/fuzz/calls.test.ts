// Every call of the contract against a thousand inputs: whatever comes, it is answered, or refused in words without a trace.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type CallName, calls } from '../../../shared/contract/calls.ts';
import { keepFigure } from '../../figures/figures.ts';
import { fuzzCall } from '../../support/fuzz/fuzz-call.ts';
import { knownIds, smallBusiness } from '../../support/fuzz/small-business.ts';
import { startProgram } from '../../support/program.ts';

const INPUTS = 1000;

// `Object.keys` forgets what it lists.
const names = Object.keys(calls) as CallName[];

/** They change which books are open, and are tried where none are. */
const ofTheProgram = names.filter((name) =>
  /^(?:books\.(?:open|close|openSample|openReadOnly)$|stripe\.|backups\.restore)/.test(name),
);
const inBooks = names.filter((name) => !ofTheProgram.includes(name));

/** Their right input says nothing but "do it", and doing it takes long: a few times are enough. */
const SLOW: ReadonlySet<CallName> = new Set([
  'books.verify',
  'books.export',
  'books.exportTo',
  'books.pack',
  'reports.export',
  'backups.make',
  'backups.restore',
]);

test(`in open books every call stands ${INPUTS} inputs`, async () => {
  const program = await smallBusiness();
  const known = await knownIds(program);
  // Without a key nothing goes on by itself, so that each change has a cause.
  await program.call('stripe.forgetKey', { commandId: randomUUID() });
  let accepted = 0;
  for (const name of inBooks) {
    const counts = await fuzzCall(program, name, { inputs: INPUTS, known, weight: SLOW.has(name) ? 0 : 5 });
    accepted += counts.accepted;
  }
  keepFigure('fuzzed-calls', inBooks.length);
  keepFigure('fuzz-inputs', inBooks.length * INPUTS);
  console.log(
    `Fuzzed: ${inBooks.length} calls, ${inBooks.length * INPUTS} inputs, ${accepted} of them accepted`,
  );
  expect(accepted).toBeGreaterThan(inBooks.length * 100);
});

test('where no books are open every call stands them too', async () => {
  const program = await startProgram();
  let refused = 0;
  for (const name of ofTheProgram) {
    const weight = name === 'books.openSample' ? 0 : 5;
    refused += (await fuzzCall(program, name, { inputs: INPUTS, known: [], weight })).refused;
  }
  keepFigure('fuzzed-calls', ofTheProgram.length);
  keepFigure('fuzz-inputs', ofTheProgram.length * INPUTS);
  expect(refused).toBeGreaterThan(ofTheProgram.length * 100);
});

test('what is accepted reaches Stripe as Stripe takes it, or is refused there in words', async () => {
  const program = await smallBusiness();
  const known = await knownIds(program);
  for (const name of inBooks) {
    if (calls[name].kind === 'query') continue;
    await fuzzCall(program, name, { inputs: 100, known, weight: 20, isBusy: true });
    await program.clock.advance(60_000);
  }
  // The requests were held to Stripe's types on their way.
  expect(program.simulator.control.requests().length).toBeGreaterThan(300);
  expect(program.logLines.filter((line) => line.includes('"defect"'))).toEqual([]);
});
