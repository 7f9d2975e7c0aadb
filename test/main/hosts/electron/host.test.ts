import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeSession } from '../../../support/electron/fake-contents.ts';
import { startFakeHost, type StartedHost, type StartOptions } from '../../../support/electron/start-host.ts';

let root: string;
let profile: string;
let start: (options?: StartOptions) => Promise<StartedHost>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quittance-host-'));
  profile = join(root, 'profile');
  start = (options) => startFakeHost(root, options);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the start', () => {
  test('does what must come before Electron is ready, before it is ready', async () => {
    const { electron } = await start();
    expect(electron.order.slice(0, 4)).toEqual([
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'whenReady',
    ]);
  });

  test('of a second instance ends before anything is opened', async () => {
    const { electron, ports } = await start({ firstInstance: false });
    expect(electron.order).toContain('quit');
    expect(electron.windows).toEqual([]);
    expect(ports).toThrow('not created');
  });

  test('on a folder that another process has says so and ends', async () => {
    const { electron, ports } = await start({ locked: true });
    expect(electron.errorBoxes).toEqual([expect.stringContaining('already open on')]);
    expect(electron.exitCode()).toBe(1);
    expect(ports).toThrow('not created');
  });

  test('that fails says why and ends', async () => {
    const { electron } = await start({ createApp: () => Promise.reject(new Error('The disk is full.')) });
    expect(electron.errorBoxes).toEqual(['Quittance cannot start: The disk is full.']);
    expect(electron.exitCode()).toBe(1);
  });

  test('keeps the data folder to its owner, apart from Chromium’s files', async () => {
    const { ports } = await start();
    expect(ports().directory).toBe(join(profile, 'data'));
    expect(statSync(ports().directory).mode & 0o777).toBe(0o700);
  });
});

describe('the command line', () => {
  const argv = [
    '--inspect=0',
    '.',
    '--data',
    'DATA',
    '--stripe-api',
    'http://127.0.0.1:4242',
    '--no-sandbox',
  ];

  test('is followed while developing', async () => {
    const data = join(root, 'elsewhere');
    const { electron, ports } = await start({ argv: argv.map((argument) => argument.replace('DATA', data)) });
    expect(ports().directory).toBe(data);
    expect(electron.app.getPath('userData')).toBe(join(data, 'profile'));
    expect(electron.order.indexOf('setPath userData')).toBeLessThan(
      electron.order.indexOf('requestSingleInstanceLock'),
    );
    expect(ports().stripe({ kind: 'stripe', folder: data }).options).toEqual({
      host: '127.0.0.1',
      port: 4242,
      protocol: 'http',
    });
  });

  test('cannot send the key elsewhere than this machine', async () => {
    const { electron } = await start({ argv: ['.', '--stripe-api=http://evil.example:80'] });
    expect(electron.errorBoxes).toEqual([expect.stringContaining('loopback address')]);
    expect(electron.exitCode()).toBe(1);
  });

  test('is not followed by a packaged program', async () => {
    const { ports } = await start({ argv, packaged: true });
    expect(ports().directory).toBe(join(profile, 'data'));
    expect(ports().stripe({ kind: 'stripe', folder: profile }).options).toEqual({});
    expect(ports().packaged).toBe(true);
  });
});

