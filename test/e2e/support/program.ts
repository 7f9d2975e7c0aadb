// What a story may do with the program, whatever host it runs in.
import type { BrowserContext, Page } from '@playwright/test';

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Notification {
  readonly title: string;
  readonly body: string;
}

/** One run of the program, from start to end. */
export interface Run {
  readonly page: Page;
  /** Does something that saves a file, and gives the file once it is whole. */
  save(action: () => Promise<void>): Promise<SavedFile>;
  /** Addresses that the program has opened outside itself. */
  opened(): Promise<readonly string[]>;
  /** Notifications of the system, or null where this host has none that can be seen. */
  notified(): Promise<readonly Notification[] | null>;
  /** What message boxes of the system have asked; the person agrees until told otherwise. Null in a host that has none. */
  asked(): Promise<readonly string[] | null>;
  /** Whether the person agrees from now on. Rejects in a host without message boxes. */
  agree(agrees: boolean): Promise<void>;
  /** Chooses an item of the application menu by its command. Rejects in a host without a menu. */
  chooseMenu(command: string): Promise<void>;
  /** Everything the process has printed. */
  printed(): string;
  /** Ends it as a person does. */
  quit(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** The data folder. */
  readonly directory: string;
  /** A simulator in another process, as `http://127.0.0.1:PORT`. */
  readonly stripeApi: string | null;
  /** Null for real Electron, which is its own browser. */
  readonly context: BrowserContext | null;
  /** A folder of the test's own. */
  readonly scratch: string;
  /** Is given every page before it loads anything. */
  readonly watch: (page: Page) => void;
}

export type HostName = 'loopback' | 'electron-fake' | 'electron';

export type Launch = (options: LaunchOptions) => Promise<Run>;
