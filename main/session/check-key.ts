// Asks Stripe whose key this is, before any books are opened with it.
import type { CallError } from '../../shared/contract/errors.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { AccountFacts } from '../store/account.ts';
import { createGateway } from '../stripe/gateway.ts';
import type { RequestRecord } from '../stripe/record.ts';
import { readStripeAccount } from './account.ts';

export interface KeyCheck {
  readonly key: string;
  /** By its prefix. */
  readonly mode: 'test' | 'live';
  readonly observe: (record: RequestRecord) => void;
}

/** Refuses with `key-refused`, `stripe-refused` or `offline` and the reason. */
export async function accountOfKey(ports: Ports, { key, mode, observe }: KeyCheck): Promise<AccountFacts> {
  const transport = ports.stripe({ kind: 'stripe', folder: ports.directory });
  try {
    if (mode === 'live' && transport.options.host !== undefined) throw new Refusal(liveKeyForSimulator());
    const now = (): number => ports.clock.now();
    const gateway = createGateway({ apiKey: key, transport: transport.options, now, observe });
    const answer = await readStripeAccount(gateway);
    if (!answer.ok) throw new Refusal(answer.error);
    if (answer.livemode !== (mode === 'live')) {
      throw new Refusal({
        kind: 'key-refused',
        reason: 'wrong-mode',
        message: 'Stripe says that this key is for the other mode than its prefix.',
      });
    }
    return { ...answer.facts, mode, timeZone: ports.timeZone };
  } finally {
    transport.close();
  }
}

export function liveKeyForSimulator(): CallError {
  const message = 'This program was started against a simulator of Stripe, which takes test keys only.';
  return { kind: 'key-refused', reason: 'wrong-mode', message };
}
