import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../shared/contract/events.ts';
import { connectPlatform, STOPPED } from '../../renderer/bridge.ts';

const TOKEN = 'nipHIstK1k-NRU5PPhoiGOqmhIDRKVmq';
const originalFetch = globalThis.fetch;

interface Request {
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Puts a host in place of the network. */
function answer(respond: (request: Request) => Response | Promise<Response>): Request[] {
  const requests: Request[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    const request = { url, headers: new Headers(init.headers), body };
    requests.push(request);
    return respond(request);
  };
  return requests;
}

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', `/#${TOKEN}`);
});

afterEach(() => {
  globalThis.fetch = originalFetch;
  history.replaceState(null, '', '/');
});

describe('the page on the loopback host', () => {
  it('takes the token out of the address, and finds it again after a reload', async () => {
    const requests = answer(() => Response.json({ ok: true, value: {} }));
    await connectPlatform().call('sync.status', {});
    expect(location.href).not.toContain(TOKEN);
    history.replaceState(null, '', '/#/invoices');
    await connectPlatform().call('sync.status', {});
    expect(requests.map((request) => request.headers.get('x-quittance-token'))).toEqual([TOKEN, TOKEN]);
    expect(requests[0]).toMatchObject({ url: '/call', body: { name: 'sync.status', input: {} } });
    expect(location.hash).toBe('#/invoices');
  });

  it.each([
    ['is gone', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['knows no such token', () => new Response('', { status: 401 })],
  ])('answers with an error when the program %s', async (_, respond) => {
    answer(respond);
    expect(await connectPlatform().call('sync.status', {})).toEqual({
      ok: false,
      error: { kind: 'bug', reference: STOPPED },
    });
  });

  it('hears events, however the stream is cut into pieces', async () => {
    const text =
      ': still here\n\ndata: {"kind":"changed","topic":"invoice","ids":["in_1"]}\n\ndata: {"kind":"command","command":"palette"}\n\n';
    const bytes = new TextEncoder().encode(text);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
      },
    });
    answer(() => new Response(stream));
    const heard: ChangeEvent[] = [];
    await new Promise<void>((resolve) => {
      const stop = connectPlatform().subscribe((event) => {
        heard.push(event);
        if (heard.length < 2) return;
        stop();
        resolve();
      });
    });
    expect(heard).toEqual([
      { kind: 'changed', topic: 'invoice', ids: ['in_1'] },
      { kind: 'command', command: 'palette' },
    ]);
  });

  it('has one stream for all who listen, so that who comes later hears what comes at once', async () => {
    const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
    const requests = answer(
      () =>
        new Response(
          new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) }),
        ),
    );
    const platform = connectPlatform();
    const heard: string[] = [];
    const stopFirst = platform.subscribe(() => heard.push('first'));
    await expect.poll(() => streams.length).toBe(1);
    const stopSecond = platform.subscribe(() => heard.push('second'));
    const event = 'data: {"kind":"changed","topic":"sync","ids":[]}\n\n';
    streams[0]?.enqueue(new TextEncoder().encode(event));
    await expect.poll(() => heard).toEqual(['first', 'second']);
    stopFirst();
    stopSecond();
    expect(requests).toHaveLength(1);
  });
});

describe('the page behind a preload', () => {
  it('uses its two functions and asks for no token', async () => {
    const asked: unknown[] = [];
    const bridge = {
      call: (name: string, input: unknown) => {
        asked.push([name, input]);
        return Promise.resolve('answer');
      },
      subscribe: () => () => undefined,
    };
    Object.defineProperty(window, 'bridge', { configurable: true, value: bridge });
    try {
      expect(await connectPlatform().call('app.state', {})).toBe('answer');
      expect(asked).toEqual([['app.state', {}]]);
      expect(sessionStorage).toHaveLength(0);
    } finally {
      Reflect.deleteProperty(window, 'bridge');
    }
  });
});
