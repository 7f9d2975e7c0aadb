// What each kind of due task does when its moment comes.
import { bankDecides, endInquiry, passDueDate } from './resources/disputes/decide.ts';
import { actAsCustomer } from './resources/invoices/hosted-page.ts';
import { settleDebit } from './resources/payments/debits.ts';
import { advanceDraft, becomeOverdue } from './resources/invoices/advance.ts';
import { collect } from './resources/invoices/collect.ts';
import { settled } from './resources/payments/charges.ts';
import { arrive, createPayouts } from './resources/payouts.ts';
import { failRefund } from './resources/refunds.ts';
import { wake } from './resources/subscriptions/wake.ts';
import type { Task } from './world/records.ts';
import type { World } from './world/world.ts';

/** A customer pays only what is still open. */
function customerPays(world: World, invoiceId: string): void {
  if (world.find('invoice', invoiceId)?.status === 'open') actAsCustomer(world, invoiceId, undefined);
}

export function perform(
  world: World,
  task: Task,
  runLate: (task: Extract<Task, { readonly kind: 'late-request' }>) => void,
): void {
  switch (task.kind) {
    case 'settle-charge':
      settled(world, task.charge);
      return;
    case 'settle-debit':
      settleDebit(world, task.paymentIntent);
      return;
    case 'fail-refund':
      failRefund(world, task.refund);
      return;
    case 'dispute-due':
      passDueDate(world, task.dispute, task.dueBy);
      return;
    case 'dispute-verdict':
      bankDecides(world, task.dispute);
      return;
    case 'inquiry-ends':
      endInquiry(world, task.dispute);
      return;
    case 'customer-pays':
      customerPays(world, task.invoice);
      return;
    case 'finalize-invoice':
      advanceDraft(world, task.invoice);
      return;
    case 'collect-invoice':
      collect(world, task.invoice);
      return;
    case 'invoice-overdue':
      becomeOverdue(world, task.invoice);
      return;
    case 'wake-subscription':
      wake(world, task.subscription);
      return;
    case 'create-payouts':
      createPayouts(world);
      return;
    case 'payout-arrives':
      arrive(world, task.payout);
      return;
    case 'late-request':
      runLate(task);
  }
}
