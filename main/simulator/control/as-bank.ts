// What customers' banks do, as tests and the demo let them.
import { closeDispute, escalate, offerAppeal } from '../resources/disputes/decide.ts';
import { openDispute } from '../resources/disputes/open.ts';
import { settled } from '../resources/payments/charges.ts';
import { adjust } from '../resources/balance-transactions.ts';
import { failPayout } from '../resources/payout-returns.ts';
import { acceptRefund, completeRefund, failRefund } from '../resources/refunds/progress.ts';
import type { World } from '../world/world.ts';

export interface BankControl {
  /** The business's own bank sends a payout back; the code is one of Stripe's `failure_code`s. */
  failPayout(params: { readonly payout: string; readonly code?: string }): void;
  /** Stripe books something by itself, as a fee of the month; negative takes money. */
  adjust(params: {
    readonly amount: number;
    readonly description: string;
    readonly type?: 'adjustment' | 'stripe_fee';
  }): void;
  /** The customer's bank disputes a charge, or asks about it first (`inquiry`). Returns the dispute's id. */
  dispute(params: {
    readonly charge: string;
    readonly reason?: string;
    readonly kind?: 'chargeback' | 'inquiry' | 'prevented';
    readonly amount?: number;
    /** False when the bank allows no answer. */
    readonly answerable?: boolean;
  }): { readonly dispute: string };
  /** The bank decides; `won` is also what a dispute becomes that the customer withdraws. An inquiry closes, or is lost with the money. */
  decideDispute(params: { readonly dispute: string; readonly status: 'won' | 'lost' }): void;
  /** An inquiry becomes a chargeback. */
  escalateDispute(params: { readonly dispute: string }): void;
  /** A lost dispute may be appealed. */
  offerAppeal(params: { readonly dispute: string }): void;
  /** The customer's bank sends a refund back; the reason is one of Stripe's `failure_reason`s. */
  failRefund(params: { readonly refund: string; readonly reason?: string }): void;
  /** A pending refund reaches the customer now. */
  completeRefund(params: { readonly refund: string }): void;
  /** The customer of a refund that requires action says where the money goes. */
  acceptRefund(params: { readonly refund: string }): void;
}

export function createBankControl(world: World): BankControl {
  return {
    failPayout({ payout, code }) {
      world.step(() => failPayout(world, payout, code));
    },
    adjust({ amount, description, type = 'adjustment' }) {
      world.step(() => adjust(world, amount, description, type));
    },
    dispute: ({ charge, reason = 'general', ...more }) =>
      world.step(() => ({ dispute: openDispute(world, settled(world, charge), { reason, ...more }).id })),
    decideDispute({ dispute, status }) {
      world.step(() => closeDispute(world, world.get('dispute', dispute), status));
    },
    escalateDispute({ dispute }) {
      world.step(() => escalate(world, world.get('dispute', dispute)));
    },
    offerAppeal({ dispute }) {
      world.step(() => offerAppeal(world, world.get('dispute', dispute)));
    },
    failRefund({ refund, reason }) {
      world.step(() => failRefund(world, refund, reason));
    },
    completeRefund({ refund }) {
      world.step(() => completeRefund(world, refund));
    },
    acceptRefund({ refund }) {
      world.step(() => acceptRefund(world, refund));
    },
  };
}
