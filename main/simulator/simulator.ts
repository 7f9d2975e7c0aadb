// Stripe in this process: the parts put together.
import { createFaultScript } from './api/faults.ts';
import { Handler, type LoggedRequest } from './api/handler.ts';
import type { SimulatorRequest, SimulatorResponse } from './api/message.ts';
import { seedCompany } from './company/seed.ts';
import { createControl, type Control } from './control.ts';
import { hostedPdf } from './hosted-pdf.ts';
import { createHttpClient, type StripeHttpClient } from './http-client.ts';
import { openJournal } from './journal.ts';
import { operations } from './operations.ts';
import type { Settings, SimulatorOptions } from './options.ts';
import { usualRules } from './rules.ts';
import { planPayouts } from './resources/payouts.ts';
import { perform } from './tasks.ts';
import { runDue } from './world/due.ts';
import { token } from './world/ids.ts';
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

const API_VERSION = '2026-10-28.endive';
const TEST_DEBIT_MS = 15_000;
/** Stripe's recommended default: eight tries within two weeks; which days it picks is its own secret. */
const RETRY_DAYS = [1, 3, 5, 7, 9, 11, 14] as const;
const LOG_LIMIT = 10_000;

function settingsFrom(options: SimulatorOptions): Settings {
  return {
    seed: options.seed,
    accountId: `acct_1${token(options.seed, 0, 15)}`,
    country: options.account?.country ?? 'DE',
    defaultCurrency: options.account?.default_currency ?? 'eur',
    displayName: options.account?.display_name ?? 'Hafenlicht Studio',
    businessProfile: options.account?.business_profile ?? null,
    keys: options.keys ?? null,
    autopay: options.autopay ?? null,
    asyncCapture: options.asyncCapture ?? true,
    accountApiVersion: options.accountApiVersion ?? API_VERSION,
    debitDelayMs: options.debitDelayMs ?? TEST_DEBIT_MS,
    debitBusinessDays: options.debitBusinessDays ?? null,
    disputesDecidedAfterDays: options.disputesDecidedAfterDays ?? null,
    rules: { ...usualRules, ...options.rules },
    billing: { retryDays: RETRY_DAYS, afterRetries: 'canceled', ...options.billing },
  };
}

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
  const journal = options.file === undefined ? null : openJournal(options.file, world);
  const faults = createFaultScript();
  const revokedKeys = new Set<string>();
  const requests: LoggedRequest[] = [];
  const handler: Handler = new Handler({
    world,
    operations,
    faults,
    revokedKeys,
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
      revokedKeys,
      requests,
      runDue: run,
      seedCompany: () => seedCompany(world, run),
    }),
    pdf: (path) => hostedPdf(world, path),
    close() {
      alarm.clear();
      journal?.close();
    },
  };
}
