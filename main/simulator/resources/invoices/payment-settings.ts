// By which ways an invoice can be paid, and what is settled for each of them.
import { kept } from '../../api/common-params.ts';
import { clearable, list, object, oneOf, optional, required, text } from '../../api/params.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { refuseForeignType, refuseUnknownType } from '../payments/method-types.ts';

type Settings = Invoice['payment_settings'];
type Options = NonNullable<Settings['payment_method_options']>;

const transferCountry = oneOf('BE', 'DE', 'ES', 'FR', 'IE', 'NL');
const transferType = oneOf(
  'eu_bank_transfer',
  'gb_bank_transfer',
  'jp_bank_transfer',
  'mx_bank_transfer',
  'us_bank_transfer',
);
export const paymentSettingsRule = object({
  default_mandate: clearable(text()),
  payment_method_options: optional(
    object({
      card: clearable(object({ request_three_d_secure: optional(oneOf('any', 'automatic', 'challenge')) })),
      customer_balance: clearable(
        object({
          bank_transfer: optional(
            object({
              eu_bank_transfer: optional(object({ country: required(transferCountry) })),
              type: optional(transferType),
            }),
          ),
          funding_type: optional(oneOf('bank_transfer')),
        }),
      ),
      sepa_debit: clearable(object({})),
    }),
  ),
  payment_method_types: clearable(list(text(40), 30)),
});
export type PaymentSettingsParams = ReturnType<typeof paymentSettingsRule.read>;

const TYPES = 'payment_settings[payment_method_types]';

/** Under the rule `foreignMethodRefused` a way to pay that does not know the currency is refused here or by finalizing. */
export function refuseUnfitTypes(world: World, invoice: Invoice, at: 'when_set' | 'when_finalized'): void {
  for (const [index, type] of (invoice.payment_settings.payment_method_types ?? []).entries()) {
    refuseUnknownType(world, type, `${TYPES}[${index}]`);
    if (world.settings.rules.foreignMethodRefused === at)
      refuseForeignType(world, type, invoice.currency, TYPES);
  }
}

const noOptions: Options = {
  acss_debit: null,
  bancontact: null,
  card: null,
  customer_balance: null,
  konbini: null,
  payto: null,
  pix: null,
  sepa_debit: null,
  upi: null,
  us_bank_account: null,
};

type OptionsParams = NonNullable<PaymentSettingsParams['payment_method_options']>;

function transferOptions(sent: NonNullable<OptionsParams['customer_balance']>): Options['customer_balance'] {
  const transfer = sent.bank_transfer;
  const european = transfer?.eu_bank_transfer;
  return {
    ...(transfer === undefined
      ? {}
      : {
          bank_transfer: {
            ...(european === undefined ? {} : { eu_bank_transfer: european }),
            type: transfer.type ?? null,
          },
        }),
    funding_type: sent.funding_type ?? null,
  };
}

function changedOptions(existing: Options | null, sent: OptionsParams): Options {
  const before = existing ?? noOptions;
  return {
    ...before,
    card:
      sent.card === undefined
        ? before.card
        : sent.card && { request_three_d_secure: sent.card.request_three_d_secure ?? null },
    customer_balance:
      sent.customer_balance === undefined
        ? before.customer_balance
        : sent.customer_balance && transferOptions(sent.customer_balance),
    sepa_debit: kept(sent.sepa_debit, before.sepa_debit),
  };
}

/** Only what was sent changes; null clears. */
export function changedPaymentSettings(
  existing: Settings,
  sent: PaymentSettingsParams | undefined,
): Settings {
  const options = sent?.payment_method_options;
  return {
    default_mandate: kept(sent?.default_mandate, existing.default_mandate),
    payment_method_options:
      options === undefined
        ? existing.payment_method_options
        : changedOptions(existing.payment_method_options, options),
    payment_method_types: kept(sent?.payment_method_types, existing.payment_method_types),
  };
}
