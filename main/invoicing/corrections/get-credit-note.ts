// One credit note, whole: its lines and taxes, where the money went, and what happened to it.
import type { z } from 'zod';
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import type { TimelineEntry as EntrySchema } from '../../../shared/contract/common.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { notFound } from '../../refusal.ts';
import {
  type CreditNoteFacts,
  creditNoteFacts,
  type NoteRefundFacts,
  refundsOfNote,
} from '../../store/credit-note-detail.ts';
import { creditNoteRow } from '../../store/credit-note-list.ts';
import { workOn } from '../../store/invoice-detail.ts';
import { taxLabels } from '../../store/tax-rates.ts';
import type { UseContext } from '../context.ts';
import { refundEntry } from '../invoice-timeline.ts';
import { noteFigures } from './note-figures.ts';
import { voidRefusal } from './void-credit-note.ts';

type Detail = CallOutput<'creditNotes.get'>;
type TimelineEntry = z.infer<typeof EntrySchema>;

export function getCreditNote(context: UseContext, { id }: ParsedInput<'creditNotes.get'>): Detail {
  const { db, locale } = context;
  const note = creditNoteFacts(db, id);
  if (!note) throw notFound('credit note');
  const refunds = refundsOfNote(db, id, note.stripe_id);
  const figures = note.json === null ? null : noteFigures(JSON.parse(note.json), taxLabels(db));
  const work = note.invoice_id === null ? [] : workOn(db, [note.invoice_id]);
  const money = (amount: number): string => formatMoney(amount, note.currency, locale);
  return {
    ...creditNoteRow(note),
    stripeId: note.stripe_id,
    invoiceStripeId: note.invoice_id === null ? null : note.invoice_stripe_id,
    customerId: note.customer_id,
    memo: note.memo,
    lines: figures?.lines ?? [],
    net: figures?.net ?? note.amount,
    taxes: figures?.taxes ?? [],
    refunds: refunds.map((refund) => ({
      id: refund.id,
      paymentId: refund.payment_id,
      amount: refund.amount,
      status: refund.status,
      failureReason: refund.failure_reason,
    })),
    timeline: timelineOf(note, refunds, money),
    actions: voidRefusal(note) === null && work.every(({ state }) => state === 'failed') ? ['void'] : [],
    operations: work.map((operation) => operation.id),
  };
}

/** Newest first. */
function timelineOf(
  note: CreditNoteFacts,
  refunds: readonly NoteRefundFacts[],
  money: (amount: number) => string,
): TimelineEntry[] {
  const { stripe_id: stripeId, created } = note;
  const voidedAt = voidTime(note);
  const entries: TimelineEntry[] = [
    {
      at: created,
      text:
        stripeId === null
          ? `Credit note of ${money(note.amount)} accepted here`
          : `Credit note of ${money(note.amount)} issued`,
      detail: note.invoice_number === null ? null : `For invoice ${note.invoice_number}`,
      stripeId,
      tone: 'neutral',
    },
    ...refunds.map((refund) => refundEntry({ ...refund, day: note.day, reason: null }, money)),
    ...(voidedAt === null
      ? []
      : [{ at: voidedAt, text: 'Voided', detail: null, stripeId: null, tone: 'neutral' as const }]),
  ];
  return entries.toSorted((a, b) => a.at - b.at).toReversed();
}

function voidTime({ json }: CreditNoteFacts): number | null {
  const told: unknown = json === null ? null : JSON.parse(json);
  return typeof told === 'object' &&
    told !== null &&
    'voided_at' in told &&
    typeof told.voided_at === 'number'
    ? told.voided_at
    : null;
}
