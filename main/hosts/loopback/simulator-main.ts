// `npm run simulator`: Stripe on a loopback port, for the program to run against as against a separate service.
import { parseArgs } from 'node:util';
import { createSimulator } from '../../simulator/simulator.ts';
import { serveSimulator } from './simulator-server.ts';

const DEFAULT_PORT = 12_111;
const SEED = 2026;

const usage = 'Usage: npm run simulator -- [--port N] [--file F] [--seed-company] [--autopay SECONDS]';

interface Arguments {
  readonly port: number;
  readonly file: string | null;
  readonly seedCompany: boolean;
  readonly autopaySeconds: number | null;
}

function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`Not a number from ${least} to ${most}: ${text}`);
  return value;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      file: { type: 'string' },
      'seed-company': { type: 'boolean' },
      autopay: { type: 'string' },
    },
  });
  return {
    port: values.port === undefined ? DEFAULT_PORT : wholeNumber(values.port, 0, 65_535),
    file: values.file ?? null,
    seedCompany: values['seed-company'] === true,
    autopaySeconds: values.autopay === undefined ? null : wholeNumber(values.autopay, 0, 86_400),
  };
}

function schedule(delayMs: number, task: () => void): () => void {
  // Node's timers hold at most 24.8 days; what is due later is looked at again then.
  const timer = setTimeout(task, Math.min(delayMs, 2 ** 31 - 1));
  timer.unref();
  return () => clearTimeout(timer);
}

async function main(): Promise<void> {
  const options = readArguments();
  const simulator = createSimulator({
    now: () => Date.now(),
    schedule,
    seed: SEED,
    ...(options.file === null ? {} : { file: options.file }),
    ...(options.autopaySeconds === null
      ? {}
      : { autopay: { afterMs: options.autopaySeconds * 1000, share: 1 } }),
  });
  // A company is made once: a file that has customers keeps them.
  if (options.seedCompany && simulator.control.objects({ type: 'customer' }).length === 0)
    simulator.control.seedCompany();
  const running = await serveSimulator(simulator, options.port, (error) =>
    process.stderr.write(`${String(error)}\n`),
  );
  process.stdout.write(`Quittance's simulator of Stripe listens on ${running.address}\n`);
  const stop = (): void => {
    void running.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
