// The stand-in for the `electron` module in the program's process: windows, dialogs and requests are asked of the test, which has a browser.
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type {
  BrowserWindowConstructorOptions,
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
} from 'electron';
import type { AppLike, ElectronApi } from '../../../../main/hosts/electron/api.ts';
import { createFrame, FakeSession } from '../../../support/electron/fake-contents.ts';
import { createFakeOwner } from '../../../support/electron/fake-owner.ts';
import { createFakeSafeStorage } from '../../../support/electron/fake-safe-storage.ts';
import { connect, type Answers, type Ask, type FetchAnswer, type ToProgram, type ToTest } from './link.ts';
import { PageWindow, tell } from './window.ts';

type Api = ElectronApi<PageWindow>;

const windows = new Map<number, PageWindow>();
const channels = new Map<string, Parameters<Api['ipcMain']['handle']>[1]>();
const fakeSession = new FakeSession();
const paths = new Map<string, string>([
  ['userData', join(process.cwd(), 'profile')],
  ['documents', process.cwd()],
]);
let pageHandler: Parameters<Api['protocol']['handle']>[1] = () => Response.error();
let menuItems: readonly MenuItemConstructorOptions[] = [];

/**
 * Ends at once. `process.exit` would wait for V8's threads, and one that is compiling may be waiting for this one to collect
 * garbage: neither ever goes on (nodejs/node#54918).
 */
function exit(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Ends as Electron does: windows first, then the question whether something still has to be done. */
function quit(): void {
  for (const window of windows.values()) window.close();
  let prevented = false;
  app.emit('will-quit', { preventDefault: () => (prevented = true) });
  if (!prevented) exit();
}

export const app: AppLike & EventEmitter = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox: () => undefined,
  exit,
  getPath: (name: string) => paths.get(name) ?? '',
  getSystemLocale: () => 'en-GB',
  getVersion: () => '0.1.0',
  quit,
  requestSingleInstanceLock: () => true,
  setAppUserModelId: () => undefined,
  setPath: (name: string, path: string) => void paths.set(name, path),
  whenReady: () => Promise.resolve(),
});

function windowOf(id: number): PageWindow {
  const window = windows.get(id);
  if (window === undefined) throw new Error(`There is no window ${id}`);
  return window;
}

async function fetchPage({
  url,
  method,
}: {
  readonly url: string;
  readonly method: string;
}): Promise<FetchAnswer> {
  const response = await pageHandler(new Request(url, { method }));
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

function allItems(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

const answers: Answers<ToProgram> = {
  invoke({ id, url, isTop, channel, args }) {
    const { webContents: sender } = windowOf(id);
    const handler = channels.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    sender.mainFrame.url = isTop ? url : sender.mainFrame.url;
    const senderFrame = isTop ? sender.mainFrame : createFrame(url, sender.mainFrame);
    return handler({ sender, senderFrame }, ...args);
  },
  fetch: fetchPage,
  mayNavigate({ id, url }) {
    let allowed = true;
    windowOf(id).webContents.emit('will-navigate', { url, preventDefault: () => (allowed = false) });
    return allowed;
  },
  mayRequest({ url }) {
    let allowed = false;
    fakeSession.beforeRequest?.({ url }, ({ cancel }) => (allowed = !cancel));
    return allowed;
  },
  mayOpenWindow: ({ id }) => windowOf(id).webContents.windowOpenHandler?.().action !== 'deny',
  windowClosed({ id }) {
    windowOf(id).wasClosed();
    windows.delete(id);
    if (windows.size === 0) app.emit('window-all-closed');
  },
  clickMenu({ id }) {
    const click = allItems(menuItems).find((item) => item.id === id)?.click;
    if (click === undefined) throw new Error(`The menu has no item ${id}`);
    // Electron passes the item, the window and the event; the program's items look at none of them.
    Reflect.apply(click, undefined, []);
  },
  quit,
};

const port = {
  send: (message: unknown) => void process.send?.(message),
  onMessage: (listener: (message: unknown) => void) => void process.on('message', listener),
};
const ask: Ask<ToTest> = connect<ToTest, ToProgram>(port, answers);
// Electron goes on until it is told to end, whatever its program waits for.
process.channel?.ref();

export class BrowserWindow extends PageWindow {
  constructor(options: BrowserWindowConstructorOptions) {
    super(windows.size + 1, options, ask);
    windows.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

export const dialog: Api['dialog'] = {
  showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
  async showSaveDialog(_window, { defaultPath = '' }) {
    const filePath = await ask('chooseFile', { defaultPath });
    return { canceled: filePath === '', filePath };
  },
  // No story of the suite keeps its backups elsewhere.
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  async showMessageBox(_window, { message, buttons = [] }) {
    return { response: await ask('press', { message, buttons }) };
  },
};

export const ipcMain: Api['ipcMain'] = {
  handle: (channel, listener) => void channels.set(channel, listener),
};

// Nothing reads the menu object itself.
const nativeMenu: unknown = {};
export const Menu: Api['Menu'] = {
  buildFromTemplate(items) {
    menuItems = items;
    return nativeMenu as ElectronMenu;
  },
  setApplicationMenu: () => undefined,
};

export const net: Api['net'] = { isOnline: () => true };

export class Notification extends EventEmitter {
  readonly #text: { readonly title: string; readonly body: string };

  static isSupported(): boolean {
    return true;
  }
  constructor({ title = '', body = '' }: { readonly title?: string; readonly body?: string }) {
    super();
    this.#text = { title, body };
  }
  show(): void {
    tell(ask('notify', this.#text));
  }
}

export const protocol: Api['protocol'] = {
  registerSchemesAsPrivileged: () => undefined,
  handle(_scheme, handler) {
    pageHandler = handler;
  },
};

export const { powerMonitor, systemPreferences } = createFakeOwner('owner');

export const safeStorage: Api['safeStorage'] = createFakeSafeStorage();

// The program reads a display's work area and nothing else of it.
const display: unknown = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
export const screen: Api['screen'] = { getAllDisplays: () => [display as Electron.Display] };

export const session: Api['session'] = { defaultSession: fakeSession };

export const clipboard: Api['clipboard'] = { writeText: (text) => ask('copy', { text }) };
export const shell: Api['shell'] = { openExternal: (address) => ask('openExternal', { address }) };
