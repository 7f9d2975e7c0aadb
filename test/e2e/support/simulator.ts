// Stripe's simulator as a process of its own, which outlives every run of the program.
import { join } from 'node:path';
import { root, startNode } from './process.ts';

export interface SeparateSimulator {
  /** `http://127.0.0.1:PORT`, for `--stripe-api`. */
  readonly address: string;
  /** Something beside Stripe's own API: `payInvoice`, `advance`, `emails`, `objects`, ... */
  control(name: string, input?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** `file` keeps its objects. */
export async function startSimulator(file: string): Promise<SeparateSimulator> {
  const started = startNode([join(root, 'dist', 'main', 'simulator.js'), '--port', '0', '--file', file]);
  const [, address = ''] = await started.waitFor(/listens on (http:\/\/127\.0\.0\.1:\d+)/);
  return {
    address,
    async control(name, input = {}) {
      const response = await fetch(`${address}/_control/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`The simulator refused ${name}: ${response.status} ${text}`);
      const answer: unknown = text === '' ? null : JSON.parse(text);
      return answer;
    },
    close: () => started.end('SIGKILL'),
  };
}
