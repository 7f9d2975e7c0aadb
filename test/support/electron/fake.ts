// A stand-in for the `electron` module, as far as this program uses it: it does nothing by itself and shows what was done to it.
import { EventEmitter } from 'node:events';
import type { CustomScheme, Menu, MenuItemConstructorOptions, MessageBoxOptions } from 'electron';
import type {
  AppLike,
  ElectronApi,
  NotificationLike,
  SenderEvent,
} from '../../../main/hosts/electron/api.ts';
import { FakeSession } from './fake-contents.ts';
import { createFakeOwner, type FakeOwner, type TouchId } from './fake-owner.ts';
import { createFakeSafeStorage, type FakeSafeStorage } from './fake-safe-storage.ts';
import { createWindow, type FakeWindow } from './fake-window.ts';

export interface FakeElectronOptions {
  readonly profile: string;
  readonly packaged?: boolean;
  /** False plays the second instance. */
  readonly firstInstance?: boolean;
  readonly workArea?: { x: number; y: number; width: number; height: number };
  /** What the person chooses in the save dialog; empty cancels. */
  readonly savePath?: string;
  /** What the person chooses in the folder dialog; empty cancels. */
  readonly folderPath?: string;
  /** The button that the person presses in a message box; the last one, Cancel, when none is named. */
  readonly presses?: string;
  readonly pageFails?: boolean;
  readonly touchId?: TouchId;
}

type Handler = Parameters<ElectronApi<FakeWindow>['ipcMain']['handle']>[1];

export interface FakeElectron extends ElectronApi<FakeWindow> {
  readonly powerMonitor: FakeOwner['powerMonitor'];
  readonly touchIdReasons: FakeOwner['touchIdReasons'];
  readonly app: AppLike & EventEmitter;
  readonly safeStorage: FakeSafeStorage;
  /** Every call whose order matters, in order. */
  readonly order: readonly string[];
  readonly windows: readonly FakeWindow[];
  readonly schemes: readonly CustomScheme[];
  readonly pageHandler: () => PageHandler;
  readonly fakeSession: FakeSession;
  readonly channels: ReadonlyMap<string, Handler>;
  readonly menu: () => readonly MenuItemConstructorOptions[];
  readonly saveDialogs: readonly { readonly defaultPath?: string | undefined }[];
  readonly messageBoxes: readonly MessageBoxOptions[];
  readonly notifications: readonly {
    readonly title: string | undefined;
    readonly body: string | undefined;
    click: () => void;
  }[];
  readonly opened: readonly string[];
  readonly copied: readonly string[];
  readonly errorBoxes: readonly string[];
  readonly exitCode: () => number | null;
  /** Makes the application ready, as Electron does once the entry has run. */
  readonly becomeReady: () => void;
  readonly callFrom: (event: SenderEvent, ...args: readonly unknown[]) => Promise<unknown>;
}

type PageHandler = (request: Request) => Response | Promise<Response>;

/** What has been done to a stand-in, before it is shown read-only. */
function createTraces() {
  const channels = new Map<string, Handler>();
  const order: string[] = [];
  const windows: FakeWindow[] = [];
  const schemes: CustomScheme[] = [];
  const saveDialogs: { defaultPath?: string | undefined }[] = [];
  const messageBoxes: MessageBoxOptions[] = [];
  const notifications: FakeElectron['notifications'][number][] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const errorBoxes: string[] = [];
  const refuse: PageHandler = () => Response.error();
  return {
    channels,
    order,
    windows,
    schemes,
    saveDialogs,
    messageBoxes,
    notifications,
    opened,
    copied,
    errorBoxes,
    page: { handler: refuse },
  };
}
type Traces = ReturnType<typeof createTraces>;

function createFakeApp(options: FakeElectronOptions, { order }: Traces) {
  let exitCode: number | null = null;
  const paths = new Map<string, string>([
    ['userData', options.profile],
    ['documents', '/home/ada/Documents'],
  ]);
  const ready = Promise.withResolvers<undefined>();
  const app: FakeElectron['app'] = Object.assign(new EventEmitter(), {
    isPackaged: options.packaged ?? false,
    enableSandbox: () => void order.push('enableSandbox'),
    exit: (code = 0) => {
      order.push('exit');
      exitCode = code;
    },
    getPath: (name: string) => paths.get(name) ?? '',
    getSystemLocale: () => 'de-DE',
    getVersion: () => '1.2.3',
    quit: () => {
      order.push('quit');
      app.emit('will-quit', { preventDefault: () => order.push('will-quit prevented') });
    },
    requestSingleInstanceLock: () => {
      order.push('requestSingleInstanceLock');
      return options.firstInstance ?? true;
    },
    setAppUserModelId: () => undefined,
    setPath: (name: string, path: string) => {
      order.push(`setPath ${name}`);
      paths.set(name, path);
    },
    whenReady: () => {
      order.push('whenReady');
      return ready.promise;
    },
  });
  return { app, becomeReady: () => ready.resolve(undefined), exitCode: () => exitCode };
}

