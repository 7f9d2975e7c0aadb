// The ports of the Electron host: the system's keychain, dialogs, notifications and browser.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Log, Notifier, Ports } from '../../ports.ts';
import type { LoopbackAddress } from '../common/arguments.ts';
import { createBackupChecker } from '../common/backups.ts';
import { createDocuments } from '../common/documents.ts';
import { createOpener } from '../common/external-address.ts';
import { systemClock, systemTimeZone } from '../common/system.ts';
import { createTransports } from '../common/transports.ts';
import type { ElectronApi, WindowLike } from './api.ts';
import { createFolderChooser } from './folder-chooser.ts';
import { createConfirmer } from './confirmer.ts';
import { createFileSaver } from './file-saver.ts';
import type { HostStateFile } from './host-state.ts';
import { createKeyVault } from './key-vault.ts';
import { createOwnerCheck } from './owner-check.ts';

export interface ElectronPortOptions<Window extends WindowLike> {
  readonly root: string;
  readonly directory: string;
  readonly platform: NodeJS.Platform;
  readonly backups: string | null;
  readonly stripeApi: LoopbackAddress | null;
  readonly log: Log;
  readonly state: HostStateFile;
  readonly window: () => Window | null;
  readonly showWindow: () => void;
}

/** Only after the application is ready. */
export function createElectronPorts<Window extends WindowLike>(
  electron: ElectronApi<Window>,
  options: ElectronPortOptions<Window>,
): Ports {
  const { app, dialog, net, safeStorage, shell } = electron;
  const { log, platform, state, stripeApi, window } = options;
  return {
    clock: systemClock,
    randomId: randomUUID,
    directory: options.directory,
    keys: createKeyVault({
      safeStorage,
      folder: join(app.getPath('userData'), 'keys'),
      platform,
      clock: systemClock,
      log,
    }),
    files: createFileSaver({ dialog, window, state, documentsFolder: app.getPath('documents') }),
    confirmer: createConfirmer(dialog, window),
    owner: createOwnerCheck(electron, platform),
    notifier: createNotifier(electron.Notification, options.showWindow),
    opener: createSystemOpener(shell, log),
    clipboard: {
      async write(text) {
        await electron.clipboard.writeText(text);
        return true;
      },
    },
    log,
    documents: createDocuments(options.root),
    backups: {
      check: createBackupChecker(options.root),
      folder: options.backups,
      chooseFolder: createFolderChooser(dialog, window),
    },
    stripe: createTransports({ stripeApi, clock: systemClock }),
    // A simulator on this machine is reached without any network.
    isOnline: () => stripeApi !== null || net.isOnline(),
    locale: app.getSystemLocale(),
    timeZone: systemTimeZone(),
    version: app.getVersion(),
    packaged: app.isPackaged,
  };
}

function createSystemOpener(shell: ElectronApi<WindowLike>['shell'], log: Log): Ports['opener'] {
  return createOpener(async (address) => {
    try {
      await shell.openExternal(address);
      return true;
    } catch (error) {
      log.error('address-not-opened', { error });
      return false;
    }
  });
}

function createNotifier(
  Notification: ElectronApi<WindowLike>['Notification'],
  showWindow: () => void,
): Notifier {
  return {
    notify({ title, body }) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      notification.on('click', showWindow);
      notification.show();
    },
  };
}
