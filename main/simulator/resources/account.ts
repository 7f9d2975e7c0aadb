// The account that the key belongs to, and its balance.
import { changedFacts, type AccountChange, type AccountFacts } from '../account-facts.ts';
import { missing } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import { emitJson } from '../world/events.ts';
import type { Account } from '../world/records.ts';
import { shown, type JsonObject } from '../world/render.ts';
import type { World } from '../world/world.ts';
import { balance } from './balance-transactions.ts';

const noAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

/** What the account says of itself at this moment. */
export function accountFacts(world: World): AccountFacts {
  return world.find('account', 'account')?.facts ?? world.settings.accountFacts;
}

function settingsOf(displayName: string, facts: AccountFacts): NonNullable<Account['settings']> {
  return {
    branding: facts.branding,
    card_payments: {
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: displayName, timezone: facts.timezone },
    payments: {
      statement_descriptor: facts.statement_descriptor,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: facts.payouts,
    sepa_debit_payments: {},
  };
}

function account(world: World): JsonObject {
  const { accountId: id, country, defaultCurrency, displayName } = world.settings;
  const facts = accountFacts(world);
  const { support_address: address, ...profile } = facts.business_profile;
  const whole: Account = {
    id,
    object: 'account',
    business_profile: {
      ...profile,
      minority_owned_business_designation: null,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: { ...noAddress, country, ...address },
    },
    business_type: 'company',
    capabilities: facts.capabilities,
    charges_enabled: facts.charges_enabled,
    country,
    default_currency: defaultCurrency,
    details_submitted: facts.details_submitted,
    email: facts.email,
    payouts_enabled: facts.payouts_enabled,
    ...(facts.requirements === null
      ? {}
      : { requirements: { ...facts.requirements, alternatives: [], errors: [] } }),
    settings: settingsOf(displayName, facts),
    type: 'standard',
  };
  return shown(whole);
}

/** As if somebody had changed the account in Stripe's dashboard, or Stripe had. */
export function changeAccount(world: World, change: AccountChange): void {
  world.put('account', { id: 'account', facts: changedFacts(accountFacts(world), change) });
  emitJson(world, 'account.updated', account(world));
}

export const accountOperations: readonly Operation[] = [
  operation('GET /v1/account', {}, account),
  operation('GET /v1/accounts/:id', {}, (world, _params, id) => {
    if (id !== world.settings.accountId) throw missing('account', id ?? '');
    return account(world);
  }),
  operation('GET /v1/balance', {}, balance),
];
