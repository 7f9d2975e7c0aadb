// What a bookkeeper does with a recurring invoice that runs: change, pause, resume, end, and take the end back.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { RecurringAction, RecurringChange } from '../../../shared/contract/recurring.ts';
import { recurringProblems } from '../../../shared/domain/recurring-review.ts';
import { newEnd } from '../../../shared/domain/recurring-schedule.ts';
import { instantOn } from '../../../shared/domain/periods.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import {
  planEndNow,
  planEndOfPeriod,
  planKeep,
  planPause,
  planRecurringChange,
  planResume,
} from '../../outbox/plan-recurring-change.ts';
import type { RecurringSubject } from '../../outbox/plan-recurring-parts.ts';
import type { PlannedOperation } from '../../outbox/step.ts';
import { invalidInput, Refusal, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { activeOperationOn } from '../../store/outbox.ts';
import type { StoredRecurring } from '../../store/recurring.ts';
import type { CommandContext } from '../command-context.ts';
import { today, type UseContext } from '../context.ts';
import { endFailedOperation } from '../end-failed-operation.ts';
import { factsFor } from './facts.ts';
import { actionsOf, existingRecurring } from './get.ts';
import { makeItems } from './new-items.ts';

export function changeRecurring(
  context: CommandContext,
  { commandId, id, change }: ParsedInput<'recurring.change'>,
): CallOutput<'recurring.change'> {
  return accept(context, { commandId, id, name: 'recurring.change', action: 'change' }, (subject, stored) => {
    const end = acceptableEnd(context, stored, change);
    const { lines, couponId, collection, memo, footer } = change;
    const plan = planRecurringChange({
      ...subject,
      before: stored.content,
      after: { lines, couponId, collection, memo, footer },
      priced: stored,
      every: change.every,
      proration: change.proration,
      end,
      newItems: makeItems(context, lines),
    });
    if (!plan) throw wrongState('same', 'Nothing has been changed.');
    return plan;
  });
}

/** Refuses what cannot be changed so; answers the new end, undefined to leave it. */
export function acceptableEnd(
  context: UseContext,
  stored: StoredRecurring,
  change: RecurringChange,
): number | null | undefined {
  const every = change.every ?? stored.every;
  const isNewRhythm = JSON.stringify(every) !== JSON.stringify(stored.every);
  if (isNewRhythm) refuseEnding(stored, change);
  // A new rhythm prices every item anew, so nothing of it is as it was.
  const before = isNewRhythm ? null : stored.content;
  const facts = factsFor(context, stored.customer_id, stored.currency, before);
  const problems = recurringProblems({ ...change, currency: stored.currency, every }, facts);
  const issues = problems.map(({ path, message }) => ({ path: `change.${path}`, message }));
  if (issues.length > 0) throw new Refusal({ kind: 'invalid-input', issues });
  if (change.end === null) return undefined;
  const { anchor, period_end: nextAt } = stored;
  if (anchor === null || nextAt === null) return undefined;
  const end = newEnd(change.end, { anchor, nextAt, every }, context.timeZone, today(context));
  if (end === undefined) throw invalidInput('change.end', 'It cannot end in the past.');
  return end === stored.cancel_at ? undefined : end;
}

/** Periods of another length would not come to the end that was chosen. */
function refuseEnding(
  { cancel_at: cancelAt, endsWithPeriod: ending }: StoredRecurring,
  { end }: RecurringChange,
): void {
  if (end !== null || cancelAt !== null || ending)
    throw invalidInput('change.every', 'Change the rhythm while it has no end, and then set the end.');
}

export function pauseRecurring(
  context: CommandContext,
  { commandId, id, behavior, until }: ParsedInput<'recurring.pause'>,
): CallOutput<'recurring.pause'> {
  return accept(context, { commandId, id, name: 'recurring.pause', action: 'pause' }, (subject) => {
    if (until !== null && until <= today(context))
      throw invalidInput('until', 'It resumes on a later day than today.');
    return planPause(subject, behavior, until === null ? null : instantOn(until, context.timeZone));
  });
}

export function resumeRecurring(
  context: CommandContext,
  { commandId, id }: ParsedInput<'recurring.resume'>,
): CallOutput<'recurring.resume'> {
  return accept(context, { commandId, id, name: 'recurring.resume', action: 'resume' }, planResume);
}

export function cancelRecurring(
  context: CommandContext,
  { commandId, id, when, credit }: ParsedInput<'recurring.cancel'>,
): CallOutput<'recurring.cancel'> {
  return accept(context, { commandId, id, name: 'recurring.cancel', action: 'cancel' }, (subject, stored) => {
    if (when === 'now') return planEndNow(subject, credit);
    if (stored.standing === 'incomplete')
      throw wrongState('incomplete', 'Its first invoice is not paid: it can only be ended now.');
    if (endsWithPeriod(stored)) throw wrongState('ending', 'It ends with this period already.');
    return planEndOfPeriod(subject);
  });
}

function endsWithPeriod({ cancel_at: cancelAt, period_end: periodEnd }: StoredRecurring): boolean {
  return cancelAt !== null && periodEnd !== null && cancelAt <= periodEnd;
}

export function keepRecurring(
  context: CommandContext,
  { commandId, id }: ParsedInput<'recurring.keep'>,
): CallOutput<'recurring.keep'> {
  return accept(context, { commandId, id, name: 'recurring.keep', action: 'keep' }, (subject, stored) =>
    planKeep(subject, stored.endsWithPeriod),
  );
}

interface Accepting {
  readonly commandId: string;
  readonly id: string;
  readonly name: `recurring.${string}`;
  readonly action: RecurringAction;
}

/** One at a time: two changes under way could not be told apart at Stripe, where the later mark covers the earlier. */
function accept(
  context: CommandContext,
  { commandId, id, name, action }: Accepting,
  plan: (subject: RecurringSubject, stored: StoredRecurring) => PlannedOperation,
): { operationId: string } {
  const { db } = context;
  return once(db, commandId, name, context.now(), () => {
    const stored = existingRecurring(db, id);
    refuseUnlessPossible(stored, action);
    endFailedOperation(context, stored.id);
    if (activeOperationOn(db, stored.id) !== undefined)
      throw wrongState('busy', 'An earlier change of it is still under way. See Activity.');
    const operationId = context.randomId();
    const subject = { operationId, recurringId: stored.id, customerName: stored.customer_name };
    enqueue(context, operationId, plan(subject, stored));
    return { operationId };
  });
}

function refuseUnlessPossible(stored: StoredRecurring, action: RecurringAction): void {
  if (stored.standing === 'ended')
    throw wrongState('ended', 'This recurring invoice has ended. Begin a new one instead.');
  if (stored.stripe_id === null)
    throw wrongState('not-at-stripe', 'Stripe does not have it yet. See Activity.');
  if (!actionsOf(stored).includes(action)) throw wrongState(stored.standing, WHY_NOT[action]);
}

const WHY_NOT: Readonly<Record<RecurringAction, string>> = {
  change: 'Its first invoice is not paid yet: until then Stripe lets nothing of it be changed.',
  pause: 'It is paused already, or its first invoice is not paid.',
  resume: 'It is not paused.',
  cancel: 'It cannot be ended now.',
  keep: 'It has no coming end.',
};
