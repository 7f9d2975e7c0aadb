// Change events as a stream of server-sent events.
import type { ServerResponse } from 'node:http';
import type { App } from '../../app.ts';

/** Often enough that a browser which has gone to sleep is noticed, and cheap. */
const heartbeatMs = 20_000;

/** Keeps the response open and writes each change event to it until the page goes away. */
export function sendEvents(app: Pick<App, 'subscribe'>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  const unsubscribe = app.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
