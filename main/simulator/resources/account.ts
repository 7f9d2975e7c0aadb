// The account that the key belongs to, and its balance.
import { missing } from '../api/failure.ts';
import { operation, type Operation } from '../api/operation.ts';
import type { JsonObject } from '../world/render.ts';
import type { Settings } from '../options.ts';
import { balance } from './balance-transactions.ts';

const noAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

function account(settings: Settings): JsonObject {
  const profile = settings.businessProfile;
  return {
    id: settings.accountId,
    object: 'account',
    business_profile: {
      mcc: '7333',
      minority_owned_business_designation: null,
      name: settings.displayName,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: { ...noAddress, country: settings.country, ...profile?.support_address },
      support_email: profile?.support_email ?? null,
      support_phone: profile?.support_phone ?? null,
      support_url: null,
      url: profile?.url ?? null,
    },
    business_type: 'company',
    capabilities: { card_payments: 'active', sepa_debit_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country: settings.country,
    default_currency: settings.defaultCurrency,
    details_submitted: true,
    email: null,
    payouts_enabled: true,
    settings: {
      branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
      card_payments: {
        statement_descriptor_prefix: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      dashboard: { display_name: settings.displayName, timezone: 'Etc/UTC' },
      payments: {
        statement_descriptor: settings.displayName.toUpperCase().slice(0, 22),
        statement_descriptor_kana: null,
        statement_descriptor_kanji: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
    },
    type: 'standard',
  };
}

export const accountOperations: readonly Operation[] = [
  operation('GET /v1/account', {}, (world) => account(world.settings)),
  operation('GET /v1/accounts/:id', {}, (world, _params, id) => {
    if (id !== world.settings.accountId) throw missing('account', id ?? '');
    return account(world.settings);
  }),
  operation('GET /v1/balance', {}, balance),
];
