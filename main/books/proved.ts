// Books go out of the house only when they are proved, or say themselves that they are not.
import type { Proof } from '../../shared/contract/ledger.ts';
import { wrongState } from '../refusal.ts';

/** Before entries are handed to a program that takes them for true. */
export function refuseUnproved({ state }: Pick<Proof, 'state'>): void {
  if (state === 'posting')
    throw wrongState('posting', 'Something that Stripe told is not posted yet. Try again in a moment.');
  if (state === 'out-of-balance')
    throw wrongState('out-of-balance', 'The books are out of balance: see Proof for what differs.');
}
