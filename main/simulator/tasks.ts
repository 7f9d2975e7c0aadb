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
import { arriveAtTime } from './resources/test-clocks/advance.ts';
import { deleteClock } from './resources/test-clocks/delete.ts';
import type { Task } from './world/records.ts';
import { clockOf } from './world/test-clock.ts';
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
  'arrive-at-time': (world, { testClock, target }) =>
    arriveAtTime(world, testClock, target, (task) => {
      if (task.kind !== 'late-request') performInTime(world, task);
    }),
  'delete-test-clock': (world, task) => deleteClock(world, task.testClock),
};

function run<K extends Kind>(world: World, kind: K, task: Extract<Task, { readonly kind: K }>): void {
  const runner: (world: World, task: Extract<Task, { readonly kind: K }>) => void = runners[kind];
  runner(world, task);
}

/** What a task is about, when it may be something of a customer. */
function subjectOf(task: Task): string {
  if ('invoice' in task) return task.invoice;
  if ('subscription' in task) return task.subscription;
  if ('paymentIntent' in task) return task.paymentIntent;
  if ('charge' in task) return task.charge;
  if ('refund' in task) return task.refund;
  if ('dispute' in task) return task.dispute;
  return 'customer' in task ? task.customer : '';
}

/** What a bank decides in the account's own time changes an invoice in the time of its test clock. */
function performInTime(world: World, task: Extract<Task, { readonly kind: Kind }>): void {
  world.within(clockOf(world, subjectOf(task)), () => run(world, task.kind, task));
}

export function perform(
  world: World,
  task: Task,
  runLate: (task: Extract<Task, { readonly kind: 'late-request' }>) => void,
): void {
  if (task.kind === 'late-request') runLate(task);
  else performInTime(world, task);
}
