// What each kind of due task does when its moment comes.
import { finalize } from './resources/invoices/finalize.ts';
import { actAsCustomer } from './resources/invoices/hosted-page.ts';
import { settleDebit } from './resources/payments/debits.ts';
import { settled } from './resources/payments/charges.ts';
import { arrive, createPayouts } from './resources/payouts.ts';
import { failRefund } from './resources/refunds.ts';
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
    case 'customer-pays':
      customerPays(world, task.invoice);
      return;
    case 'finalize-invoice':
      if (world.find('invoice', task.invoice)?.status === 'draft') finalize(world, task.invoice);
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
