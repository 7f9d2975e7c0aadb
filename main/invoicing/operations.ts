// The outbox as the bookkeeper sees it, and the three things they can do with an operation.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { OperationState } from '../../shared/contract/activity.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { errorWords, explainAmounts, hasStarted } from '../outbox/explain.ts';
import { reflect } from '../outbox/reflect.ts';
import { waitsFor } from '../outbox/references.ts';
import type { OutboxStep } from '../outbox/step.ts';
import { notFound, wrongState } from '../refusal.ts';
import { once } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import {
  countOperations,
  insertNextGeneration,
  listOperations as readOperations,
  operationById,
  type OperationRow,
  stepsOf,
  updateStep,
} from '../store/outbox.ts';
import { clearSuspects } from '../store/restored.ts';
import type { CommandContext } from './command-context.ts';
import type { UseContext } from './context.ts';
import { endOperation } from './end-failed-operation.ts';

type Operation = CallOutput<'outbox.get'>;

export function listOperations(
  context: UseContext,
  input: ParsedInput<'outbox.list'>,
): CallOutput<'outbox.list'> {
  const operations = readOperations(context.db, input.view, input.limit).map((row) =>
    operationOf(context, row),
  );
  return { operations, ...countOperations(context.db) };
}

export function getOperation(context: UseContext, { id }: ParsedInput<'outbox.get'>): Operation {
  return operationOf(context, existing(context.db, id));
}

/** Ends an operation of which nothing has reached Stripe. */
export function cancelOperation(
  context: UseContext,
  input: ParsedInput<'outbox.cancel'>,
): CallOutput<'outbox.cancel'> {
  return decide(context, 'outbox.cancel', input, 'cancel', () => endOperation(context, input.id));
}

/** Does a refused step once more, under a fresh key; what was done stays done. */
export function retryOperation(
  context: CommandContext,
  input: ParsedInput<'outbox.retry'>,
): CallOutput<'outbox.retry'> {
  return decide(context, 'outbox.retry', input, 'retry', (steps) => {
    for (const step of steps) {
      if (step.state !== 'failed') continue;
      // The bank has refused the earlier attempt: only what happens from now on tells of the new one.
      insertNextGeneration(context.db, step, isCharge(step) ? { floor: context.stripeFloor() } : {});
    }
  });
}

/** A person's decision where the program cannot know: go on, or leave it. */
export function resolveOperation(
  context: CommandContext,
  input: ParsedInput<'outbox.resolve'>,
): CallOutput<'outbox.resolve'> {
  return decide(context, 'outbox.resolve', input, input.decision, (steps) => {
    if (input.decision === 'discard') {
      endOperation(context, input.id);
      return;
    }
    // A decision on what was waiting in a backup is one on all of it.
    clearSuspects(
      context.db,
      steps.map(({ id }) => id),
    );
    for (const step of steps) {
      if (step.state !== 'needs-review') continue;
      const wasRestored = step.error?.code === 'restored';
      updateStep(context.db, step, {
        state: 'failed',
        error: { code: 'superseded', message: 'A person decided to go on.' },
      });
      // What was waiting in a backup goes on as it was accepted.
      if (wasRestored) {
        insertNextGeneration(context.db, step);
        continue;
      }
      // The total, or that nobody knows whether the e-mail went out, is what the person has just accepted.
      const intent = { ...step.intent, expectTotal: null, again: true };
      const isAnew = intent.operation === 'invoices.sendInvoice' || isCharge(step);
      insertNextGeneration(context.db, step, { intent, floor: isAnew ? context.stripeFloor() : step.floor });
    }
  });
}

function isCharge({ intent }: OutboxStep): boolean {
  return intent.operation === 'invoices.pay' && intent.params['paid_out_of_band'] !== true;
}

function decide(
  context: UseContext,
  name: 'outbox.cancel' | 'outbox.retry' | 'outbox.resolve',
  input: { readonly commandId: string; readonly id: string },
  action: Operation['actions'][number],
  act: (steps: readonly OutboxStep[]) => void,
): Record<string, never> {
  const { db } = context;
  return once(db, input.commandId, name, context.now(), () => {
    const row = existing(db, input.id);
    const steps = stepsOf(db, input.id);
    if (!actionsOf(row, steps).includes(action)) {
      throw wrongState(row.state, 'This is no longer possible: it has gone on in the meantime.');
    }
    act(steps);
    reflect(db, input.id, context.now(), context.changes);
    return {};
  });
}

function existing(db: Db, id: string): OperationRow {
  const row = operationById(db, id);
  if (!row) throw notFound('operation');
  return row;
}

const KEPT_WHILE_REFERRED: ReadonlySet<OperationRow['kind']> = new Set([
  'customer.save',
  'tax-rate.create',
  'item.create',
  'price.create',
  'price.replace',
  'coupon.create',
]);

function actionsOf(row: OperationRow, steps: readonly OutboxStep[]): Operation['actions'] {
  if (row.state === 'needs-review') return ['accept', 'discard'];
  // A customer that was refused can be mended by saving it again; a tax rate cannot.
  if (row.state === 'failed') return row.kind === 'customer.save' ? ['retry'] : ['retry', 'discard'];
  const open: readonly OperationState[] = ['queued', 'waiting'];
  // Drafts may already refer to a new customer or tax rate, so those are changed rather than taken back.
  return open.includes(row.state) && !hasStarted(steps) && !KEPT_WHILE_REFERRED.has(row.kind)
    ? ['cancel']
    : [];
}

function operationOf(context: UseContext, row: OperationRow): Operation {
  const { db } = context;
  const steps = stepsOf(db, row.id);
  const current = steps.find((step) => step.state !== 'done');
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    explanation: explanationOf(context, row, current),
    subject:
      row.subject_kind === null || row.subject_id === null
        ? null
        : { kind: row.subject_kind, id: row.subject_id },
    amount:
      row.amount === null || row.currency === null ? null : { amount: row.amount, currency: row.currency },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    // With a key that Stripe refuses, nothing goes on before there is another.
    nextAttemptAt: current?.error?.code === 'key' ? null : secondsOf(current?.nextAttemptAt ?? null),
    actions: actionsOf(row, steps),
    steps: steps.map((step) => ({
      title: step.title,
      state: step.state,
      attempts: step.attempts,
      idempotencyKey: step.key,
      requestId: step.requestId,
      error: errorWords(step.error),
    })),
  };
}

function secondsOf(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.ceil(milliseconds / 1000);
}

const WAITED_FOR = {
  customer: 'the customer',
  'tax-rate': 'the tax rate',
  invoice: 'the invoice',
  item: 'the item',
  price: 'the price',
  coupon: 'the coupon',
  recurring: 'the recurring invoice',
  'recurring-end': 'the recurring invoice',
  'evidence-file': 'the file',
  refund: 'the refund',
  'copied-lines': 'the draft',
} as const;

function explanationOf(
  { db, locale }: UseContext,
  row: OperationRow,
  current: OutboxStep | undefined,
): string {
  if (row.state === 'needs-review' && current) {
    const amounts = explainAmounts(current, (amount, currency) => formatMoney(amount, currency, locale));
    if (amounts !== null) return amounts;
  }
  const missing = current?.state === 'queued' ? waitsFor(db, current) : null;
  return missing === null
    ? row.explanation
    : `Waits until ${WAITED_FOR[missing.$ref]} it needs has been saved at Stripe.`;
}
