// Questions about whose Stripe account the program works with.
import type { Question } from '../ports.ts';
import { classifyKey } from '../stripe/key.ts';

/** A first test key can do no harm; a live one, or one in another's place, is the person's to give. Nothing of the key is shown. */
export function askConnect(key: string, hasKey: boolean): Question | null {
  const kind = classifyKey(key.trim());
  if (!kind.ok || (kind.mode === 'test' && !hasKey)) return null;
  return {
    title: hasKey ? 'Use another Stripe key?' : 'Connect a live Stripe key?',
    detail:
      kind.mode === 'live'
        ? 'With this key Quittance sends real invoices and moves real money in the account that it belongs to.'
        : 'Quittance then works with the account that the new test key belongs to.',
    action: hasKey ? 'Use the new key' : 'Connect',
  };
}

export function askForget(hasKey: boolean): Question | null {
  if (!hasKey) return null;
  return {
    title: 'Forget the Stripe key?',
    detail: 'Until a key is given again nothing is sent and nothing new arrives. The books stay.',
    action: 'Forget key',
  };
}
