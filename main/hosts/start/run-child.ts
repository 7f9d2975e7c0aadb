// Runs a program in the foreground as if it had been started itself: same terminal, same signals, same exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface ChildEnd {
  readonly exitCode: number;
  /** The system could not load the program or the program gave up at once for want of something in the system. */
  readonly couldNotStart: boolean;
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a shell reports for a missing program or shared library. */
const notFound = 127;

/** How Chromium ends itself when its sandbox or display is not to be had. */
const abortSignals: readonly (NodeJS.Signals | null)[] = ['SIGTRAP', 'SIGABRT', 'SIGILL'];

export function runChild(executable: string, args: readonly string[]): Promise<ChildEnd> {
  const child = spawn(executable, args, { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => {
    child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, forward);
  return new Promise((resolve) => {
    const end = (result: ChildEnd) => {
      for (const signal of passedOn) process.off(signal, forward);
      resolve(result);
    };
    child.once('error', () => end({ exitCode: notFound, couldNotStart: true }));
    child.once('exit', (code, signal) => {
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      end({ exitCode, couldNotStart: code === notFound || abortSignals.includes(signal) });
    });
  });
}
