// Calls about charging an open invoice to a card or account that the customer has saved with Stripe.
import { z } from 'zod';
import { command, query } from './define.ts';
import { Accepted, CommandId, Id, Money } from './common.ts';

/** A saved way to pay: no more of it than Stripe itself shows. */
export const SavedMethod = z.object({
  id: Id,
  /** Stripe's name, such as `card` or `sepa_debit`. */
  type: z.string(),
  /** In words, such as "Visa •••• 4242". */
  label: z.string(),
  /** `YYYY-MM`, the last month a card is good for. */
  expires: z.string().nullable(),
  isExpired: z.boolean(),
  isDefault: z.boolean(),
});
export type SavedMethod = z.infer<typeof SavedMethod>;

const ChargeOptions = z.object({
  /** What would be charged: all that is still owed. */
  amount: Money,
  customerName: z.string(),
  hasPaymentPage: z.boolean(),
  /** Why nothing can be charged now; null when something can. */
  refusal: z.string().nullable(),
  /** As far as they are known here; each with why it cannot be charged for this invoice. */
  methods: z.array(SavedMethod.extend({ refusal: z.string().nullable() })),
});

export const chargingCalls = {
  'charges.options': query(z.object({ invoiceId: Id }), ChargeOptions),
  /** Asks Stripe what the customer has saved. Refuses with `offline` when it cannot be asked. */
  'charges.refresh': command(
    z.object({ commandId: CommandId, customerId: Id }),
    z.object({ known: z.int() }),
  ),
  /** Charges all that is owed, once, while the customer is away. `amount` is what the bookkeeper saw: a differing one is refused. */
  'charges.create': command(
    z.object({ commandId: CommandId, invoiceId: Id, methodId: Id, amount: Money }),
    Accepted,
  ),
  'customers.methods': query(z.object({ id: Id }), z.object({ methods: z.array(SavedMethod) })),
} as const;
