// Windows of the stand-in for Electron: each is a page in the test's browser.
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowLike } from '../../../../main/hosts/electron/api.ts';
import { FakeContents } from '../../../support/electron/fake-contents.ts';
import type { Ask, ToTest } from './link.ts';

/** What Electron does without an answer: a page that has gone is no failure. */
export function tell(asked: Promise<unknown>): void {
  asked.catch(() => undefined);
}

/** Sends to the page what a unit test's stand-in only keeps. */
class PageContents extends FakeContents {
  readonly #ask: Ask<ToTest>;

  constructor(id: number, ask: Ask<ToTest>) {
    super(id);
    this.#ask = ask;
  }
  override send(channel: string, value?: unknown): void {
    tell(this.#ask('send', { id: this.id, channel, value }));
  }
}

/** Owns one page of the test's browser, which is opened when the window is made. */
export class PageWindow extends EventEmitter implements WindowLike {
  readonly id: number;
  readonly webContents: PageContents;
  readonly #ask: Ask<ToTest>;
  readonly #bounds: { readonly width: number; readonly height: number };
  readonly #opened: Promise<void>;
  #destroyed = false;

  constructor(id: number, options: BrowserWindowConstructorOptions, ask: Ask<ToTest>) {
    super();
    this.id = id;
    this.#ask = ask;
    this.webContents = new PageContents(id, ask);
    const { width = 800, height = 600, webPreferences } = options;
    this.#bounds = { width, height };
    this.#opened = ask('openWindow', { id, width, height, preload: webPreferences?.preload ?? '' });
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened;
    this.webContents.mainFrame.url = url;
    await this.#ask('loadWindow', { id: this.id, url });
    this.emit('ready-to-show');
  }
  focus(): void {
    tell(this.#ask('focusWindow', { id: this.id }));
  }
  close(): void {
    tell(this.#ask('closeWindow', { id: this.id }));
  }
  /** The page has gone, however that came. */
  wasClosed(): void {
    this.emit('close');
    this.#destroyed = true;
    this.webContents.destroyed = true;
    this.emit('closed');
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.#bounds };
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isMaximized(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {}
  restore(): void {}
  show(): void {}
}
