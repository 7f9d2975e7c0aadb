// A stand-in for a window: it remembers what it was told.
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowLike } from '../../../main/hosts/electron/api.ts';
import { FakeContents } from './fake-contents.ts';

export interface FakeWindow extends WindowLike {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: FakeContents;
  readonly loaded: readonly string[];
  readonly calls: readonly string[];
  bounds: { x: number; y: number; width: number; height: number };
  emit(event: string): boolean;
}

/** `fails` plays a page that does not load. */
export function createWindow(
  options: BrowserWindowConstructorOptions,
  id: number,
  fails: boolean,
): FakeWindow {
  const loaded: string[] = [];
  const calls: string[] = [];
  const window: FakeWindow = Object.assign(new EventEmitter(), {
    options,
    loaded,
    calls,
    webContents: new FakeContents(id),
    bounds: { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 0, height: options.height ?? 0 },
    focus: () => void calls.push('focus'),
    getNormalBounds: () => window.bounds,
    isDestroyed: () => false,
    isMaximized: () => calls.includes('maximize'),
    isMinimized: () => calls.includes('minimize'),
    loadURL: (address: string) => {
      loaded.push(address);
      return fails ? Promise.reject(new Error('ERR_ABORTED (-3)')) : Promise.resolve();
    },
    maximize: () => void calls.push('maximize'),
    restore: () => void calls.push('restore'),
    show: () => void calls.push('show'),
  });
  return window;
}
