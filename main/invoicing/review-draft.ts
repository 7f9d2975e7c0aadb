// The review before sending: what will happen, to whom, for how much, and what stands against it.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { dueAfterBalance } from '../../shared/domain/customer-balance.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { paymentMethodName } from '../../shared/domain/payment-methods.ts';
import { type ReviewFacts, reviewDraft as judge } from '../../shared/domain/review.ts';
import { couponById } from '../store/coupons.ts';
import { customerBalance } from '../store/customer-balance.ts';
import { customerById } from '../store/customers.ts';
import { itemById } from '../store/items.ts';
import { revisedBy } from '../store/revisions.ts';
import { listTaxRates } from '../store/tax-rates.ts';
import { draftTotals } from './draft-totals.ts';
import { today, type UseContext } from './context.ts';
import { getDraft } from './get-draft.ts';
import { refusalOf } from './revise-invoice.ts';

type Review = CallOutput<'drafts.review'>;

export function reviewDraft(context: UseContext, { id }: ParsedInput<'drafts.review'>): Review {
  const { content, revises } = getDraft(context, { id });
  const customer = content.customerId === null ? undefined : customerById(context.db, content.customerId);
  const totals = draftTotals(context, content);
  const balance = balanceFor(context, customer?.stripeId ?? null, content.currency);
  const amountDue = dueAfterBalance(totals.total, balance, content.currency);
  return {
    findings: [...findingsOf(context, id, content, true)],
    totals,
    balance,
    amountDue,
    recipient: customer ? { name: customer.fields.name, email: customer.fields.email } : null,
    dueDate: dueDay(context, content),
    steps: [...stepsInWords(content, customer?.fields.email ?? '', revises?.number ?? null)],
    numbering: 'Stripe gives the next free number when the invoice is issued; it is never given twice.',
  };
}

/** What Stripe keeps for the customer, which it applies to invoices of the same currency only. */
function balanceFor({ db }: UseContext, stripeId: string | null, currency: string): number {
  const balance = customerBalance(db, stripeId);
  return balance?.currency === currency ? balance.amount : 0;
}

/** The findings for a content, to be e-mailed or issued only. */
export function findingsOf(
  context: UseContext,
  draftId: string,
  content: DraftContent,
  email: boolean,
): ReturnType<typeof judge> {
  const customer = content.customerId === null ? undefined : customerById(context.db, content.customerId);
  const totals = draftTotals(context, content);
  return judge({
    content,
    totals,
    customer:
      customer && !customer.deleted
        ? { ...customer.fields, currency: customer.currency, archived: customer.archived }
        : null,
    isItemInUse: (id) => itemById(context.db, id)?.active === true,
    coupon: content.couponId === null ? null : couponById(context.db, content.couponId, context.now()),
    knownTaxRateIds: new Set(listTaxRates(context.db, false).map(({ id }) => id)),
    revised: revisedFacts(context, draftId),
    today: today(context),
    dueDay: dueDay(context, content),
    mode: context.mode,
    hasKey: context.hasKey(),
    email,
    sameThisWeek: sameThisWeek(context, draftId, content, totals.total),
    locale: context.locale,
  } satisfies ReviewFacts);
}

function revisedFacts({ db }: UseContext, id: string): ReviewFacts['revised'] {
  const invoice = revisedBy(db, id);
  return invoice
    ? { customerId: invoice.customer_id, currency: invoice.currency, refusal: refusalOf(invoice) }
    : null;
}

function dueDay(context: UseContext, { terms }: DraftContent): string {
  return terms.kind === 'date' ? terms.date : addDays(today(context), terms.days);
}

/** But for the invoice that the draft replaces. */
function sameThisWeek(
  context: UseContext,
  draftId: string,
  content: DraftContent,
  total: number,
): readonly string[] {
  if (content.customerId === null || total === 0) return [];
  return context.db
    .all<{ label: string }>(
      `SELECT ifnull(number, issue_day) AS label FROM invoice
       WHERE customer_id = ? AND issue_day >= ? AND deleted = 0 AND status IN ('open', 'paid') AND total = ? AND currency = ?
         AND stripe_id IS NOT (SELECT revises FROM invoice WHERE id = ?)
       ORDER BY issue_day DESC LIMIT 3`,
      [content.customerId, addDays(today(context), -7), total, content.currency, draftId],
    )
    .map(({ label }) => label);
}

function stepsInWords(
  { paymentMethods }: DraftContent,
  email: string,
  revises: string | null,
): readonly string[] {
  const ways = paymentMethods.map(paymentMethodName).join(', ');
  return [
    revises === null
      ? 'A draft is made at Stripe with these lines.'
      : `A revision of ${revises} is made at Stripe with these lines.`,
    ...(ways === '' ? [] : [`It can be paid by: ${ways}.`]),
    'Stripe works out the total; if it differs from yours, it stops and asks you.',
    'Stripe gives the number, and the invoice can no longer be changed.',
    ...(revises === null
      ? []
      : [`${revises} is voided: it can no longer be paid, and its number stays used.`]),
    ...(email === '' ? [] : [`Stripe e-mails it to ${email} with a link to pay.`]),
  ];
}
