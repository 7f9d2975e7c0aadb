// The demo's Stripe: a simulator in this process with a whole company in it, kept in one file beside the demo's books.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, StripeTransport } from '../../ports.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { pathOf } from './download.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { makePrivateFolder } from './system.ts';

/** Same seed, same company, but for the day on which its history ends. */
const seed = 2026;

/** Customers of the demo pay soon, so that an invoice is seen to become paid. */
const autopay = { afterMs: 20_000, share: 1 } as const;

/** Debits take as long as with real banks; the demo's time can be moved forward. */
const debitBusinessDays = [2, 4] as const;

const disputesDecidedAfterDays = 60;

/** As it stands on the invoices of the demo's company. */
const account = {
  business_profile: {
    support_address: { line1: 'Fischmarkt 9', postal_code: '22767', city: 'Hamburg', country: 'DE' },
    support_email: 'studio@hafenlicht.example',
    support_phone: '+49 40 5550 1234',
    url: 'https://hafenlicht.example',
  },
} as const;

/** Opens the demo's simulator in `folder`; the first time, its company is made. Throws the system's error when it cannot be kept. */
export function createDemoTransport(folder: string, clock: Clock): StripeTransport {
  makePrivateFolder(folder);
  const file = join(folder, 'simulator.jsonl');
  const options: SimulatorOptions = {
    now: () => clock.now(),
    seed,
    autopay,
    account,
    debitBusinessDays,
    disputesDecidedAfterDays,
  };
  if (!existsSync(file)) makeCompany(file, options);
  const schedule = (delayMs: number, task: () => void) => clock.schedule(delayMs, task);
  const simulator = createSimulator({ ...options, file, schedule });
  return {
    options: { httpClient: simulator.httpClient },
    download: (address) => Promise.resolve(simulator.pdf(pathOf(address))),
    close: () => simulator.close(),
    practice: {
      aheadMs: () => {
        // This clock first: read second it may have gone on, and the other would seem to be behind.
        const here = clock.now();
        return simulator.control.now() - here;
      },
      advance: (ms) => simulator.control.advance({ ms }),
      outcomes: (invoice) => simulator.control.outcomes({ invoice }),
      pay: (invoice, outcome) => simulator.control.payInvoice({ invoice, outcome }),
    },
  };
}

/** Under another name until it is whole: half a company, left by a crash, would be taken for a finished one. */
function makeCompany(file: string, options: SimulatorOptions): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const simulator = createSimulator({ ...options, file: unfinished });
  simulator.control.seedCompany();
  simulator.close();
  renameSync(unfinished, file);
}
