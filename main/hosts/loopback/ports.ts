// The ports of the loopback host: a key in memory only, files as downloads of the page, addresses in the system's browser.
import { randomUUID } from 'node:crypto';
import type { KeyVault, Log, Notifier, Ports } from '../../ports.ts';
import { createBackupChecker } from '../common/backups.ts';
import { createDocuments } from '../common/documents.ts';
import { createOpener } from '../common/external-address.ts';
import { systemClock, systemLocale, systemTimeZone } from '../common/system.ts';
import { createTransports } from '../common/transports.ts';
import type { LoopbackAddress } from '../common/arguments.ts';
import type { Tickets } from './tickets.ts';

/** A vault for hosts that have no keychain: it forgets everything with the process. */
export function createMemoryVault(): KeyVault {
  const secrets = new Map<string, string>();
  return {
    keeps: 'session',
    load: (slot) => Promise.resolve(secrets.get(slot) ?? null),
    save(slot, secret) {
      secrets.set(slot, secret);
      return Promise.resolve('session');
    },
    forget(slot) {
      secrets.delete(slot);
      return Promise.resolve();
    },
  };
}

/** The page shows what has happened by itself; a browser's own notifications would need a permission that we refuse. */
const silentNotifier: Notifier = { notify: () => undefined };

export interface LoopbackPortOptions {
  /** The program's own folder, above `dist`. */
  readonly root: string;
  readonly directory: string;
  /** Where backups go; null leaves them in the data folder. */
  readonly backups: string | null;
  readonly stripeApi: LoopbackAddress | null;
  readonly tickets: Tickets;
  readonly log: Log;
  readonly version: string;
  readonly open: (address: string) => Promise<boolean>;
}

export function createLoopbackPorts(options: LoopbackPortOptions): Ports {
  return {
    clock: systemClock,
    randomId: randomUUID,
    directory: options.directory,
    keys: createMemoryVault(),
    files: options.tickets.saver,
    notifier: silentNotifier,
    opener: createOpener(options.open),
    // This process may run where there is no desktop: the page's browser has a clipboard.
    clipboard: { write: () => Promise.resolve(false) },
    // Its only window is the page, so the page's own questions have to do.
    confirmer: { confirm: () => Promise.resolve(true) },
    // A browser's page knows no owner of the computer.
    owner: null,
    log: options.log,
    documents: createDocuments(options.root),
    // The page must not name a folder, and a browser has no dialog for one: it is given at the start.
    backups: { check: createBackupChecker(options.root), folder: options.backups, chooseFolder: null },
    stripe: createTransports({ stripeApi: options.stripeApi, clock: systemClock }),
    // Node cannot tell; "true" is the answer that promises nothing.
    isOnline: () => true,
    locale: systemLocale(),
    timeZone: systemTimeZone(),
    version: options.version,
    packaged: false,
  };
}
