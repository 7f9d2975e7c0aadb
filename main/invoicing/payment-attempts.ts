// The attempts of a payment: what the customer's bank said to each charge. Pure.
import { z } from 'zod';
import type { PaymentDetail } from '../../shared/contract/payments.ts';
import { paymentMethodText } from '../../shared/text/payment-method.ts';
import type { AttemptFacts } from '../store/payment-detail.ts';

export type Attempt = z.infer<typeof PaymentDetail>['attempts'][number];

const Charge = z.object({
  created: z.int(),
  amount: z.int(),
  status: z.enum(['succeeded', 'pending', 'failed']),
  failure_code: z.string().nullish(),
  outcome: z.object({ reason: z.string().nullish() }).nullish(),
  payment_method_details: z.looseObject({ type: z.string() }).nullish(),
});

/** Oldest first. */
export function attemptsOf(charges: readonly AttemptFacts[]): readonly Attempt[] {
  return charges
    .flatMap(({ id, json }) => {
      const charge = Charge.safeParse(JSON.parse(json)).data;
      if (!charge) return [];
      const { failure_code: code, outcome, payment_method_details: details } = charge;
      const codes = charge.status === 'failed' ? [outcome?.reason, code] : [];
      return {
        id,
        at: charge.created,
        amount: charge.amount,
        method: paymentMethodText(details ?? null),
        methodType: details?.type ?? '',
        outcome: charge.status,
        failure: codes.filter((known) => known !== null && known !== undefined),
      };
    })
    .toSorted((a, b) => a.at - b.at);
}
