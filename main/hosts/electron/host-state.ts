// What the window remembers between runs: its place, and the folder of the last saved file. Losing it costs nothing.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type Bounds = Readonly<z.infer<typeof Bounds>>;

const HostState = z.object({
  window: Bounds.extend({ maximized: z.boolean() }).nullable(),
  lastFolder: z.string().nullable(),
});
export type HostState = Readonly<z.infer<typeof HostState>>;

export interface HostStateFile {
  readonly current: HostState;
  change(part: Partial<HostState>): void;
}

/** Reads `path`; what is missing, torn or strange counts as nothing remembered. */
export function openHostState(path: string): HostStateFile {
  let current = read(path);
  return {
    get current() {
      return current;
    },
    change(part) {
      current = { ...current, ...part };
      try {
        writeFileSync(`${path}.tmp`, JSON.stringify(current), { mode: 0o600 });
        renameSync(`${path}.tmp`, path);
      } catch {
        // A disk that refuses has its own screen; a forgotten window place does not deserve a second one.
      }
    },
  };
}

function read(path: string): HostState {
  try {
    return HostState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { window: null, lastFolder: null };
  }
}
