// Reminders: proposed by the schedule in Settings, sent only when the bookkeeper says so, each step of an invoice once.
import { MOST_REMINDERS } from '../../shared/contract/reminders.ts';
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planReminder } from '../outbox/plan-simple.ts';
import { once } from '../store/commands.ts';
import {
  countProposedReminders,
  proposedReminderOf,
  proposedReminders,
  takeStep,
} from '../store/reminders.ts';
import { readSettings } from '../store/settings.ts';
import type { CommandContext } from './command-context.ts';
import { today, type UseContext } from './context.ts';
import { invoiceSubject } from './invoice-subject.ts';

export function listReminders(context: UseContext): CallOutput<'reminders.list'> {
  const { db } = context;
  const { steps } = readSettings(db).reminders;
  const day = today(context);
  return {
    rows: [...proposedReminders(db, steps, day, MOST_REMINDERS)],
    count: countProposedReminders(db, steps, day),
  };
}

type Chosen = ParsedInput<'reminders.send'>['reminders'][number];

export function sendReminders(
  context: CommandContext,
  { commandId, reminders }: ParsedInput<'reminders.send'>,
): CallOutput<'reminders.send'> {
  const { db } = context;
  return once(db, commandId, 'reminders.send', context.now(), () => {
    const skipped: CallOutput<'reminders.send'>['skipped'] = [];
    for (const chosen of reminders) {
      const reason = send(context, chosen);
      if (reason !== null) skipped.push({ invoiceId: chosen.invoiceId, reason });
    }
    return { accepted: reminders.length - skipped.length, skipped };
  });
}

/** Why it was not sent, or null. Looked at anew: since the list was shown the customer may have paid. */
function send(context: CommandContext, { invoiceId, step }: Chosen): string | null {
  const { db } = context;
  const proposed = proposedReminderOf(db, invoiceId, readSettings(db).reminders.steps, today(context));
  if (proposed?.step !== step) return 'No reminder is due any more';
  if (proposed.email === '') return 'No e-mail address';
  const operationId = context.randomId();
  enqueue(
    context,
    operationId,
    planReminder(invoiceSubject(db, invoiceId), proposed.customerName, proposed.email),
  );
  takeStep(db, { invoiceId, step, operationId, at: context.now() });
  return null;
}

export function skipReminders(
  context: UseContext,
  { commandId, reminders }: ParsedInput<'reminders.skip'>,
): CallOutput<'reminders.skip'> {
  const { db } = context;
  return once(db, commandId, 'reminders.skip', context.now(), () => {
    const { steps } = readSettings(db).reminders;
    const due = reminders.filter(
      ({ invoiceId, step }) => proposedReminderOf(db, invoiceId, steps, today(context))?.step === step,
    );
    for (const { invoiceId, step } of due) {
      takeStep(db, { invoiceId, step, operationId: null, at: context.now() });
      context.changes.add('invoice', invoiceId);
    }
    return { skipped: due.length };
  });
}