/** The parts that are plain functions. */
function createFakeParts(options: FakeElectronOptions, traces: Traces) {
  const dialog: FakeElectron['dialog'] = {
    showErrorBox: (title, content) => void traces.errorBoxes.push(`${title}: ${content}`),
    showSaveDialog: (_window, { defaultPath }) => {
      traces.saveDialogs.push({ defaultPath });
      const filePath = options.savePath ?? '';
      return Promise.resolve({ canceled: filePath === '', filePath });
    },
    showOpenDialog: () => {
      const folder = options.folderPath ?? '';
      return Promise.resolve({ canceled: folder === '', filePaths: folder === '' ? [] : [folder] });
    },
    showMessageBox: (_window, box) => {
      traces.messageBoxes.push(box);
      const buttons = box.buttons ?? [];
      const pressed = buttons.indexOf(options.presses ?? '');
      return Promise.resolve({ response: pressed === -1 ? buttons.length - 1 : pressed });
    },
  };
  const ipcMain: FakeElectron['ipcMain'] = {
    handle: (channel, listener) => void traces.channels.set(channel, listener),
  };
  const protocol: FakeElectron['protocol'] = {
    registerSchemesAsPrivileged: (schemes) => {
      traces.order.push('registerSchemesAsPrivileged');
      traces.schemes.push(...schemes);
    },
    handle: (_scheme, handler) => {
      traces.page.handler = handler;
    },
  };
  const shell: FakeElectron['shell'] = {
    openExternal: (address) => {
      traces.opened.push(address);
      return Promise.resolve();
    },
  };
  const clipboard: FakeElectron['clipboard'] = {
    writeText: (text) => {
      traces.copied.push(text);
      return Promise.resolve();
    },
  };
  return { clipboard, dialog, ipcMain, protocol, shell, net: { isOnline: () => true } };
}

/** The parts that are made with `new`. A plain function that returns an object is a constructor, which TypeScript cannot see. */
function createFakeClasses(
  app: EventEmitter,
  traces: Traces,
  pageFails: boolean,
): Pick<FakeElectron, 'BrowserWindow' | 'Notification'> {
  function BrowserWindow(this: unknown, options: FakeWindow['options']): FakeWindow {
    const window = createWindow(options, traces.windows.length + 1, pageFails);
    app.emit('web-contents-created', {}, window.webContents);
    traces.windows.push(window);
    return window;
  }
  function Notification(
    this: unknown,
    text: { readonly title?: string; readonly body?: string },
  ): NotificationLike {
    const emitter = new EventEmitter();
    const click = () => void emitter.emit('click');
    return Object.assign(emitter, {
      show: () => void traces.notifications.push({ title: text.title, body: text.body, click }),
    });
  }
  return {
    BrowserWindow: BrowserWindow as unknown as FakeElectron['BrowserWindow'],
    Notification: Object.assign(Notification, {
      isSupported: () => true,
    }) as unknown as FakeElectron['Notification'],
  };
}

/** `Menu` and `Display` have a hundred members that nobody here reads; an object without them stands for each. */
function createFakeDesktop(options: FakeElectronOptions, { order }: Traces) {
  let template: readonly MenuItemConstructorOptions[] = [];
  const menu: unknown = {};
  const display: unknown = { workArea: options.workArea ?? { x: 0, y: 0, width: 1920, height: 1040 } };
  return {
    menu: () => template,
    Menu: {
      buildFromTemplate(items: MenuItemConstructorOptions[]): Menu {
        template = items;
        return menu as Menu;
      },
      setApplicationMenu: () => void order.push('setApplicationMenu'),
    },
    screen: { getAllDisplays: () => [display as Electron.Display] },
  };
}

/** A fresh one for each test. */
export function createFakeElectron(options: FakeElectronOptions): FakeElectron {
  const traces = createTraces();
  const { app, becomeReady, exitCode } = createFakeApp(options, traces);
  const fakeSession = new FakeSession();
  return {
    ...traces,
    ...createFakeParts(options, traces),
    ...createFakeClasses(app, traces, options.pageFails ?? false),
    ...createFakeDesktop(options, traces),
    ...createFakeOwner(options.touchId ?? 'none'),
    app,
    becomeReady,
    exitCode,
    fakeSession,
    safeStorage: createFakeSafeStorage(),
    session: { defaultSession: fakeSession },
    pageHandler: () => traces.page.handler,
    callFrom: (event, ...args) =>
      traces.channels.get('quittance:call')?.(event, ...args) ?? Promise.resolve(undefined),
  };
}

/** What a preload script has done, when `electron` is resolved to this file. */
export const preloadTraces = {
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  emitter: new EventEmitter(),
};

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void preloadTraces.exposed.set(name, api),
} satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

export const ipcRenderer = {
  invoke: (...args: unknown[]) => {
    preloadTraces.invoked.push(args);
    return Promise.resolve('answer');
  },
  on: (channel: string, listener: (...args: unknown[]) => void) =>
    preloadTraces.emitter.on(channel, listener),
  off: (channel: string, listener: (...args: unknown[]) => void) =>
    preloadTraces.emitter.off(channel, listener),
};