describe('the window', () => {
  test.each([true, false])('has exactly these preferences (packaged: %s)', async (packaged) => {
    const { electron } = await start({ packaged });
    expect(electron.windows.map((window) => window.options.webPreferences)).toEqual([
      {
        preload: join(root, 'dist', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !packaged,
      },
    ]);
  });

  test('shows the page from our scheme only, guarded, when there is something to show', async () => {
    const { electron } = await start();
    const [window] = electron.windows;
    expect(window?.loaded).toEqual(['app://bundle/']);
    expect(window?.webContents.windowOpenHandler?.()).toEqual({ action: 'deny' });
    expect(window?.calls).toEqual([]);
    window?.emit('ready-to-show');
    expect(window?.calls).toEqual(['show']);
    const response = await electron.pageHandler()(new Request('app://bundle/'));
    expect(await response.text()).toContain('page');
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });

  test('and every session refuse every permission', async () => {
    const { electron } = await start();
    const other = new FakeSession();
    electron.app.emit('session-created', other);
    for (const session of [electron.fakeSession, other]) expect(session.checkHandler?.()).toBe(false);
  });

  test('opens the next time where it was closed', async () => {
    const first = await start();
    const [window] = first.electron.windows;
    if (window === undefined) throw new Error('no window');
    window.bounds = { x: 300, y: 200, width: 1000, height: 700 };
    window.maximize();
    window.emit('close');
    const again = await start();
    expect(again.electron.windows[0]?.options).toMatchObject({ x: 300, y: 200, width: 1000, height: 700 });
    expect(again.electron.windows[0]?.calls).toEqual(['maximize']);
  });

  test('opens in the usual place when what it remembers cannot be read', async () => {
    mkdirSync(profile);
    writeFileSync(join(profile, 'window.json'), '{"window":{"x":"left"}}');
    const { electron } = await start();
    expect(electron.windows[0]?.options).toMatchObject({ width: 1280, height: 860 });
  });

  test('comes to the front when the program is started again', async () => {
    const { electron } = await start();
    const [window] = electron.windows;
    electron.app.emit('second-instance', {}, ['evil', '--data', '/tmp'], '/');
    expect(window?.calls).toEqual(['show', 'focus']);
    expect(electron.windows).toHaveLength(1);
  });

  test('closed on macOS, is opened again from the dock', async () => {
    const { electron } = await start({ platform: 'darwin' });
    electron.windows[0]?.emit('closed');
    electron.app.emit('window-all-closed');
    expect(electron.order).not.toContain('quit');
    electron.app.emit('activate');
    expect(electron.windows).toHaveLength(2);
  });

  test('whose page does not load says so in the log, and the program goes on', async () => {
    const { ports, electron } = await start({ pageFails: true });
    const log = () => readFileSync(join(ports().directory, 'logs', 'quittance.log'), 'utf8');
    await expect.poll(log).toContain('page-not-loaded');
    expect(electron.exitCode()).toBeNull();
  });

  test('gets a fresh page when its process dies, but not for ever', async () => {
    const { electron, app } = await start();
    const [window] = electron.windows;
    for (let n = 0; n < 10; n += 1)
      window?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window?.loaded).toHaveLength(4);
    expect(app.closed()).toBe(false);
  });
});

describe('calls and events', () => {
  test('connect the page and the application', async () => {
    const { electron, app } = await start();
    const contents = electron.windows[0]?.webContents;
    if (contents === undefined) throw new Error('no window');
    const answer = await electron.callFrom(
      { sender: contents, senderFrame: contents.mainFrame },
      'home.get',
      {},
    );
    expect(answer).toEqual({ ok: true, value: { name: 'home.get', input: {} } });
    app.announce({ kind: 'changed', topic: 'invoice', ids: ['in_1'] });
    const sync = electron
      .menu()
      .flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
      .find((item) => item.id === 'sync-now');
    Reflect.apply(sync?.click ?? (() => undefined), undefined, []);
    expect(contents.sent.map(({ value }) => value)).toEqual([
      { kind: 'changed', topic: 'invoice', ids: ['in_1'] },
      { kind: 'command', command: 'sync-now' },
    ]);
  });
});

describe('the end', () => {
  test('waits for the application to close, and then frees the folder', async () => {
    const { electron, app, unlocked } = await start();
    electron.windows[0]?.emit('closed');
    electron.app.emit('window-all-closed');
    expect(electron.order).toContain('will-quit prevented');
    await expect.poll(electron.exitCode).toBe(0);
    expect(app.closed()).toBe(true);
    expect(unlocked()).toBe(1);
  });

  test('of the session on Windows closes the application too', async () => {
    const { electron, app } = await start({ platform: 'win32' });
    electron.windows[0]?.emit('session-end');
    expect(app.closed()).toBe(true);
  });

  test.each(['uncaughtException', 'unhandledRejection'])(
    'by a defect (%s) is logged without secrets and said in plain words',
    async (kind) => {
      const { electron, process, ports } = await start();
      process.emit(kind, new Error('boom sk_test_canary'));
      expect(electron.exitCode()).toBe(1);
      expect(electron.errorBoxes[0]).toContain('Nothing that was accepted is lost');
      const log = readFileSync(join(ports().directory, 'logs', 'quittance.log'), 'utf8');
      expect(log).toContain('boom [key]');
      expect(log).not.toContain('canary');
    },
  );
});
