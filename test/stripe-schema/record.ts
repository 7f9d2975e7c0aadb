// What was held to Stripe's types, written down as it happens: processes are killed in the middle, and many share one run.
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Held } from './net.ts';

/** The environment's name for the folder in which the processes of a test write. */
export const RECORD = 'QUITTANCE_STRIPE_RECORD';

export const nothingHeld: Held = { requests: 0, answers: 0, violations: [] };

export function addHeld(a: Held, b: Held): Held {
  return {
    requests: a.requests + b.requests,
    answers: a.answers + b.answers,
    violations: [...a.violations, ...b.violations],
  };
}

/** Writes to a file of its own in `folder`, which is made when there is something to write. */
export function openRecord(folder: string): (held: Held) => void {
  const file = join(folder, `${randomUUID()}.jsonl`);
  let isThere = false;
  return (held) => {
    if (!isThere) mkdirSync(folder, { recursive: true });
    isThere = true;
    appendFileSync(file, `${JSON.stringify(held)}\n`);
  };
}

/** All that was written in a folder and below it. A line that a process died over counts as nothing. */
export function readRecord(folder: string): Held {
  if (!existsSync(folder)) return nothingHeld;
  const files = globSync(join(folder, '**', '*.jsonl'));
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(0, -1));
  // Written by `openRecord`, and nobody else writes there.
  return lines.map((line) => JSON.parse(line) as Held).reduce(addHeld, nothingHeld);
}

export function summary({ requests, answers, violations }: Held): string {
  const count = new Intl.NumberFormat('en');
  const held = `${count.format(answers)} answers of the simulator and ${count.format(requests)} requests`;
  return `${held} held to Stripe's types: ${count.format(violations.length)} violations`;
}
