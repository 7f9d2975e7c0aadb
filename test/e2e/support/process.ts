// Child processes of the end-to-end suite: started from the build, read, and ended for certain.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** Everything printed so far, both streams. */
  output(): string;
  /** The first match of `pattern` in what is printed. Rejects when the process ends without it. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Holds what a simulator in the process is asked and answers to Stripe's types. */
const watch = new URL('../../stripe-schema/watch-process.ts', import.meta.url).href;
const endWithTest = new URL('end-with-test.ts', import.meta.url).href;

/** Starts Node with `args`, in the zone and language that the stories are written for. It ends with this process at the latest. */
export function startNode(args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--import', endWithTest, '--import', watch, ...args], {
    cwd: root,
    env: { ...process.env, TZ: 'Europe/Berlin', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    listeners.forEach((listener) => listener());
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    child,
    output: () => output,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        child.once('close', () =>
          reject(new Error(`The process ended without ${String(pattern)}:\n${output}`)),
        );
        look();
      }),
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}
