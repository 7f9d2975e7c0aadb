// Judges a new recurring invoice as it stands in the form, and says what would come of it.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { RecurringFields } from '../../../shared/contract/recurring.ts';
import { formatDay, dayOf } from '../../../shared/domain/dates.ts';
import { couponDiscount } from '../../../shared/domain/coupons.ts';
import { draftLines } from '../../../shared/domain/recurring.ts';
import { type RecurringProblem, recurringProblems } from '../../../shared/domain/recurring-review.ts';
import {
  invoiceDays,
  lastInvoiceDay,
  type Schedule,
  type ScheduleInput,
  type ScheduleProblem,
  scheduleOf,
} from '../../../shared/domain/recurring-schedule.ts';
import { estimateTotals } from '../../../shared/domain/totals.ts';
import { couponById } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import { listTaxRates } from '../../store/tax-rates.ts';
import type { UseContext } from '../context.ts';
import { factsFor } from './facts.ts';

type Review = CallOutput<'recurring.review'>;

const SHOWN_DAYS = 4;

export function reviewRecurring(context: UseContext, { fields }: ParsedInput<'recurring.review'>): Review {
  const { schedule, problems } = judge(context, fields);
  return {
    findings: problems.map(({ path, message }) => ({ path, message })),
    totals: periodTotals(context, fields),
    ...('message' in schedule
      ? { days: [], past: null, invoices: null, lastDay: null, notes: [] }
      : plannedDays(context, fields, schedule)),
  };
}

interface Judgement {
  readonly schedule: Schedule | ScheduleProblem;
  /** Each forbids it; none twice. */
  readonly problems: readonly Pick<RecurringProblem, 'path' | 'message'>[];
}

/** What is wrong with it and when it would bill; its rhythm is a matter of both. */
export function judge(context: UseContext, fields: RecurringFields): Judgement {
  const schedule = scheduleOf(scheduleInput(context, fields));
  const problems = recurringProblems(fields, factsFor(context, fields.customerId, fields.currency, null));
  const isNew = 'message' in schedule && !problems.some(({ path }) => path === schedule.path);
  return { schedule, problems: isNew ? [...problems, schedule] : problems };
}

export function scheduleInput(context: UseContext, fields: RecurringFields): ScheduleInput {
  const { every, start, end } = fields;
  return { every, start, end, now: context.now(), timeZone: context.timeZone };
}

function plannedDays(
  context: UseContext,
  fields: RecurringFields,
  schedule: Schedule,
): Pick<Review, 'days' | 'past' | 'invoices' | 'lastDay' | 'notes'> {
  const input = scheduleInput(context, fields);
  return {
    days: [...invoiceDays(schedule, input, SHOWN_DAYS)],
    past: pastOf(context, fields, schedule),
    invoices: schedule.invoices,
    lastDay: lastInvoiceDay(schedule, input),
    notes: notesOf(context, fields, schedule),
  };
}

/** An estimate: each period that has begun is billed whole; a coupon of a fixed amount is taken off an invoice once. */
function pastOf(context: UseContext, fields: RecurringFields, { past, anchor }: Schedule): Review['past'] {
  if (past === null) return null;
  const day = (at: number): string => dayOf(at, context.timeZone);
  const { periods } = past;
  const lines = fields.lines.map((line) => ({ ...line, quantity: line.quantity * periods }));
  const { total } = periodTotals(context, { ...fields, lines });
  return { from: day(past.at), until: day(anchor), periods, total };
}

function notesOf(
  { locale, timeZone, mode }: UseContext,
  fields: RecurringFields,
  schedule: Schedule,
): string[] {
  const notes: string[] = [];
  const day = formatDay(dayOf(schedule.anchor, timeZone), locale);
  if (schedule.begins === 'trial')
    notes.push(`Until ${day} Stripe calls it a trial, and writes an invoice of zero when it is made.`);
  if (schedule.begins === 'anchor' && !schedule.chargesBefore) notes.push(`Nothing is billed before ${day}.`);
  if (schedule.past !== null)
    notes.push(
      `${schedule.past.periods === 1 ? 'The period that has' : `The ${schedule.past.periods} periods that have`} begun since ${formatDay(dayOf(schedule.past.at, timeZone), locale)} ${schedule.past.periods === 1 ? 'is' : 'are'} billed at once, on the first invoice; the next one follows on ${day}.`,
    );
  else if (schedule.chargesBefore)
    notes.push(`The days until ${day} are charged in part, on an invoice of their own.`);
  notes.push(
    fields.collection.kind === 'send'
      ? 'Stripe keeps each invoice as a draft for about an hour, then gives it its number and sends it.'
      : 'The first invoice is charged at once; each later one about an hour after it is made.',
  );
  if (mode !== 'live' && fields.collection.kind === 'send')
    notes.push('In test mode Stripe sends no e-mail.');
  if (fields.lines.some(({ itemId }) => itemId === null))
    notes.push(
      'What is written freely becomes an item of the catalogue: Stripe bills nothing else by itself.',
    );
  return notes;
}

/** Of one whole period with the coupon taken off: an estimate by Stripe's rules. */
export function periodTotals(
  context: UseContext,
  { currency, lines, couponId, customerId }: RecurringFields,
): Review['totals'] {
  const { db } = context;
  const coupon = couponId === null ? null : couponById(db, couponId, context.now());
  const exempt = customerId === null ? undefined : customerById(db, customerId)?.fields.taxExempt;
  return estimateTotals(
    { currency, lines: draftLines(lines), discount: couponDiscount(coupon, currency) },
    listTaxRates(db, true),
    exempt !== undefined && exempt !== 'none',
  );
}
