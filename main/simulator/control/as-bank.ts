// What customers' banks do, as tests and the demo let them.
import { closeDispute, openDispute } from '../resources/disputes.ts';
import { settled } from '../resources/payments/charges.ts';
import { failRefund } from '../resources/refunds.ts';
import type { World } from '../world/world.ts';

export interface BankControl {
  /** The customer's bank disputes a charge. Returns the dispute's id. */
  dispute(params: { readonly charge: string; readonly reason?: string }): { readonly dispute: string };
  decideDispute(params: { readonly dispute: string; readonly status: 'won' | 'lost' }): void;
  /** The customer's bank sends a refund back. */
  failRefund(params: { readonly refund: string }): void;
}

export function createBankControl(world: World): BankControl {
  return {
    dispute: ({ charge, reason = 'general' }) =>
      world.step(() => ({ dispute: openDispute(world, settled(world, charge), reason).id })),
    decideDispute({ dispute, status }) {
      world.step(() => closeDispute(world, world.get('dispute', dispute), status));
    },
    failRefund({ refund }) {
      world.step(() => failRefund(world, refund));
    },
  };
}
