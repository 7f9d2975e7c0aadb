// Keeps a simulator's world in a file: one line per step, written through before its answer is given, compacted when opened.
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { Change, World } from './world/world.ts';

export interface Journal {
  append(changes: readonly Change[]): void;
  close(): void;
}

type Line = readonly Change[];

/** The steps of a file. A last line without its end was never answered and is dropped. */
export function readSteps(file: string): readonly Line[] {
  const text = readFileSync(file, 'utf8');
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  return (
    complete
      .split('\n')
      .filter((line) => line !== '')
      // The journal is written by this module alone; what it holds are the changes of a world.
      .map((line) => JSON.parse(line) as Line)
  );
}

function writeAll(file: string, world: World): void {
  const temporary = `${file}.new`;
  const descriptor = openSync(temporary, 'w', 0o600);
  for (const changes of world.everything()) writeSync(descriptor, `${JSON.stringify(changes)}\n`);
  fdatasyncSync(descriptor);
  closeSync(descriptor);
  renameSync(temporary, file);
}

/** Fills the world from the file, if there is one, and records its changes from then on. */
export function openJournal(file: string, world: World): Journal {
  if (existsSync(file)) {
    for (const step of readSteps(file)) for (const change of step) world.restore(change);
  }
  writeAll(file, world);
  const descriptor = openSync(file, 'a', 0o600);
  return {
    append(changes) {
      writeSync(descriptor, `${JSON.stringify(changes)}\n`);
      fdatasyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}
