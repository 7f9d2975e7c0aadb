import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

interface Trial {
  readonly machine: Machine;
  readonly commands: string[];
}

/** A machine on which the programs of `present` run; `gains` are what a command adds to them. */
function trial(
  changes: Partial<Machine>,
  present: readonly string[],
  gains: Record<string, string> = {},
): Trial {
  const programs = new Set(present);
  const commands: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    distribution: 'ID=fedora\n',
    works: (path) => programs.has(path),
    downloaded: '/cache/chrome',
    run: (program, args) => {
      const command = [
        program === process.execPath ? 'playwright' : program,
        args.includes('update') ? 'update' : 'install',
      ];
      commands.push(command.join(' '));
      const gain = gains[command.join(' ')];
      if (gain !== undefined) programs.add(gain);
      return gain !== undefined;
    },
    ...changes,
  };
  return { machine, commands };
}

test('an installed browser is taken, Chromium first', () => {
  const { machine, commands } = trial({}, ['/usr/bin/google-chrome', '/usr/bin/chromium', '/cache/chrome']);
  expect(findBrowser(machine)).toBe('/usr/bin/chromium');
  expect(commands).toEqual([]);
});

test('browsers are found where macOS and Windows keep them', () => {
  const mac = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  expect(findBrowser(trial({ platform: 'darwin' }, [mac]).machine)).toBe(mac);
  const windows = trial({ platform: 'win32', environment: { PROGRAMFILES: 'C:' } }, []).machine;
  const chrome = String.raw`Google\Chrome\Application\chrome.exe`;
  expect(findBrowser({ ...windows, works: (path) => path.endsWith(chrome) })).toContain(chrome);
});

test('Playwright’s download is the next choice, and is downloaded where it is missing', () => {
  const there = trial({}, ['/cache/chrome']);
  expect(findBrowser(there.machine)).toBe('/cache/chrome');
  expect(there.commands).toEqual([]);
  const missing = trial({}, [], { 'playwright install': '/cache/chrome' });
  expect(findBrowser(missing.machine)).toBe('/cache/chrome');
  expect(missing.commands).toEqual(['playwright install']);
});

test('root on Debian or Ubuntu installs the package', () => {
  for (const distribution of ['ID=debian\n', 'ID=mint\nID_LIKE="ubuntu debian"\n']) {
    const debian = trial({ isRoot: true, distribution }, [], { 'apt-get install': '/usr/bin/chromium' });
    expect(findBrowser(debian.machine)).toBe('/usr/bin/chromium');
    expect(debian.commands).toEqual(['playwright install', 'apt-get update', 'apt-get install']);
  }
});

test('with no way to a browser the failure names what to install', () => {
  const message = 'install Chromium, Google Chrome or Microsoft Edge';
  const user = trial({ distribution: 'ID=debian\n' }, []);
  expect(() => findBrowser(user.machine)).toThrow(message);
  expect(user.commands).toEqual(['playwright install']);
  expect(() => findBrowser(trial({ isRoot: true, distribution: 'ID=debian\n' }, []).machine)).toThrow(
    message,
  );
  expect(() => findBrowser(trial({ isRoot: true }, []).machine)).toThrow(message);
});
