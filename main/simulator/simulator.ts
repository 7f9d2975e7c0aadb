// Stripe in this process: the parts put together.
import { createKeys } from './api/auth.ts';
import { createFaultScript } from './api/faults.ts';
import { Handler, type LoggedRequest } from './api/handler.ts';
import type { SimulatorRequest, SimulatorResponse } from './api/message.ts';
import { seedCompany } from './company/seed.ts';
import { createControl, type Control } from './control.ts';
import { hostedPdf } from './hosted-pdf.ts';
import { createHttpClient, type StripeHttpClient } from './http-client.ts';
import { openJournal } from './journal.ts';
import { operations } from './operations.ts';
import type { SimulatorOptions } from './options.ts';
import { settingsFrom } from './settings.ts';
import { planPayouts } from './resources/payouts.ts';
import { perform } from './tasks.ts';
import { runDue } from './world/due.ts';
import { World } from './world/world.ts';

export interface Simulator {
  /** For the SDK's `httpClient` option. */
  readonly httpClient: StripeHttpClient;
  /** Rejects with a `TransportFailure` when no answer arrives. */
  handle(request: SimulatorRequest): Promise<SimulatorResponse>;
  readonly control: Control;
  /** The file behind an `invoice_pdf` address, by its path and query; null when there is none. */
  pdf(path: string): Uint8Array | null;
  close(): void;
}

const LOG_LIMIT = 10_000;

/** Keeps one timer for the earliest due task. */
function createAlarm(
  world: World,
  schedule: SimulatorOptions['schedule'],
  run: () => void,
): { set(): void; clear(): void } {
  let cancel: () => void = () => undefined;
  return {
    set() {
      cancel();
      const due = world.due.earliest();
      if (schedule !== undefined && due !== null) cancel = schedule(Math.max(0, due.at - world.nowMs()), run);
    },
    clear: () => cancel(),
  };
}

export function createSimulator(options: SimulatorOptions): Simulator {
  const world = new World(settingsFrom(options), options.now);
  for (const change of options.records ?? []) world.restore(change);
  const journal = options.file === undefined ? null : openJournal(options.file, world);
  const faults = createFaultScript();
  const keys = createKeys(options.restrictedKeys ?? {});
  const requests: LoggedRequest[] = [];
  const handler: Handler = new Handler({
    world,
    operations,
    faults,
    keys,
    log(request) {
      requests.push(request);
      if (requests.length > LOG_LIMIT) requests.shift();
    },
    runDue: () => run(),
    wait: (ms) =>
      new Promise((resolve) => (options.schedule === undefined ? resolve() : options.schedule(ms, resolve))),
  });
  const run = (): void =>
    runDue(world, (task) => perform(world, task, (late) => handler.runLate(late.request, late.keyed)));
  const alarm = createAlarm(world, options.schedule, () => {
    run();
    alarm.set();
  });
  world.onChange((changes) => {
    journal?.append(changes);
    if (changes.some((change) => change.kind === 'due')) alarm.set();
  });
  world.step(() => planPayouts(world));
  const handle = (request: SimulatorRequest): Promise<SimulatorResponse> => handler.handle(request);
  return {
    httpClient: createHttpClient(handle),
    handle,
    control: createControl({
      world,
      faults,
      keys,
      requests,
      runDue: run,
      seedCompany: ({ months } = {}) => seedCompany(world, run, months),
    }),
    pdf: (path) => hostedPdf(world, path),
    close() {
      alarm.clear();
      journal?.close();
    },
  };
}
