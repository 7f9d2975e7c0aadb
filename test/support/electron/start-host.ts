// Starts the Electron host on a stand-in for Electron and for the application.
import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../../main/app.ts';
import { startHost } from '../../../main/hosts/electron/host.ts';
import type { Ports } from '../../../main/ports.ts';
import { createHostApp, type HostApp } from '../host-app.ts';
import { createFakeElectron, type FakeElectron, type FakeElectronOptions } from './fake.ts';

export interface StartedHost {
  readonly electron: FakeElectron;
  readonly app: HostApp;
  /** What the application was given. Throws when it was never created. */
  readonly ports: () => Ports;
  readonly process: EventEmitter;
  /** How often the data folder was given back. */
  readonly unlocked: () => number;
}

export interface StartOptions extends Partial<FakeElectronOptions> {
  readonly argv?: readonly string[];
  readonly platform?: NodeJS.Platform;
  /** Another process has the data folder. */
  readonly locked?: boolean;
  readonly createApp?: () => Promise<App>;
}

/** Runs the host as far as it comes. The program's folder is `root`; its profile is `root/profile`. */
export async function startFakeHost(root: string, options: StartOptions = {}): Promise<StartedHost> {
  mkdirSync(join(root, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(root, 'dist', 'renderer', 'index.html'), '<!doctype html>page');
  const electron = createFakeElectron({ profile: join(root, 'profile'), ...options });
  const app = createHostApp();
  const process = new EventEmitter();
  let given: Ports | null = null;
  let unlocked = 0;
  const running = startHost(electron, {
    argv: options.argv ?? ['.'],
    platform: options.platform ?? 'linux',
    root,
    process,
    createApp: (ports) => {
      given = ports;
      return options.createApp === undefined ? Promise.resolve(app) : options.createApp();
    },
    lockFolder: () => (options.locked === true ? null : () => void (unlocked += 1)),
  });
  electron.becomeReady();
  await running;
  const ports = (): Ports => {
    if (given === null) throw new Error('The application was not created');
    return given;
  };
  return { electron, app, ports, process, unlocked: () => unlocked };
}
