// The earlier payments of a customer that can speak for a disputed one, with what the books know of each.
import { z } from 'zod';
import type { CompellingPart, KnownPayment } from '../../../shared/contract/compelling-evidence.ts';
import { type CardPayment, qualifyingPriors } from '../../../shared/domain/compelling-rules.ts';
import type { Db } from '../../store/database.ts';
import type { DisputeFacts } from '../../store/dispute-detail.ts';
import { storedText } from '../../store/mirror-objects.ts';
import { paymentsBefore, type PriorFacts } from '../../store/prior-payments.ts';
import type { UseContext } from '../context.ts';
import { StripeAddress } from './compelling-at-stripe.ts';
import { knownTexts } from './known-texts.ts';

const FRAUD = z
  .string()
  .nullish()
  .transform((word) => word === 'fraudulent');

const Charge = z.object({
  id: z.string(),
  created: z.int(),
  paid: z.boolean().nullish(),
  disputed: z.boolean().nullish(),
  fraud_details: z.object({ user_report: FRAUD, stripe_report: FRAUD }).nullish(),
  payment_method: z.string().nullish(),
  payment_method_details: z
    .object({ card: z.object({ fingerprint: z.string().nullish() }).nullish() })
    .nullish(),
  amount: z.int(),
  shipping: z.object({ address: StripeAddress }).nullish(),
});
type Charge = z.infer<typeof Charge>;

function chargeOf(json: string | undefined): Charge | undefined {
  return Charge.safeParse(JSON.parse(json ?? 'null')).data;
}

function cardPayment(charge: Charge, facts?: Pick<PriorFacts, 'disputed' | 'fraud'>): CardPayment {
  const report = charge.fraud_details;
  return {
    chargeId: charge.id,
    created: charge.created,
    isPaid: charge.paid === true,
    amount: charge.amount,
    isDisputed: charge.disputed === true || facts?.disputed === 1,
    isFraud: report?.user_report === true || report?.stripe_report === true || facts?.fraud === 1,
    card: charge.payment_method_details?.card?.fingerprint ?? null,
    method: charge.payment_method ?? null,
  };
}

export type Candidate = CompellingPart['candidates'][number];

export interface PriorChoice {
  readonly disputed: KnownPayment;
  /** Newest first: those that qualify, and those that are `chosen` whether they do or not. */
  readonly candidates: readonly Candidate[];
  /** Stripe's ids of the charges that qualify. */
  readonly qualifying: ReadonlySet<string>;
}

/** Around the days in which Visa takes a payment for an earlier one; the rules judge by the day. */
const WINDOW_SECONDS = { from: 366 * 86_400, to: 119 * 86_400 };
/** More are not needed to choose two. */
const MOST_SHOWN = 24;

interface Earlier {
  readonly disputed: Charge | undefined;
  /** Newest first. */
  readonly payments: readonly { readonly row: PriorFacts; readonly charge: Charge }[];
  readonly qualifying: ReadonlySet<string>;
}

function earlierPayments(db: Db, dispute: DisputeFacts): Earlier {
  const disputed = chargeOf(storedText(db, dispute.charge_id));
  if (!disputed || dispute.payment_id === null) return { disputed, payments: [], qualifying: new Set() };
  const payments = paymentsBefore(db, {
    paymentId: dispute.payment_id,
    since: disputed.created - WINDOW_SECONDS.from,
    until: disputed.created - WINDOW_SECONDS.to,
  }).flatMap((row) => {
    const charge = chargeOf(row.json);
    return charge ? [{ row, charge }] : [];
  });
  const qualifying = qualifyingPriors(
    cardPayment(disputed),
    payments.map(({ row, charge }) => cardPayment(charge, row)),
  );
  return { disputed, payments, qualifying: new Set(qualifying.map(({ chargeId }) => chargeId)) };
}

/** Stripe's ids of the charges that qualify, without what is said of them: that takes reading their invoices. */
export function qualifyingCharges(db: Db, dispute: DisputeFacts): ReadonlySet<string> {
  return earlierPayments(db, dispute).qualifying;
}

/** `chosen` are Stripe's ids of charges. */
export function priorChoice(
  context: UseContext,
  dispute: DisputeFacts,
  chosen: ReadonlySet<string>,
): PriorChoice {
  const { disputed, payments, qualifying } = earlierPayments(context.db, dispute);
  const shown = new Set([...[...qualifying].slice(0, MOST_SHOWN), ...chosen]);
  return {
    disputed: knownOf(context, dispute.invoice_id, disputed),
    qualifying,
    candidates: payments
      .filter(({ charge }) => shown.has(charge.id))
      .map(({ row, charge }) => ({
        ...knownOf(context, row.invoice_id, charge),
        chargeId: charge.id,
        date: row.day,
        number: row.number,
        currency: row.currency,
        amount: row.amount,
      })),
  };
}

function knownOf(context: UseContext, invoiceId: string | null, charge: Charge | undefined): KnownPayment {
  const texts = knownTexts(context, invoiceId);
  return {
    description: texts.product_description ?? '',
    email: texts.customer_email_address ?? '',
    shippedTo: charge?.shipping?.address ?? null,
  };
}
