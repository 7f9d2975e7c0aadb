// What customers do, as tests and the demo let them.
import { Failure } from '../api/failure.ts';
import type { CustomerOutcome, PaymentOutcome } from '../options.ts';
import { receiveTransfer } from '../resources/cash-balance/transfers.ts';
import { actAsCustomer, outcomesFor } from '../resources/invoices/hosted-page.ts';
import { saveMethod } from '../resources/saved-methods.ts';
import { clockOf } from '../world/test-clock.ts';
import type { World } from '../world/world.ts';

export interface CustomerControl {
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
  /** The customer leaves a card or account with the business, to be charged later. Its id. */
  savePaymentMethod(params: {
    readonly customer: string;
    readonly outcome?: PaymentOutcome;
    /** Makes it the customer's default for invoices; true unless switched off. */
    readonly asDefault?: boolean;
  }): { readonly paymentMethod: string };
}

const keepsDeclines = (error: unknown): boolean => error instanceof Failure && error.leavesEffects;

export function createCustomerControl(world: World, runDue: () => void): CustomerControl {
  return {
    payInvoice({ invoice, outcome, amount }) {
      runDue();
      try {
        world.step(
          () => world.within(clockOf(world, invoice), () => actAsCustomer(world, invoice, outcome, amount)),
          world.nowMs(),
          keepsDeclines,
        );
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
      world.step(() =>
        world.within(clockOf(world, customer), () =>
          receiveTransfer(world, customer, { ...money, reference }),
        ),
      );
    },
    savePaymentMethod({ customer, outcome = 'succeeded', asDefault = true }) {
      runDue();
      return world.step(() => ({ paymentMethod: saveMethod(world, customer, outcome, asDefault).id }));
    },
  };
}
