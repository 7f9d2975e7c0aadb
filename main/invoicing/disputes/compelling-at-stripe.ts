// What Stripe has and says of an answer by Visa Compelling Evidence 3.0, as the program knows it. Pure.
import { z } from 'zod';
import type { CompellingAnswer } from '../../../shared/contract/compelling-evidence.ts';
import {
  COMPELLING,
  COMPELLING_IDENTIFIERS,
  NOTHING_SAID,
  PRIORS_NEEDED,
} from '../../../shared/domain/compelling-evidence.ts';
import { isAppeal } from '../../../shared/domain/disputes.ts';
import type { EligibilityFacts } from '../../../shared/text/compelling-words.ts';

export interface CompellingAtStripe extends EligibilityFacts {
  /** Whether it can be said now. An appeal is argued anew, and by nothing else. */
  readonly isOpen: boolean;
  /** Stripe's words for what is left to do. */
  readonly actions: readonly string[];
  /** Null while Stripe has none. */
  readonly answer: CompellingAnswer | null;
  /** Whether `answer` says all that Stripe has; not where an address or an identifier is that of some of the payments only. */
  readonly isWhole: boolean;
}

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

export const StripeAddress = z
  .object({ line1: Text, line2: Text, postal_code: Text, city: Text, state: Text, country: Text })
  .nullish()
  .transform((told) => {
    if (!told) return null;
    const { line1, line2, postal_code: postalCode, city, state, country } = told;
    return { line1, line2, postalCode, city, state, country: /^[A-Z]{2}$/.test(country) ? country : null };
  });

const told = {
  customer_purchase_ip: Text,
  customer_device_id: Text,
  customer_device_fingerprint: Text,
  customer_account_id: Text,
  customer_email_address: Text,
  product_description: Text,
  shipping_address: StripeAddress,
};
const Disputed = z.object({ ...told, merchandise_or_services: z.string().nullish() });
const Prior = z.object({ ...told, charge: z.string() });
const Compelling = z.object({
  disputed_transaction: Disputed.nullish(),
  prior_undisputed_transactions: z.array(Prior).nullish(),
});

const Dispute = z.object({
  status: Text,
  enhanced_eligibility_types: z.array(z.string()).nullish(),
  evidence: z
    .object({ enhanced_evidence: z.object({ visa_compelling_evidence_3: Compelling.nullish() }).nullish() })
    .nullish(),
  evidence_details: z
    .object({
      enhanced_eligibility: z
        .object({
          visa_compelling_evidence_3: z
            .object({ status: z.string(), required_actions: z.array(z.string()) })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
  payment_method_details: z
    .object({ card: z.object({ network: Text, network_reason_code: Text }).nullish() })
    .nullish(),
});

/** `dispute` is Stripe's object as it was kept; what does not fit says nothing. */
export function compellingAtStripe(dispute: unknown): CompellingAtStripe {
  const { data } = Dispute.safeParse(dispute);
  const judged = data?.evidence_details?.enhanced_eligibility?.visa_compelling_evidence_3;
  const evidence = data?.evidence?.enhanced_evidence?.visa_compelling_evidence_3;
  const types = data?.enhanced_eligibility_types ?? [];
  return {
    isOpen: !isAppeal(data?.status ?? '') && (types.includes(COMPELLING) || Boolean(evidence)),
    types,
    status: judged?.status ?? null,
    actions: judged?.required_actions ?? [],
    network: data?.payment_method_details?.card?.network || null,
    code: data?.payment_method_details?.card?.network_reason_code || null,
    ...(evidence ? readingOf(evidence) : { answer: null, isWhole: true }),
  };
}

type Reading = Pick<CompellingAtStripe, 'answer' | 'isWhole'>;

/** An identifier that is not the same in all transactions shows nothing, and reads as none. */
function readingOf(evidence: z.infer<typeof Compelling>): Reading {
  const { disputed_transaction: disputed, prior_undisputed_transactions: priors } = evidence;
  const first = (priors ?? []).slice(0, PRIORS_NEEDED);
  const transactions = [...(disputed ? [disputed] : []), ...first];
  const isSame = (of: (transaction: (typeof transactions)[number]) => unknown): boolean =>
    new Set(transactions.map((transaction) => JSON.stringify(of(transaction)))).size <= 1;
  const [one] = transactions;
  const identifiers = { ...NOTHING_SAID.identifiers };
  for (const name of COMPELLING_IDENTIFIERS)
    if (one && isSame((transaction) => transaction[name])) identifiers[name] = one[name];
  const isAddressSame = isSame((transaction) => transaction.shipping_address);
  const goods = disputed?.merchandise_or_services;
  const answer: CompellingAnswer = {
    goods: goods === 'merchandise' || goods === 'services' ? goods : null,
    description: disputed?.product_description ?? '',
    identifiers,
    shippedTo: (isAddressSame ? one?.shipping_address : null) ?? NOTHING_SAID.shippedTo,
    priors: first.map(({ charge, product_description: description }) => ({ chargeId: charge, description })),
  };
  const isWhole =
    isAddressSame && COMPELLING_IDENTIFIERS.every((name) => isSame((transaction) => transaction[name]));
  return { answer, isWhole };
}
