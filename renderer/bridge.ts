// The only file of the page that knows where it runs: behind Electron's preload, or on the loopback host.
import type { Bridge } from '../shared/contract/bridge.ts';
import type { ChangeEvent } from '../shared/contract/events.ts';
import { TOPICS } from '../shared/domain/topics.ts';

declare global {
  interface Window {
    /** There when Electron's preload has run. */
    readonly bridge?: Bridge;
  }
}

/** The page's ways to the program. */
export interface Platform extends Bridge {
  /** Hands a finished file, left by the loopback host under a one-time ticket, to the browser. */
  download(ticket: string): void;
}

/** Reference of the error that the page itself makes when the program no longer answers. */
export const STOPPED = 'the program does not answer';

const TOKEN_NAME = 'quittance-token';
const RECONNECT_MS = 1000;

/** Picks the way that exists here. */
export function connectPlatform(): Platform {
  const { bridge } = window;
  if (bridge === undefined) return loopbackPlatform(takeToken());
  return {
    call: (name, input) => bridge.call(name, input),
    subscribe: (listener) => bridge.subscribe(listener),
    download: clickDownload,
  };
}

/** The token comes once in the fragment, is kept for this tab, and leaves the address at once. */
function takeToken(): string {
  const fragment = /^#([\w-]{16,})$/.exec(location.hash)?.[1];
  if (fragment === undefined) return sessionStorage.getItem(TOKEN_NAME) ?? '';
  sessionStorage.setItem(TOKEN_NAME, fragment);
  history.replaceState(null, '', `${location.pathname}#/`);
  return fragment;
}

function clickDownload(ticket: string): void {
  const link = document.createElement('a');
  link.href = `/download/${encodeURIComponent(ticket)}`;
  link.download = '';
  link.click();
}

function loopbackPlatform(token: string): Platform {
  const headers = { 'content-type': 'application/json', 'x-quittance-token': token };
  return {
    async call(name, input) {
      try {
        const response = await fetch('/call', {
          method: 'POST',
          headers,
          body: JSON.stringify({ name, input }),
        });
        if (response.ok) {
          const answer: unknown = await response.json();
          return answer;
        }
      } catch {
        // The socket is gone: answered below as data, like every other failure.
      }
      return { ok: false, error: { kind: 'bug', reference: STOPPED } };
    },
    subscribe: sharedStream(headers),
    download: clickDownload,
  };
}

type Listener = (event: ChangeEvent) => void;

/** One stream for all who listen: who comes later misses nothing while a stream of their own would still be opening. */
function sharedStream(headers: HeadersInit): Bridge['subscribe'] {
  const listeners = new Set<Listener>();
  let stop: AbortController | null = null;
  return (listener) => {
    const own: Listener = (event) => listener(event);
    listeners.add(own);
    if (stop === null) {
      stop = new AbortController();
      void listen(headers, (event) => listeners.forEach((each) => each(event)), stop.signal);
    }
    return () => {
      listeners.delete(own);
      if (listeners.size > 0) return;
      stop?.abort();
      stop = null;
    };
  };
}

/** Reads the stream until it is told to stop; after a gap everything counts as changed. */
async function listen(headers: HeadersInit, listener: Listener, signal: AbortSignal): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const response = await fetch('/events', { headers, signal });
      if (!isFirst) TOPICS.forEach((topic) => listener({ kind: 'changed', topic, ids: [] }));
      if (response.ok && response.body !== null) await readEvents(response.body, listener);
    } catch {
      // Stopped or disconnected; the loop decides which.
    }
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
  }
}

async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, listener: Listener): Promise<void> {
  let rest = '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const told: unknown = line.startsWith('data: ') ? JSON.parse(line.slice(6)) : null;
      if (isChangeEvent(told)) listener(told);
    }
  }
}

/** The program parses what it tells; this only keeps away what is no event at all. */
function isChangeEvent(value: unknown): value is ChangeEvent {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'command') return 'command' in value && typeof value.command === 'string';
  return (
    value.kind === 'changed' &&
    'topic' in value &&
    TOPICS.some((topic) => topic === value.topic) &&
    'ids' in value &&
    Array.isArray(value.ids)
  );
}
