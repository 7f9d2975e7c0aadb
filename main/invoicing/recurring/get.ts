// Recurring invoices for the page: the list, its tabs, and one of them with what came of it.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { RecurringAction } from '../../../shared/contract/recurring.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { recurringActions } from '../../../shared/domain/recurring.ts';
import { notFound } from '../../refusal.ts';
import { couponById } from '../../store/coupons.ts';
import type { Db } from '../../store/database.ts';
import { activeOperationOn } from '../../store/outbox.ts';
import { countRecurring, listRecurring, recurringRow } from '../../store/recurring-list.ts';
import { invoicesOfRecurring, recurringById, type StoredRecurring } from '../../store/recurring.ts';
import { taxRateById } from '../../store/tax-rates.ts';
import type { UseContext } from '../context.ts';

const SHOWN_INVOICES = 100;

export function recurringList(
  { db, timeZone }: UseContext,
  input: ParsedInput<'recurring.list'>,
): CallOutput<'recurring.list'> {
  return { rows: listRecurring(db, input, timeZone) };
}

export function recurringCounts(
  { db }: UseContext,
  filter: ParsedInput<'recurring.counts'>,
): CallOutput<'recurring.counts'> {
  return { tabs: countRecurring(db, filter) };
}

export function getRecurring(
  context: UseContext,
  { id }: ParsedInput<'recurring.get'>,
): CallOutput<'recurring.get'> {
  const { db, timeZone } = context;
  const stored = existingRecurring(db, id);
  const day = (at: number): string => dayOf(at, timeZone);
  const { anchor, period_start: from, period_end: until, pause, resumes_at: resumesAt, content } = stored;
  const { couponId } = content;
  return {
    ...recurringRow(stored, timeZone),
    content,
    anchorDay: anchor === null ? null : day(anchor),
    period: from === null || until === null ? null : { from: day(from), until: day(until) },
    pause: pause === null ? null : { behavior: pause, until: resumesAt === null ? null : day(resumesAt) },
    methodLabel: methodLabel(db, stored),
    taxRates: [...new Set(content.lines.flatMap(({ taxRateIds }) => taxRateIds))].map((rate) => ({
      id: rate,
      label: taxLabel(db, rate),
    })),
    couponName: couponId === null ? null : (couponById(db, couponId, context.now())?.name ?? couponId),
    actions: actionsOf(stored),
    operationId: activeOperationOn(db, stored.id)?.id ?? null,
    upcoming: stored.upcoming,
    history: stored.stripe_id === null ? [] : invoicesOfRecurring(db, stored.stripe_id, SHOWN_INVOICES),
  };
}

function methodLabel(db: Db, { content: { collection } }: StoredRecurring): string | null {
  if (collection.kind === 'send' || collection.methodId === null) return null;
  return (
    db.get<{ label: string }>('SELECT label FROM payment_method WHERE id = ?', [collection.methodId])
      ?.label ?? null
  );
}

function taxLabel(db: Db, id: string): string {
  const rate = taxRateById(db, id);
  return rate ? `${rate.name} ${rate.percentage} %` : id;
}

/** By our id or Stripe's. */
export function existingRecurring(db: Db, id: string): StoredRecurring {
  const stored = recurringById(db, id);
  if (!stored) throw notFound('recurring invoice');
  return stored;
}

export function actionsOf(stored: StoredRecurring): RecurringAction[] {
  return recurringActions({
    standing: stored.standing,
    atStripe: stored.stripe_id !== null,
    pausesCollection: stored.pause !== null,
    endsLater: stored.cancel_at !== null,
  });
}
