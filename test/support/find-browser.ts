// Finds a Chromium for the tests that need a real one, and gets one where there is none: such a test is never skipped.
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** Names on Linux, in the order in which they are tried. */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** What the search may do, so that a test can stand in for the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  /** ID and ID_LIKE of Linux's os-release, as one text. */
  readonly distribution: string;
  /** Whether there is a program at the path that runs. */
  readonly works: (path: string) => boolean;
  /** Where Playwright keeps its own download, there or not. */
  readonly downloaded: string;
  /** Runs a command to its end and says whether it succeeded. */
  readonly run: (program: string, args: readonly string[]) => boolean;
}

/** The path of a browser that runs. Throws an error that names what to install when there is no way to one. */
export function findBrowser(machine: Machine = thisMachine()): string {
  const found = installedBrowsers(machine).find(machine.works);
  if (found !== undefined) return found;
  if (machine.works(machine.downloaded)) return machine.downloaded;
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  if (
    machine.run(process.execPath, [playwright, 'install', 'chromium']) &&
    machine.works(machine.downloaded)
  ) {
    return machine.downloaded;
  }
  if (machine.isRoot && /\b(?:debian|ubuntu)\b/.test(machine.distribution)) {
    machine.run('apt-get', ['update']);
    machine.run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
    const packaged = installedBrowsers(machine).find(machine.works);
    if (packaged !== undefined) return packaged;
  }
  throw new Error(
    'The end-to-end tests need a browser and none was found: install Chromium, Google Chrome or Microsoft Edge.',
  );
}

function installedBrowsers({ platform, environment }: Machine): readonly string[] {
  if (platform === 'darwin') return macPrograms;
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    return folders.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)));
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function thisMachine(): Machine {
  const { platform } = process;
  const osRelease = '/etc/os-release';
  return {
    platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    distribution: platform === 'linux' && existsSync(osRelease) ? readFileSync(osRelease, 'utf8') : '',
    works: (path) => existsSync(path) && (platform !== 'linux' || tellsItsVersion(path)),
    downloaded: chromium.executablePath(),
    run: (program, args) =>
      spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0,
  };
}

/** On Linux a file of that name may be a hint to install a snap, or lack libraries; elsewhere asking would open a window. */
function tellsItsVersion(path: string): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 && /Chrom|Edge/.test(stdout);
}
