// The loopback server: the built page and the bridge's two functions on 127.0.0.1, for one person's browser and nobody else.
//
// How the page proves who it is:
//   1. The program prints and opens `http://127.0.0.1:PORT/#TOKEN`. A fragment never leaves the browser: it is in no request,
//      no Referer and no log.
//   2. The page reads `location.hash` once at load, keeps the token in `sessionStorage['quittance-token']`, and takes it out of
//      the address with `history.replaceState`. sessionStorage belongs to this origin, port included, and to this tab, and it
//      survives a reload (F5). A fragment that is there wins over a stored token.
//   3. Every request that means anything carries it as the header `x-quittance-token`:
//        POST /call    body {"name", "input"} as application/json; the answer is the Result as JSON (200), or 401 without token.
//        GET  /events  a stream of server-sent events, read with fetch (EventSource cannot send a header): each message is one
//                      line `data: <ChangeEvent JSON>` and an empty line; lines that begin with `:` keep the connection alive.
//                      When it ends, connect again after a second and treat everything as changed.
//   4. GET /download/TICKET needs no header, because a browser's download cannot send one: the ticket is itself a secret of
//      192 bits that works once, for a minute.
//   The page's files are the same for everyone and need no token.
//
// Why not a cookie: cookies ignore ports, so any other server on this machine that the browser visits would be sent it, and one
// authorises requests that the page did not make. A header that only the page can set, with an exact Host and Origin, does neither.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { App } from '../../app.ts';
import type { Log } from '../../ports.ts';
import { answer } from '../common/answer.ts';
import { findFile, type Bundle } from '../common/bundle.ts';
import { fileHeaders, securityHeaders } from '../common/security-headers.ts';
import { sendEvents } from './event-stream.ts';
import { readJson } from './read-json.ts';
import { hasToken, refuseOrigin } from './request-checks.ts';
import type { Tickets } from './tickets.ts';

export interface LoopbackOptions {
  readonly app: App;
  readonly log: Log;
  readonly bundle: Bundle;
  readonly tickets: Pick<Tickets, 'redeem'>;
  readonly token: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`, without the token. */
  readonly origin: string;
  close(): Promise<void>;
}

const CallBody = z.strictObject({ name: z.string(), input: z.unknown() });

/** Starts to listen. Rejects when the port is taken. */
export async function startServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    handle(options, authorityOf(server), request, response).catch((error: unknown) => {
      options.log.error('loopback-request-failed', { error });
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://${authorityOf(server)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function authorityOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The loopback server is not listening');
  return `127.0.0.1:${address.port}`;
}

async function handle(
  options: LoopbackOptions,
  authority: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders("'self'"))) response.setHeader(name, value);
  const method = request.method ?? '';
  const refused = refuseOrigin({ method, headers: request.headers }, authority);
  if (refused !== null) return finish(response, refused);
  // The path as it was sent, undecoded: it is only ever compared, never joined to a folder.
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = `${method} ${path}`;
  if (route === 'POST /call' || route === 'GET /events') {
    if (!hasToken(request.headers, options.token)) return finish(response, 401);
    return route === 'GET /events'
      ? sendEvents(options.app, response)
      : handleCall(options, request, response);
  }
  if (method !== 'GET' && method !== 'HEAD') return finish(response, 405);
  if (path.startsWith('/download/'))
    return sendDownload(options, path.slice('/download/'.length), method, response);
  return sendFile(options.bundle, path, response);
}

async function handleCall(
  options: LoopbackOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request);
  if (!body.ok) return finish(response, body.status);
  const parsed = CallBody.safeParse(body.value);
  if (!parsed.success) return finish(response, 400);
  const result = await answer(options.app, options.log, parsed.data.name, parsed.data.input);
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(result));
}

async function sendDownload(
  options: LoopbackOptions,
  ticket: string,
  method: string,
  response: ServerResponse,
): Promise<void> {
  // A HEAD request would use the ticket up without taking the file.
  const download = method === 'GET' ? options.tickets.redeem(ticket) : null;
  if (download === null) return finish(response, 404);
  const plainName = download.name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  const encodedName = encodeURIComponent(download.name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  response.writeHead(200, {
    'content-type': download.mediaType,
    'content-length': download.size,
    'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodedName}`,
    'cache-control': 'no-store',
  });
  const { content } = download;
  await pipeline(content instanceof Uint8Array ? [content] : content, response);
}

function sendFile(bundle: Bundle, path: string, response: ServerResponse): void {
  const file = findFile(bundle, path);
  if (file === null) return finish(response, 404);
  response.writeHead(200, { ...fileHeaders(file, "'self'"), 'content-length': file.bytes.byteLength });
  response.end(file.bytes);
}

function finish(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end();
}
