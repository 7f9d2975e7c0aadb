// Where a customer has to transfer to: an account of their own in each currency.
import { refuse } from '../../api/failure.ts';
import { list, object, oneOf, optional, required } from '../../api/params.ts';
import { randomNumbers } from '../../world/ids.ts';
import type { PaymentIntent } from '../../world/records.ts';
import type { JsonObject } from '../../world/render.ts';
import type { World } from '../../world/world.ts';

/** How money of a currency reaches an account in Europe. */
const transferTypes: Readonly<Record<string, string>> = {
  eur: 'eu_bank_transfer',
  gbp: 'gb_bank_transfer',
  usd: 'us_bank_transfer',
};

export const bankTransferRule = object({
  eu_bank_transfer: optional(object({ country: required(oneOf('BE', 'DE', 'ES', 'FR', 'IE', 'NL')) })),
  requested_address_types: optional(list(oneOf('iban', 'sort_code', 'spei', 'zengin'))),
  type: required(
    oneOf('eu_bank_transfer', 'gb_bank_transfer', 'jp_bank_transfer', 'mx_bank_transfer', 'us_bank_transfer'),
  ),
});
type BankTransferParams = ReturnType<typeof bankTransferRule.read>;

export function transferTypeOf(currency: string): string {
  const type = transferTypes[currency];
  if (type !== undefined) return type;
  throw refuse(
    `The currency provided (${currency}) is invalid. Payments with customer_balance support the following currencies: ${Object.keys(transferTypes).join(', ')}.`,
    { param: 'currency' },
  );
}

/** Digits that belong to a customer. */
function digitsFor(world: World, customer: string, count: number): string {
  let seed = world.settings.seed;
  for (const character of customer) seed = Math.imul(seed, 31) + (character.codePointAt(0) ?? 0);
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => String(next() % 10)).join('');
}

/** ISO 13616: letters count as 10 to 35, and the whole leaves 1 when divided by 97. */
function ibanOf(country: string, account: string): string {
  const letters = country.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(`${account}${letters}00`) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

const bankAddress = {
  city: 'Berlin',
  country: 'DE',
  line1: 'Bankgasse 1',
  line2: null,
  postal_code: '10117',
  state: null,
};

function addressOf(world: World, customer: string, currency: string, country: string): JsonObject {
  const holder = {
    account_holder_address: bankAddress,
    account_holder_name: world.settings.displayName,
    bank_address: bankAddress,
  };
  const number = digitsFor(world, customer, 18);
  if (currency === 'gbp') {
    return {
      sort_code: { ...holder, account_number: number.slice(0, 8), sort_code: '108800' },
      supported_networks: ['bacs', 'fps'],
      type: 'sort_code',
    };
  }
  if (currency === 'usd') {
    return {
      aba: {
        ...holder,
        account_number: number.slice(0, 12),
        account_type: 'checking',
        bank_name: 'US Test Bank',
        routing_number: '999999999',
      },
      supported_networks: ['ach', 'domestic_wire_us'],
      type: 'aba',
    };
  }
  return {
    iban: { ...holder, bic: 'SXPYDEHHXXX', country, iban: ibanOf(country, number) },
    supported_networks: ['sepa'],
    type: 'iban',
  };
}

export function fundingInstructions(
  world: World,
  customer: string,
  currency: string,
  params: BankTransferParams,
): JsonObject {
  const type = transferTypeOf(currency);
  if (params.type !== type)
    throw refuse(`The currency ${currency} cannot be used with ${params.type}; use ${type}.`, {
      param: 'bank_transfer[type]',
    });
  if (type === 'eu_bank_transfer' && params.eu_bank_transfer === undefined)
    throw refuse('Missing required param: bank_transfer[eu_bank_transfer].', {
      code: 'parameter_missing',
      param: 'bank_transfer[eu_bank_transfer]',
    });
  const country = params.eu_bank_transfer?.country ?? world.settings.country;
  return {
    object: 'funding_instructions',
    bank_transfer: {
      country,
      financial_addresses: [addressOf(world, customer, currency, country)],
      type,
    },
    currency,
    funding_type: 'bank_transfer',
    livemode: world.settings.livemode,
  };
}

/** Under the rule `bankTransferIntent`: an intent that only a transfer can pay says at once where to transfer to. */
export function showWhereToTransfer(world: World, intent: PaymentIntent): void {
  const onlyTransfer = intent.payment_method_types.every((type) => type === 'customer_balance');
  if (world.settings.rules.bankTransferIntent !== 'requires_action' || !onlyTransfer) return;
  const reference = digitsFor(world, intent.id, 12);
  world.put('payment_intent', {
    ...intent,
    next_action: {
      display_bank_transfer_instructions: {
        amount_remaining: intent.amount,
        currency: intent.currency,
        hosted_instructions_url: `https://payments.stripe.com/bank_transfers/instructions/test_${reference}`,
        reference,
        type: transferTypeOf(intent.currency),
      },
      type: 'display_bank_transfer_instructions',
    },
    status: 'requires_action',
  });
}
