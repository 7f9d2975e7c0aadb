// What each kind of due task does when its moment comes.
import { bankDecides, endInquiry, passDueDate } from './resources/disputes/decide.ts';
import { customerActs } from './resources/invoices/expected-payment.ts';
import { settleDebit } from './resources/payments/debits.ts';
import { advanceDraft, becomeOverdue } from './resources/invoices/advance.ts';
import { collect } from './resources/invoices/collect.ts';
import { settled } from './resources/payments/charges.ts';
import { changeMethod } from './resources/saved-methods.ts';
import { arrive, createPayouts } from './resources/payouts.ts';
import { completeRefund, expireRefund, failRefund, retryRefund } from './resources/refunds/progress.ts';
import { wake } from './resources/subscriptions/wake.ts';
import type { Task } from './world/records.ts';
import type { World } from './world/world.ts';

type Kind = Exclude<Task['kind'], 'late-request'>;
type Runners = {
  readonly [K in Kind]: (world: World, task: Extract<Task, { readonly kind: K }>) => void;
};

const runners: Runners = {
  'settle-charge': (world, task) => void settled(world, task.charge),
  'settle-debit': (world, task) => settleDebit(world, task.paymentIntent),
  'complete-refund': (world, task) => completeRefund(world, task.refund),
  'expire-refund': (world, task) => expireRefund(world, task.refund),
  'fail-refund': (world, task) => failRefund(world, task.refund),
  'retry-refund': (world, task) => retryRefund(world, task.refund),
  'dispute-due': (world, task) => passDueDate(world, task.dispute, task.dueBy),
  'dispute-verdict': (world, task) => bankDecides(world, task.dispute),
  'inquiry-ends': (world, task) => endInquiry(world, task.dispute),
  'customer-acts': (world, task) => customerActs(world, task.invoice, task.act),
  'customer-changes-method': (world, task) => changeMethod(world, task.customer, task.token),
  'finalize-invoice': (world, task) => advanceDraft(world, task.invoice),
  'collect-invoice': (world, task) => collect(world, task.invoice),
  'invoice-overdue': (world, task) => becomeOverdue(world, task.invoice),
  'wake-subscription': (world, task) => wake(world, task.subscription),
  'create-payouts': (world) => createPayouts(world),
  'payout-arrives': (world, task) => arrive(world, task.payout),
};

function run<K extends Kind>(world: World, kind: K, task: Extract<Task, { readonly kind: K }>): void {
  const runner: (world: World, task: Extract<Task, { readonly kind: K }>) => void = runners[kind];
  runner(world, task);
}

export function perform(
  world: World,
  task: Task,
  runLate: (task: Extract<Task, { readonly kind: 'late-request' }>) => void,
): void {
  if (task.kind === 'late-request') runLate(task);
  else run(world, task.kind, task);
}
