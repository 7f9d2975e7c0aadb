// What stands in the way of sending a draft, and what a careful bookkeeper would want to know first. Pure.
import type { Coupon } from '../contract/catalogue.ts';
import type { DraftContent, ReviewFinding } from '../contract/drafts.ts';
import type { Totals } from '../contract/drafts.ts';
import { assertNever } from './assert.ts';
import { couponRefusal } from './coupons.ts';
import { tooLargeFigure } from './line-amount.ts';
import { judgeCharge, minimumCharge } from './limits.ts';
import { formatMoney, minorStep } from './money.ts';
import { methodRefusal } from './payment-methods.ts';
import { error, warning } from './review/finding.ts';
import { aboutLines, type LineFacts } from './review/lines.ts';

export interface ReviewFacts extends LineFacts {
  readonly content: DraftContent;
  readonly totals: Totals;
  readonly customer: {
    readonly email: string;
    readonly currency: string | null;
    readonly archived: boolean;
    readonly taxIds: readonly unknown[];
    readonly taxExempt: 'none' | 'exempt' | 'reverse';
  } | null;
  /** The issued invoice that the draft replaces, with why it cannot be replaced any more; null for a new invoice. */
  readonly revised: {
    readonly customerId: string | null;
    readonly currency: string;
    readonly refusal: string | null;
  } | null;
  /** The one that the draft names; null when it names none, or one that is not there. */
  readonly coupon: Coupon | null;
  /** Calendar day. */
  readonly today: string;
  readonly dueDay: string;
  readonly mode: 'sample' | 'test' | 'live';
  readonly hasKey: boolean;
  /** Whether the invoice is to be e-mailed, or issued only. */
  readonly email: boolean;
  /** Numbers or days of invoices of the same total to the same customer in the last seven days. */
  readonly sameThisWeek: readonly string[];
  /** BCP 47. */
  readonly locale: string;
}

type Finding = ReviewFinding;

/** Errors first, in the order of the form. */
export function reviewDraft(facts: ReviewFacts): readonly Finding[] {
  const findings = [
    ...aboutCustomer(facts),
    ...aboutRevision(facts),
    ...aboutLines(facts),
    ...aboutCoupon(facts),
    ...aboutTotal(facts),
    ...aboutTerms(facts),
    ...aboutMethods(facts),
    ...aboutSending(facts),
  ];
  return findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function aboutCustomer({ customer, content, email }: ReviewFacts): readonly Finding[] {
  if (!customer) return [error('no-customer', 'customerId', 'Choose the customer this invoice is for.')];
  const findings: Finding[] = [];
  if (email && customer.email === '') {
    findings.push(
      error(
        'no-email',
        'customerId',
        'This customer has no e-mail address. Add one, or issue without e-mailing.',
      ),
    );
  }
  if (customer.archived)
    findings.push(warning('archived-customer', 'customerId', 'This customer is archived.'));
  if (customer.taxExempt === 'reverse' && customer.taxIds.length === 0) {
    findings.push(
      warning(
        'no-tax-id',
        'customerId',
        'Reverse charge needs the customer’s tax number on the invoice; there is none.',
      ),
    );
  }
  if (customer.currency !== null && customer.currency !== content.currency) {
    findings.push(
      warning(
        'currency-differs',
        'currency',
        `This customer is usually invoiced in ${customer.currency.toUpperCase()}.`,
      ),
    );
  }
  return findings;
}

/** Stripe keeps customer and currency of what is replaced. */
function aboutRevision({ content, revised }: ReviewFacts): readonly Finding[] {
  if (revised === null) return [];
  if (revised.refusal !== null)
    return [error('not-revisable', '', `The invoice that this one replaces has changed. ${revised.refusal}`)];
  const findings: Finding[] = [];
  if (content.customerId !== revised.customerId)
    findings.push(error('revision-differs', 'customerId', 'A revision is for the same customer.'));
  if (content.currency !== revised.currency)
    findings.push(error('revision-differs', 'currency', 'A revision is in the same currency.'));
  return findings;
}

function aboutCoupon({ content, coupon }: ReviewFacts): readonly Finding[] {
  if (content.couponId === null) return [];
  const refusal = couponRefusal(coupon, content.currency);
  return refusal === null ? [] : [error(refusal.code, 'couponId', refusal.message)];
}

function aboutTotal({ totals, content, locale }: ReviewFacts): readonly Finding[] {
  if (totals.total < 0)
    return [
      error(
        'negative-total',
        'lines',
        'The total is below zero. An invoice asks for money; to give some back, make a credit note.',
      ),
    ];
  const findings: Finding[] = [];
  if (content.discount?.kind === 'amount' && content.discount.amount % minorStep(content.currency) !== 0) {
    findings.push(
      error(
        'too-many-digits',
        'discount',
        `The discount has more digits than ${content.currency.toUpperCase()} has.`,
      ),
    );
  }
  const verdict = judgeCharge(totals.total, content.currency, minorStep(content.currency));
  switch (verdict) {
    case 'ok':
      break;
    case 'too-small': {
      const least = formatMoney(minimumCharge(content.currency), content.currency, locale);
      findings.push(error('amount-too-small', 'lines', `Stripe charges no less than ${least}.`));
      break;
    }
    case 'too-large':
      // A line that is too large by itself has said so, where it can be put right.
      if (content.lines.every((line) => tooLargeFigure(line) === null))
        findings.push(error('amount-too-large', 'lines', 'The total is more than Stripe can charge.'));
      break;
    case 'too-many-digits':
      findings.push(
        error(
          'too-many-digits',
          'lines',
          `The total has more digits than ${content.currency.toUpperCase()} has.`,
        ),
      );
      break;
    default:
      assertNever(verdict);
  }
  if (totals.total === 0)
    findings.push(
      warning('zero-total', 'lines', 'The total is zero: Stripe marks the invoice as paid at once.'),
    );
  return findings;
}

function aboutTerms({ content, dueDay, today }: ReviewFacts): readonly Finding[] {
  if (dueDay >= today) return [];
  // Stripe refuses a due date that has passed, so there is no use in trying.
  return content.terms.kind === 'date'
    ? [error('due-in-past', 'terms', 'The due date has passed. Choose today or a later day.')]
    : [];
}

function aboutMethods({ content }: ReviewFacts): readonly Finding[] {
  return content.paymentMethods.flatMap((type) => {
    const refusal = methodRefusal(type, content.currency);
    return refusal === null ? [] : [error('method-not-in-currency', 'paymentMethods', refusal)];
  });
}

function aboutSending({ mode, hasKey, email, sameThisWeek }: ReviewFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (!hasKey)
    findings.push(
      warning('no-key', '', 'No Stripe key is connected: it waits in the outbox until there is one.'),
    );
  if (email && mode !== 'live') {
    findings.push(
      warning(
        'no-mail-in-test-mode',
        '',
        mode === 'sample' ? 'Sample data: nobody receives an e-mail.' : 'Test mode: Stripe sends no e-mail.',
      ),
    );
  }
  if (sameThisWeek.length > 0) {
    findings.push(
      warning(
        'same-amount-this-week',
        'lines',
        `The same amount went to this customer in the last seven days: ${sameThisWeek.join(', ')}.`,
      ),
    );
  }
  return findings;
}
