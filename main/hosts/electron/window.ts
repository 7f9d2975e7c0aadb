// The program's window: the only place where one is made, with one set of preferences.
import type { WebPreferences } from 'electron';
import type { Log } from '../../ports.ts';
import type { ElectronApi, WindowLike } from './api.ts';
import { pageAddress } from './guards.ts';
import type { HostStateFile } from './host-state.ts';
import { placeWindow, smallest } from './window-place.ts';

/** Preferences of every window. All that matters is written out, whatever today's defaults are. */
export function securePrefs(preload: string, packaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Its dictionaries would come from the network.
    spellcheck: false,
    devTools: !packaged,
  };
}

export interface WindowOptions {
  readonly preload: string;
  readonly packaged: boolean;
  readonly state: HostStateFile;
  readonly log: Log;
  readonly onClosed: () => void;
}

/** Loads the page, again where it was lost. A load that another one overtakes is rejected by Electron, and harmless. */
export function loadPage(window: WindowLike, log: Log): void {
  window.loadURL(pageAddress).catch((error: unknown) => log.error('page-not-loaded', { error }));
}

/** Opens a window on the page, in its remembered place, shown when it has something to show. */
export function openWindow<Window extends WindowLike>(
  electron: Pick<ElectronApi<Window>, 'BrowserWindow' | 'screen'>,
  options: WindowOptions,
): Window {
  const remembered = options.state.current.window;
  const workAreas = electron.screen.getAllDisplays().map((display) => display.workArea);
  const window = new electron.BrowserWindow({
    ...placeWindow(remembered, workAreas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Quittance',
    show: false,
    webPreferences: securePrefs(options.preload, options.packaged),
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    options.state.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } }),
  );
  window.on('closed', options.onClosed);
  loadPage(window, options.log);
  return window;
}
