// The bridge as a page has it on the loopback host, over a real socket.
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startServer } from '../../main/hosts/loopback/server.ts';
import { createTickets } from '../../main/hosts/loopback/tickets.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { ChangeEvent } from '../../shared/contract/events.ts';
import { createRecordedLog } from './host-app.ts';
import type { Program } from './program.ts';

/** Ends with the test. Resolves when the stream of events is open, so that none is missed. */
export async function loopbackBridge(program: Program): Promise<Bridge> {
  const token = 'a-token-of-this-test';
  const server = await startServer({
    app: {
      dispatch: (name, input) => program.dispatch(name, input),
      subscribe: (listener) => program.subscribe(listener),
      close: async () => undefined,
    },
    log: createRecordedLog(),
    bundle: new Map(),
    tickets: createTickets(program.clock, join(program.directory, 'downloads')),
    token,
    port: 0,
  });
  const headers = { 'x-quittance-token': token, 'content-type': 'application/json' };
  const listeners = new Set<(event: ChangeEvent) => void>();
  const stop = new AbortController();
  const events = await fetch(`${server.origin}/events`, { headers, signal: stop.signal });
  const reading = hear(events, (event) => listeners.forEach((listener) => listener(event)));
  onTestFinished(async () => {
    stop.abort();
    await reading;
    await server.close();
  });
  return {
    async call(name, input) {
      const body = JSON.stringify({ name, input });
      const response = await fetch(`${server.origin}/call`, { method: 'POST', headers, body });
      const answer: unknown = await response.json();
      return answer;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function hear(events: Response, tell: (event: ChangeEvent) => void): Promise<void> {
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      const lines = (rest + piece.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('data: ')) tell(ChangeEvent.parse(JSON.parse(line.slice('data: '.length))));
    }
  } catch (error) {
    // The test is over and has hung up.
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}
