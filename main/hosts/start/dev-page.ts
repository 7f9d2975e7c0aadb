// The page of `npm run dev`: served by vite straight from its sources, its calls passed on to the loopback host.
import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { createServer, type ProxyOptions, type ViteDevServer } from 'vite';
import type { HostAddress } from './dev-host.ts';

const header = 'x-quittance-token';

export interface DevPageOptions {
  readonly root: string;
  /** What the page must show; the host's own token changes with every start and never reaches the page. */
  readonly token: string;
  readonly host: () => HostAddress | null;
  readonly open: boolean;
}

/** Starts to serve on a free port of 127.0.0.1. */
export async function serveDevPage(options: DevPageOptions): Promise<ViteDevServer> {
  const target = options.host()?.origin;
  if (target === undefined) throw new Error('The page needs a running host');
  const guarded = forward(options, target, (token) => isSame(token, options.token));
  const server = await createServer({
    configFile: join(options.root, 'renderer', 'vite.config.ts'),
    server: {
      host: '127.0.0.1',
      open: options.open ? `/#${options.token}` : false,
      proxy: {
        '^/call$': guarded,
        '^/events$': guarded,
        // A ticket is its own secret, and a browser's download sends no header.
        '^/download/': forward(options, target, () => true),
      },
    },
  });
  return server.listen();
}

/** Passes requests to the host as its own page would make them. */
function forward(options: DevPageOptions, target: string, admits: (token: unknown) => boolean): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    bypass: (request) => (admits(request.headers[header]) ? undefined : false),
    configure(proxy) {
      proxy.on('proxyReq', (request) => {
        if (request.hasHeader('origin')) request.setHeader('origin', target);
        const address = options.host();
        if (address !== null) request.setHeader(header, address.token);
      });
    },
  };
}

function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
