// What the page may do to its window: go nowhere, open nothing, be granted nothing. Addresses are parsed and compared, never searched.
import type { ContentsLike, SenderEvent, SessionLike } from './api.ts';

export const pageScheme = 'app';
export const pageHost = 'bundle';
export const pageAddress = `${pageScheme}://${pageHost}/`;

/** Whether an address is the program's own page. `origin` is no help here: for a scheme of our own it is the word "null". */
export function isPageAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === `${pageScheme}:` && url.host === pageHost && plain;
}

/** Whether the page may fetch an address at all: its own files and pictures inside them; the inspector's while there is one. */
export function mayRequest(text: string, packaged: boolean): boolean {
  if (isPageAddress(text)) return true;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  return protocol === 'data:' || (!packaged && protocol === 'devtools:');
}

/** Why a message is not from the page in one of our own windows, or null when it is. Reads `senderFrame` at once. */
export function refuseSender(event: SenderEvent, isOurs: (contentsId: number) => boolean): string | null {
  const { senderFrame: frame, sender } = event;
  if (frame === null) return 'no-frame';
  if (sender.isDestroyed() || frame.isDestroyed() || frame.detached) return 'gone';
  if (!isOurs(sender.id)) return 'unknown-window';
  if (frame.parent !== null || frame !== sender.mainFrame) return 'not-top-frame';
  return isPageAddress(frame.url) ? null : 'foreign-address';
}

/** Shuts every way out of one page. */
export function guardContents(contents: ContentsLike): void {
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(event, (details) => {
      if (!isPageAddress(details.url)) details.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Refuses every permission, device and capture, and every request that is not for the page's own files. */
export function guardSession(session: SessionLike, packaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !mayRequest(details.url, packaged) }),
  );
}
