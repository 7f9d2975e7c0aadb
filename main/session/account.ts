// Reads the Stripe account behind a key: who it is, in which mode, and why it cannot be used.
import { z } from 'zod';
import type { CallError } from '../../shared/contract/errors.ts';
import type { AccountFacts } from '../store/account.ts';
import type { Gateway, ReadFailure } from '../stripe/request.ts';

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const StripeAddress = z
  .object({ line1: Text, line2: Text, postal_code: Text, city: Text, state: Text, country: Text })
  .transform(({ postal_code: postalCode, country, ...rest }) => ({
    ...rest,
    postalCode,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
  }));

const Account = z.object({
  id: z.string(),
  country: z.string().nullish(),
  default_currency: z.string().nullish(),
  email: z.string().nullish(),
  business_profile: z
    .object({
      name: z.string().nullish(),
      support_address: StripeAddress.nullish(),
      support_email: z.string().nullish(),
      support_phone: z.string().nullish(),
      url: z.string().nullish(),
    })
    .nullish(),
  settings: z.object({ dashboard: z.object({ display_name: z.string().nullish() }).nullish() }).nullish(),
});

export type AccountAnswer =
  | { readonly ok: true; readonly facts: Omit<AccountFacts, 'mode' | 'timeZone'>; readonly livemode: boolean }
  | { readonly ok: false; readonly error: CallError };

/** Two requests: the account, and the balance, whose `livemode` is Stripe's own word on the mode. */
export async function readStripeAccount(gateway: Gateway): Promise<AccountAnswer> {
  const [account, balance] = [await gateway.account(), await gateway.balance()];
  if (!account.ok) return { ok: false, error: errorOf(account.failure, 'the account') };
  if (!balance.ok) return { ok: false, error: errorOf(balance.failure, 'the balance') };
  return {
    ok: true,
    livemode: balance.value['livemode'] === true,
    facts: factsOf(Account.parse(account.value)),
  };
}

function factsOf(account: z.infer<typeof Account>): Omit<AccountFacts, 'mode' | 'timeZone'> {
  const { id, email, business_profile: profile } = account;
  return {
    id,
    name: account.settings?.dashboard?.display_name ?? profile?.name ?? email ?? id,
    email: profile?.support_email ?? email ?? '',
    country: account.country ?? null,
    currency: account.default_currency ?? 'usd',
    address: profile?.support_address ?? undefined,
    phone: profile?.support_phone ?? '',
    website: profile?.url ?? '',
  };
}

export function revokedKey(): CallError {
  return {
    kind: 'key-refused',
    reason: 'revoked',
    message:
      'Stripe does not accept this key: it was revoked, has expired or was mistyped. Make a new one in Stripe’s dashboard.',
  };
}

function errorOf(failure: ReadFailure, what: string): CallError {
  switch (failure.kind) {
    case 'key-refused':
      return failure.status === 401
        ? revokedKey()
        : {
            kind: 'key-refused',
            reason: 'no-permission',
            message: `This key may not read ${what}. Add the permission in Stripe’s dashboard.`,
          };
    case 'no-answer':
      return { kind: 'offline' };
    case 'refused':
      return {
        kind: 'stripe-refused',
        code: failure.code,
        message: failure.message,
        requestId: failure.requestId,
      };
    default:
      return {
        kind: 'stripe-refused',
        code: null,
        message: 'Stripe is busy or has an error of its own. Try again in a minute.',
        requestId: failure.requestId,
      };
  }
}
