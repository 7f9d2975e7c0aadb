// The program's one window over time: opened, brought to the front, closed, opened again; and who belongs to it.
import type { ChangeEvent } from '../../../shared/contract/events.ts';
import type { Log } from '../../ports.ts';
import type { ElectronApi, WindowLike } from './api.ts';
import type { HostStateFile } from './host-state.ts';
import { sendEvent } from './ipc.ts';
import { loadPage, openWindow } from './window.ts';

export interface Windows<Window extends WindowLike> {
  readonly current: () => Window | null;
  /** Brings the window to the front, or opens it. */
  readonly show: () => void;
  readonly isOurs: (contentsId: number) => boolean;
  readonly announce: (event: ChangeEvent) => void;
  /** Windows is logging off and will end the process soon. */
  readonly onSessionEnd: (task: () => void) => void;
}

export interface WindowsOptions {
  readonly preload: string;
  readonly packaged: boolean;
  readonly state: HostStateFile;
  readonly log: Log;
}

/** A page that dies again and again is left dead rather than started for ever. */
const reloadsOfLostPages = 3;

export function createWindows<Window extends WindowLike>(
  electron: Pick<ElectronApi<Window>, 'BrowserWindow' | 'screen'>,
  options: WindowsOptions,
): Windows<Window> {
  let window: Window | null = null;
  let pagesLost = 0;
  let sessionEnd: () => void = () => undefined;

  function open(): void {
    const opened = openWindow(electron, { ...options, onClosed: () => (window = null) });
    window = opened;
    opened.on('session-end', () => sessionEnd());
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      options.log.error('page-gone', { reason });
      pagesLost += 1;
      // The page holds nothing that is not on disk; a fresh one asks for everything again.
      if (pagesLost <= reloadsOfLostPages && !opened.isDestroyed()) loadPage(opened, options.log);
    });
  }

  return {
    current: () => window,
    show() {
      if (window === null) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    isOurs: (contentsId) => window !== null && window.webContents.id === contentsId,
    announce(event) {
      if (window !== null && !window.isDestroyed()) sendEvent(window.webContents, event);
    },
    onSessionEnd(task) {
      sessionEnd = task;
    },
  };
}
