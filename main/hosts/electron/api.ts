// The part of Electron that this program uses, as narrow as that use: the real module fits it by type (see main.ts), and so does a test's stand-in.
import type * as Electron from 'electron';

type ElectronModule = typeof Electron;

export interface AppLike extends Pick<
  Electron.App,
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getSystemLocale'
  | 'getVersion'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setPath'
  | 'whenReady'
> {
  on(event: 'second-instance' | 'activate' | 'window-all-closed', listener: () => void): unknown;
  on(event: 'will-quit', listener: (event: PreventableEvent) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ContentsLike) => void): unknown;
  on(event: 'session-created', listener: (session: SessionLike) => void): unknown;
}

export interface PreventableEvent {
  preventDefault(): void;
}

export interface NavigationEvent extends PreventableEvent {
  readonly url: string;
}

export interface ContentsLike extends Pick<Electron.WebContents, 'id' | 'isDestroyed' | 'send'> {
  readonly mainFrame: FrameLike;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (event: NavigationEvent) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: PreventableEvent) => void): unknown;
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown;
}

export interface FrameLike extends Pick<Electron.WebFrameMain, 'detached' | 'isDestroyed' | 'url'> {
  readonly parent: FrameLike | null;
}

/** What tells who sends a message; `senderFrame` must be read before anything is awaited. */
export interface SenderEvent {
  readonly senderFrame: FrameLike | null;
  readonly sender: Pick<ContentsLike, 'id' | 'isDestroyed' | 'mainFrame'>;
}

export interface SessionLike {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: null) => void) => void): void;
  readonly webRequest: {
    onBeforeRequest(
      listener: (
        details: { readonly url: string },
        callback: (response: { readonly cancel: boolean }) => void,
      ) => void,
    ): void;
  };
}

export interface WindowLike extends Pick<
  Electron.BrowserWindow,
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
> {
  readonly webContents: ContentsLike;
  on(event: 'close' | 'closed' | 'session-end', listener: () => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
}

export interface NotificationLike {
  show(): void;
  on(event: 'click', listener: () => void): unknown;
}

/** A window may be given to a dialog only as the very object that was made here, so its type stays open. */
export interface DialogLike<Window> extends Pick<Electron.Dialog, 'showErrorBox'> {
  showSaveDialog(
    window: Window,
    options: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue>;
  showOpenDialog(
    window: Window,
    options: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue>;
  showMessageBox(
    window: Window,
    options: Electron.MessageBoxOptions,
  ): Promise<Pick<Electron.MessageBoxReturnValue, 'response'>>;
}

export interface ElectronApi<Window extends WindowLike> {
  readonly app: AppLike;
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => Window;
  readonly clipboard: Pick<Electron.Clipboard, 'writeText'>;
  readonly dialog: DialogLike<Window>;
  readonly ipcMain: {
    handle(channel: string, listener: (event: SenderEvent, ...args: unknown[]) => Promise<unknown>): void;
  };
  readonly Menu: {
    buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Electron.Menu;
    setApplicationMenu(menu: Electron.Menu | null): void;
  };
  readonly net: Pick<Electron.Net, 'isOnline'>;
  readonly Notification: {
    new (options: Electron.NotificationConstructorOptions): NotificationLike;
    isSupported(): boolean;
  };
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'getSystemIdleTime'> & {
    on(event: 'lock-screen' | 'suspend', listener: () => void): unknown;
  };
  readonly protocol: Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly screen: Pick<Electron.Screen, 'getAllDisplays'>;
  readonly session: { readonly defaultSession: SessionLike };
  readonly systemPreferences: Pick<Electron.SystemPreferences, 'canPromptTouchID' | 'promptTouchID'>;
  readonly shell: Pick<ElectronModule['shell'], 'openExternal'>;
}
