// The start page: what is owed, what came in, what needs a person.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { daysBetween } from '../../shared/domain/dates.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { declineWords } from '../../shared/text/decline-words.ts';
import { type AttentionRow, needsAttention } from '../store/attention.ts';
import { hasBlob } from '../store/blobs.ts';
import {
  aging,
  type Happening,
  oldestPastDue,
  paidByMonth,
  paidSince,
  recentHappenings,
  firstSteps,
} from '../store/home.ts';
import { countMismatches } from '../store/mismatches.ts';
import { sumInvoices } from '../store/invoice-sums.ts';
import { hasSavedSettings, readSettings } from '../store/settings.ts';
import { reconciliation } from './bank/reconciliation.ts';
import { today, type UseContext } from './context.ts';

type Home = CallOutput<'home.get'>;

const RECENT = 8;
const ATTENTION = 20;
/** A refund that failed longer ago than this has been dealt with or never will be. */
const REFUND_MEMORY_SECONDS = 60 * 86_400;

export function getHome(context: UseContext): Home {
  const { db } = context;
  const day = today(context);
  const sums = (tab: 'past-due' | 'open' | 'draft') => sumInvoices(db, { tab, dateField: 'issue' }, day);
  const oldest = oldestPastDue(db, day);
  return {
    today: day,
    pastDue: { ...sums('past-due'), oldestDays: oldest === null ? null : daysBetween(oldest, day) },
    open: sums('open'),
    paidThisMonth: paidSince(db, `${day.slice(0, 7)}-01`),
    drafts: sums('draft'),
    aging: aging(db, day),
    paidByMonth: paidByMonth(db, day),
    attention: attention(context),
    recent: recentHappenings(db, RECENT).map((happening) => recentOf(happening)),
    checklist: checklist(context),
  };
}

function attention(context: UseContext): Home['attention'] {
  const now = context.now();
  const rows: Home['attention'] = needsAttention(context.db, now, now - REFUND_MEMORY_SECONDS, ATTENTION).map(
    (row) => ({
      kind: row.kind,
      text: attentionText(row, context),
      invoiceId: row.invoice_id,
      disputeId: row.dispute_id,
      operationId: row.operation_id,
    }),
  );
  rows.push(...unmatched(context), ...atTheBank(context));
  if (context.hasKey()) return rows;
  return [
    {
      kind: 'key-problem',
      text: 'Stripe is not connected: nothing is sent or updated.',
      invoiceId: null,
      disputeId: null,
      operationId: null,
    },
    ...rows,
  ];
}

/** One row for all of them: they are worked off on a list of their own. */
function unmatched({ db }: UseContext): Home['attention'] {
  const count = countMismatches(db);
  if (count === 0) return [];
  const text =
    count === 1
      ? 'A refund or a credit note has no counterpart.'
      : `${count} refunds and credit notes have no counterpart.`;
  return [{ kind: 'unmatched-corrections', text, invoiceId: null, disputeId: null, operationId: null }];
}

/** What the bank's statements and the payouts do not agree on. */
function atTheBank({ db }: UseContext): Home['attention'] {
  const { lines, missing } = reconciliation(db);
  const claims = lines.filter(({ standing }) => standing === 'claims').length;
  const texts = [
    missing.length === 1
      ? 'A payout did not arrive at the bank.'
      : `${missing.length} payouts did not arrive at the bank.`,
    claims === 1
      ? 'A line of the bank’s statement names Stripe and is no payout.'
      : `${claims} lines of the bank’s statements name Stripe and are no payouts.`,
  ];
  return [missing.length, claims].flatMap((count, index) => {
    const text = texts[index] ?? '';
    return count === 0
      ? []
      : [{ kind: 'bank' as const, text, invoiceId: null, disputeId: null, operationId: null }];
  });
}

function attentionText(row: AttentionRow, { locale, timeZone }: UseContext): string {
  const amount =
    row.amount === null || row.currency === null ? '' : formatMoney(row.amount, row.currency, locale);
  const who = row.number === null ? (row.customer_name ?? '') : `${row.customer_name ?? ''} (${row.number})`;
  switch (row.kind) {
    case 'failed-operation':
      return `${row.detail ?? 'An operation'} failed.`;
    case 'review-operation':
      return `${row.detail ?? 'An operation'} needs your decision.`;
    case 'dispute': {
      const until = row.due_by === null ? '' : ` Answer by ${formatInstant(row.due_by, locale, timeZone)}.`;
      return `${who} disputes ${amount}.${until}`;
    }
    case 'failed-refund':
      return `The refund of ${amount} to ${who} failed.`;
    case 'failed-payment':
      return `A payment of ${amount} by ${who} failed. ${declineWords(row.detail).reason}`;
  }
}

function formatInstant(unixSeconds: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(unixSeconds * 1000);
}

function recentOf(happening: Happening): Home['recent'][number] {
  return {
    invoiceId: happening.invoiceId,
    number: happening.number,
    customerName: happening.customerName,
    text: happening.kind === 'paid' ? 'Paid' : 'Issued',
    date: happening.day,
    amount: { amount: happening.total, currency: happening.currency },
  };
}

function checklist({ db, mode }: UseContext): Home['checklist'] {
  const { company } = readSettings(db);
  const begun = firstSteps(db);
  return [
    { step: 'company', done: hasSavedSettings(db) && company.name !== '' && company.address.line1 !== '' },
    { step: 'logo', done: hasBlob(db, 'logo') },
    { step: 'tax-rates', done: begun.hasTaxRate },
    { step: 'customer', done: begun.hasCustomer },
    { step: 'invoice', done: begun.hasSentInvoice },
    { step: 'connect', done: mode !== 'sample' },
  ];
}
