// Stand-ins for what belongs to one page: its frame, its contents and its session.
import { EventEmitter } from 'node:events';
import type { ContentsLike, FrameLike, SessionLike } from '../../../main/hosts/electron/api.ts';

/** A frame whose state the test sets. */
export interface FakeFrame extends FrameLike {
  url: string;
  detached: boolean;
  parent: FrameLike | null;
  destroyed: boolean;
}

export function createFrame(url: string, parent: FrameLike | null = null): FakeFrame {
  const frame: FakeFrame = {
    url,
    parent,
    detached: false,
    destroyed: false,
    isDestroyed: () => frame.destroyed,
  };
  return frame;
}

export class FakeContents extends EventEmitter implements ContentsLike {
  readonly id: number;
  readonly mainFrame = createFrame('app://bundle/');
  readonly sent: { readonly channel: string; readonly value: unknown }[] = [];
  windowOpenHandler: (() => { action: 'deny' }) | null = null;
  destroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  send(channel: string, value?: unknown): void {
    this.sent.push({ channel, value });
  }
  setWindowOpenHandler(handler: () => { action: 'deny' }): void {
    this.windowOpenHandler = handler;
  }
}

/** What the session was told, to be asked by the test. */
export class FakeSession implements SessionLike {
  requestHandler: Parameters<SessionLike['setPermissionRequestHandler']>[0] | null = null;
  checkHandler: (() => boolean) | null = null;
  deviceHandler: (() => boolean) | null = null;
  displayHandler: Parameters<SessionLike['setDisplayMediaRequestHandler']>[0] | null = null;
  beforeRequest: Parameters<SessionLike['webRequest']['onBeforeRequest']>[0] | null = null;
  readonly webRequest: SessionLike['webRequest'] = {
    onBeforeRequest: (listener) => {
      this.beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: Parameters<SessionLike['setPermissionRequestHandler']>[0]): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler;
  }
  setDisplayMediaRequestHandler(handler: Parameters<SessionLike['setDisplayMediaRequestHandler']>[0]): void {
    this.displayHandler = handler;
  }
}
