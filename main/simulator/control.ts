// What tests, the demo and stories can do to the simulator beside Stripe's own API.
import { Failure } from './api/failure.ts';
import type { FaultRule, FaultScript } from './api/faults.ts';
import type { LoggedRequest } from './api/handler.ts';
import type { CustomerOutcome } from './options.ts';
import { receiveTransfer } from './resources/cash-balance/transfers.ts';
import { closeDispute, openDispute } from './resources/disputes.ts';
import { actAsCustomer, outcomesFor } from './resources/invoices/hosted-page.ts';
import { settled } from './resources/payments/charges.ts';
import { failRefund } from './resources/refunds.ts';
import type { Email } from './world/records.ts';
import { renderById, type JsonObject, type ShownKind } from './world/render.ts';
import type { World } from './world/world.ts';

export interface Control {
  /** Milliseconds on the simulator's clock. */
  now(): number;
  /** Moves the clock and runs everything that falls due on the way, each at its own moment. */
  advance(params: { readonly ms: number }): void;
  /**
   * The customer pays an open invoice, or tries to; the code of the refusal, null when the bank agreed. Without an outcome it
   * is paid. `amount` is for transfers. Throws a Failure when the invoice cannot be paid, or not that way.
   */
  payInvoice(params: {
    readonly invoice: string;
    readonly outcome?: CustomerOutcome;
    readonly amount?: number;
  }): { readonly declined: string | null };
  /** What can come of `payInvoice` now: only ways to pay that the invoice offers; none when it cannot be paid. */
  outcomes(params: { readonly invoice: string }): readonly CustomerOutcome[];
  /** The customer transfers money; what it covers of open invoices that take transfers is paid with it. */
  transfer(params: {
    readonly customer: string;
    readonly amount: number;
    readonly currency: string;
    readonly reference?: string;
  }): void;
  /** The customer's bank disputes a charge. Returns the dispute's id. */
  dispute(params: { readonly charge: string; readonly reason?: string }): { readonly dispute: string };
  decideDispute(params: { readonly dispute: string; readonly status: 'won' | 'lost' }): void;
  /** The customer's bank sends a refund back. */
  failRefund(params: { readonly refund: string }): void;
  readonly faults: { script(rules: readonly FaultRule[]): void };
  /** Every mail that Stripe would have sent. */
  emails(): readonly Email[];
  /** All objects of a kind as the API shows them, oldest first. */
  objects(params: { readonly type: ShownKind }): readonly JsonObject[];
  requests(): readonly LoggedRequest[];
  /** From now on the key is answered with 401. */
  revokeKey(params: { readonly key: string }): void;
  /** Fills an empty simulator with the history of a small business up to now. */
  seedCompany(): void;
}

export interface ControlParts {
  readonly world: World;
  readonly faults: FaultScript;
  readonly revokedKeys: Set<string>;
  readonly requests: readonly LoggedRequest[];
  readonly runDue: () => void;
  readonly seedCompany: () => void;
}

const keepsDeclines = (error: unknown): boolean => error instanceof Failure && error.leavesEffects;

export function createControl({
  world,
  faults,
  revokedKeys,
  requests,
  runDue,
  seedCompany,
}: ControlParts): Control {
  return {
    now: () => world.nowMs(),
    advance({ ms }) {
      world.step(() => world.advance(ms));
      runDue();
    },
    payInvoice({ invoice, outcome, amount }) {
      runDue();
      try {
        world.step(() => actAsCustomer(world, invoice, outcome, amount), world.nowMs(), keepsDeclines);
        return { declined: null };
      } catch (error) {
        if (error instanceof Failure && error.leavesEffects)
          return { declined: error.details.decline_code ?? error.details.code ?? 'declined' };
        throw error;
      }
    },
    outcomes: ({ invoice }) => outcomesFor(world, invoice),
    transfer({ customer, reference = null, ...money }) {
      runDue();
      world.step(() => receiveTransfer(world, customer, { ...money, reference }));
    },
    dispute: ({ charge, reason = 'general' }) =>
      world.step(() => ({ dispute: openDispute(world, settled(world, charge), reason).id })),
    decideDispute({ dispute, status }) {
      world.step(() => closeDispute(world, world.get('dispute', dispute), status));
    },
    failRefund({ refund }) {
      world.step(() => failRefund(world, refund));
    },
    faults: { script: (rules) => faults.replace(rules) },
    emails: () => [...world.table('email').oldestFirst()],
    objects: ({ type }) => [...world.table(type).oldestFirst()].map(({ id }) => renderById(world, type, id)),
    requests: () => requests,
    revokeKey({ key }) {
      revokedKeys.add(key);
    },
    seedCompany,
  };
}
