// Asks Stripe whose key this is, before any books are opened with it.
import type { CallError } from '../../shared/contract/errors.ts';
import type { Ports, StripeTransport } from '../ports.ts';
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

/** Why open books take no key of another account, or of their account's other mode. */
export function otherAccount(
  books: { readonly mode: string; readonly account: { readonly name: string } },
  mode: 'test' | 'live',
): CallError {
  return books.mode === mode
    ? {
        kind: 'key-refused',
        reason: 'wrong-account',
        message: `This key belongs to another Stripe account than these books (${books.account.name}). Close the books to open others.`,
      }
    : {
        kind: 'key-refused',
        reason: 'wrong-mode',
        message: `These books are for ${books.mode} mode; this key is for ${mode} mode. Close the books to open others.`,
      };
}

/** Accepted by the simulator in this process only; opens nothing anywhere else. */
export const SAMPLE_KEY = 'sk_test_sample_books';

/** The simulated account of the sample books. */
export async function sampleAccount(ports: Ports, transport: StripeTransport): Promise<AccountFacts> {
  const gateway = createGateway({
    apiKey: SAMPLE_KEY,
    transport: transport.options,
    now: () => ports.clock.now(),
    observe: () => undefined,
  });
  const answer = await readStripeAccount(gateway);
  if (!answer.ok) throw new Refusal(answer.error);
  return { ...answer.facts, mode: 'sample', timeZone: ports.timeZone };
}
