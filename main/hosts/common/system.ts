// What both hosts take from the operating system in the same way: the clock, the zone, and a private data folder.
import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../ports.ts';

/** Longer delays overflow Node's timers and would run at once. */
const longestDelayMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(task, Math.min(delayMs, longestDelayMs));
    return () => clearTimeout(timer);
  },
};

/** IANA name of the system's time zone. */
export function systemTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** BCP 47 tag under which Node itself runs. */
export function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

/** Makes the folder where missing, readable by its owner only. Throws the system's error when it cannot. */
export function makePrivateFolder(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(directory, 0o700);
}

/** Where Electron keeps this program's files, so that both hosts find the same books. */
export function defaultProfile(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Quittance');
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Quittance');
    default:
      return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Quittance');
  }
}

/** The data folder inside a profile: apart from what Chromium keeps there. */
export function dataFolder(profile: string): string {
  return join(profile, 'data');
}
