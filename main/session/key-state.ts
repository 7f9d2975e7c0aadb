// What is said of a key while it is in use: its kind, how well it is kept, and what Stripe thinks of it. Never the key.
import type { CallError } from '../../shared/contract/errors.ts';
import { classifyKey } from '../stripe/key.ts';

export interface KeyState {
  readonly kind: 'secret' | 'restricted' | 'sample' | null;
  readonly keeps: 'os' | 'session' | null;
  readonly problem: CallError | null;
}

export const NO_KEY: KeyState = { kind: null, keeps: null, problem: null };

export function stateOfKey(key: string, keeps: 'os' | 'session'): KeyState {
  const kind = classifyKey(key);
  return { kind: kind.ok ? kind.kind : null, keeps, problem: null };
}
