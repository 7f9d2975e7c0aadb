// Serves a simulator on a loopback port: Stripe's API as it is, and the simulator's control below /_control/.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { TransportFailure, type SimulatorResponse } from '../../simulator/api/message.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { answerControl } from './simulator-control.ts';

/** Room for the largest file of Stripe's and more, so that its own refusal is heard. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Without an encoding set, a request gives bytes; its own type does not say so.
  const stream: AsyncIterable<Uint8Array> = request;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  const isUpload = request.headers['content-type']?.startsWith('multipart/') ?? false;
  return Buffer.concat(chunks).toString(isUpload ? 'latin1' : 'utf8');
}

function headersOf(request: IncomingMessage): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return headers;
}

function write(response: ServerResponse, given: SimulatorResponse): void {
  const body = Buffer.from(given.body, 'utf8');
  response.writeHead(given.status, { ...given.headers, 'content-length': body.length });
  if (given.truncated === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(`${status}\n`);
}

async function answer(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  authority: string,
): Promise<void> {
  // An exact Host defeats DNS rebinding; browsers send an Origin with what other pages make them send, Stripe's clients never do.
  if (request.headers.host !== authority) return refuse(response, 421);
  if (request.headers.origin !== undefined) return refuse(response, 403);
  const body = await readBody(request);
  if (body === null) return refuse(response, 413);
  const { method = 'GET', url = '/' } = request;
  if (url.startsWith('/_control/'))
    return write(response, answerControl(simulator.control, method, url, body));
  const pdf = method === 'GET' ? simulator.pdf(url) : null;
  if (pdf !== null) {
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': pdf.length });
    response.end(pdf);
    return;
  }
  try {
    write(response, await simulator.handle({ method, path: url, headers: headersOf(request), body }));
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    // A timeout is silence: the caller hangs up.
    if (error.kind === 'reset') request.socket.destroy();
  }
}

export interface RunningSimulator {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. Rejects when the port is taken. */
export function serveSimulator(
  simulator: Simulator,
  port: number,
  report: (error: unknown) => void,
): Promise<RunningSimulator> {
  return new Promise((resolve, reject) => {
    let authority = '';
    const server = createServer((request, response) => {
      answer(simulator, request, response, authority).catch((error: unknown) => {
        report(error);
        response.destroy();
      });
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      authority = `127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : port}`;
      resolve({ address: `http://${authority}`, close: () => close(server, simulator) });
    });
  });
}

function close(server: Server, simulator: Simulator): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      simulator.close();
      resolve();
    });
    server.closeAllConnections();
  });
}
