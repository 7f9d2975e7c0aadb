// What the Stripe account may do, as Stripe says: for the checklist before going live.
import { z } from 'zod';
import { accountStatePosition } from '../store/sync-position.ts';
import type { SyncParts } from './sync-parts.ts';

const Text = z.string().nullish();
const Account = z.object({
  charges_enabled: z.boolean().nullish(),
  payouts_enabled: z.boolean().nullish(),
  details_submitted: z.boolean().nullish(),
  requirements: z.object({ currently_due: z.array(z.string()).nullish() }).nullish(),
  capabilities: z.record(z.string(), z.string()).nullish(),
  business_profile: z.object({ name: Text, support_email: Text, support_phone: Text, url: Text }).nullish(),
  settings: z
    .object({
      branding: z.object({ icon: Text, logo: Text }).nullish(),
      payments: z.object({ statement_descriptor: Text }).nullish(),
    })
    .nullish(),
});

/** Keeps it when it can be had; a key may not be allowed to read it, and only the checklist depends on it. */
export async function refreshAccountState({ db, gateway, log }: SyncParts): Promise<void> {
  const answer = await gateway.account();
  const account = answer.ok ? Account.safeParse(answer.value).data : undefined;
  if (!account) {
    log.info('sync.no-account', { why: answer.ok ? 'malformed' : answer.failure.kind });
    return;
  }
  const { business_profile: profile, settings, capabilities } = account;
  accountStatePosition.write(db, {
    chargesEnabled: account.charges_enabled === true,
    payoutsEnabled: account.payouts_enabled === true,
    detailsSubmitted: account.details_submitted === true,
    due: account.requirements?.currently_due?.length ?? 0,
    capabilities: Object.entries(capabilities ?? {})
      .filter(([, state]) => state === 'active')
      .map(([name]) => name),
    hasName: filled(profile?.name),
    hasSupportContact:
      filled(profile?.support_email) || filled(profile?.support_phone) || filled(profile?.url),
    hasBranding: filled(settings?.branding?.icon) || filled(settings?.branding?.logo),
    hasStatementDescriptor: filled(settings?.payments?.statement_descriptor),
  });
}

function filled(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text !== '';
}
