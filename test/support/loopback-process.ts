// The program as a process of its own on a loopback port, spoken to as its page speaks to it.
import { join } from 'node:path';
import { z } from 'zod';
import { type CallInput, type CallName, type CallOutput, calls } from '../../shared/contract/calls.ts';
import { CallError } from '../../shared/contract/errors.ts';
import { root, startNode } from '../e2e/support/process.ts';

const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: CallError }),
]);

export interface LoopbackProcess {
  /** The call's value. Rejects when the program refuses, or dies before it answers. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  printed(): string;
  /** As a power cut would. */
  kill(): Promise<void>;
  quit(): Promise<void>;
}

/** `stripeApi` is a simulator in another process; null where only the sample books are opened. */
export async function startLoopback(directory: string, stripeApi: string | null): Promise<LoopbackProcess> {
  const program = join(root, 'dist', 'main', 'loopback.js');
  const stripe = stripeApi === null ? [] : ['--stripe-api', stripeApi];
  const started = startNode([program, '--data', directory, '--no-open', ...stripe]);
  const [, origin = '', token = ''] = await started.waitFor(
    /Quittance is open at (http:\/\/127\.0\.0\.1:\d+)\/#(\S+)/,
  );
  return {
    async call(name, input) {
      const response = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-quittance-token': token },
        body: JSON.stringify({ name, input }),
      });
      const reply = Reply.parse(await response.json());
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
      // The table's type cannot follow a generic name through zod; the value was parsed by this very schema.
      return calls[name].output.parse(reply.value) as CallOutput<typeof name>;
    },
    printed: () => started.output(),
    kill: () => started.end('SIGKILL'),
    quit: () => started.end('SIGTERM'),
  };
}
