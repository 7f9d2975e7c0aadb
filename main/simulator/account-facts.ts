// What can be said of the account when a simulator is made, and changed while it runs.
import type Stripe from 'stripe';

export interface AccountFacts {
  readonly email: string | null;
  readonly charges_enabled: boolean;
  readonly payouts_enabled: boolean;
  readonly details_submitted: boolean;
  readonly business_profile: {
    readonly mcc: string | null;
    readonly name: string | null;
    readonly support_address: AccountAddress | null;
    readonly support_email: string | null;
    readonly support_phone: string | null;
    readonly support_url: string | null;
    readonly url: string | null;
  };
  readonly branding: {
    readonly icon: string | null;
    readonly logo: string | null;
    readonly primary_color: string | null;
    readonly secondary_color: string | null;
  };
  /** Of a capability that is not named nothing is shown, and its way to pay does not exist. */
  readonly capabilities: Readonly<Record<string, 'active' | 'inactive' | 'pending'>>;
  readonly payouts: {
    readonly debit_negative_balances: boolean;
    readonly schedule: {
      readonly delay_days: number;
      readonly interval: 'daily' | 'manual' | 'monthly' | 'weekly';
      readonly monthly_anchor?: number;
      readonly weekly_anchor?: string;
    };
    readonly statement_descriptor: string | null;
  };
  /** Not shown when null, as for an account that is asked for nothing. */
  readonly requirements: AccountRequirements | null;
  readonly statement_descriptor: string | null;
  readonly timezone: string;
}

interface AccountAddress {
  readonly line1: string;
  readonly postal_code: string;
  readonly city: string;
  readonly country: string;
}

interface AccountRequirements {
  readonly currently_due: readonly string[];
  readonly past_due: readonly string[];
  readonly eventually_due: readonly string[];
  readonly pending_verification: readonly string[];
  readonly disabled_reason: NonNullable<Stripe.Account['requirements']>['disabled_reason'];
  /** Unix seconds. */
  readonly current_deadline: number | null;
}

/** Each group can be given in part. */
export type AccountChange = {
  readonly [K in keyof AccountFacts]?: K extends 'business_profile' | 'branding' | 'payouts'
    ? Partial<AccountFacts[K]>
    : AccountFacts[K];
};

export function usualFacts(displayName: string): AccountFacts {
  return {
    email: null,
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    business_profile: {
      mcc: '7333',
      name: displayName,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    capabilities: {
      card_payments: 'active',
      gb_bank_transfer_payments: 'active',
      link_payments: 'active',
      sepa_bank_transfer_payments: 'active',
      sepa_debit_payments: 'active',
      transfers: 'active',
      us_bank_transfer_payments: 'active',
    },
    payouts: {
      debit_negative_balances: false,
      schedule: { delay_days: 5, interval: 'daily' },
      statement_descriptor: null,
    },
    requirements: null,
    statement_descriptor: displayName.toUpperCase().slice(0, 22),
    timezone: 'Etc/UTC',
  };
}

export function changedFacts(facts: AccountFacts, change: AccountChange): AccountFacts {
  return {
    ...facts,
    ...change,
    business_profile: { ...facts.business_profile, ...change.business_profile },
    branding: { ...facts.branding, ...change.branding },
    capabilities: { ...facts.capabilities, ...change.capabilities },
    payouts: { ...facts.payouts, ...change.payouts },
  };
}
