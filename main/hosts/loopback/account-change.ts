// The changes of the simulated account that can be asked for over HTTP.
import { z } from 'zod';

const text = z.string().max(5000).nullable();
const list = z.array(z.string());

export const accountChange = z.strictObject({
  branding: z
    .strictObject({
      icon: text.exactOptional(),
      logo: text.exactOptional(),
      primary_color: text.exactOptional(),
      secondary_color: text.exactOptional(),
    })
    .exactOptional(),
  business_profile: z
    .strictObject({
      mcc: text.exactOptional(),
      name: text.exactOptional(),
      support_email: text.exactOptional(),
      support_phone: text.exactOptional(),
      support_url: text.exactOptional(),
      url: text.exactOptional(),
    })
    .exactOptional(),
  capabilities: z.record(z.string(), z.enum(['active', 'inactive', 'pending'])).exactOptional(),
  charges_enabled: z.boolean().exactOptional(),
  details_submitted: z.boolean().exactOptional(),
  email: text.exactOptional(),
  payouts: z
    .strictObject({
      debit_negative_balances: z.boolean().exactOptional(),
      schedule: z
        .strictObject({
          delay_days: z.number().int().nonnegative(),
          interval: z.enum(['daily', 'manual', 'monthly', 'weekly']),
          monthly_anchor: z.number().int().min(1).max(31).exactOptional(),
          weekly_anchor: z.string().exactOptional(),
        })
        .exactOptional(),
      statement_descriptor: text.exactOptional(),
    })
    .exactOptional(),
  payouts_enabled: z.boolean().exactOptional(),
  requirements: z
    .strictObject({
      currently_due: list,
      past_due: list,
      eventually_due: list,
      pending_verification: list,
      disabled_reason: z.enum(['requirements.past_due', 'under_review', 'listed']).nullable(),
      current_deadline: z.number().int().nullable(),
    })
    .nullable()
    .exactOptional(),
  statement_descriptor: text.exactOptional(),
  timezone: z.string().exactOptional(),
});
