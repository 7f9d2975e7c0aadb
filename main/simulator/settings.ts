// What a simulator works with: what it was told, and what is usual for the rest.
import { changedFacts, usualFacts } from './account-facts.ts';
import type { Settings, SimulatorOptions } from './options.ts';
import { usualRules } from './rules.ts';
import { token } from './world/ids.ts';

const API_VERSION = '2026-10-28.endive';
const TEST_DEBIT_MS = 15_000;
/** Stripe's recommended default: eight tries within two weeks; which days it picks is its own secret. */
const RETRY_DAYS = [1, 3, 5, 7, 9, 11, 14] as const;
export function settingsFrom(options: SimulatorOptions): Settings {
  const {
    id: _id,
    country: _country,
    default_currency: _currency,
    display_name: displayName = 'Hafenlicht Studio',
    ...facts
  } = options.account ?? {};
  return {
    seed: options.seed,
    accountId: options.account?.id ?? `acct_1${token(options.seed, 0, 15)}`,
    country: options.account?.country ?? 'DE',
    defaultCurrency: options.account?.default_currency ?? 'eur',
    displayName,
    livemode: options.livemode ?? false,
    accountFacts: changedFacts(usualFacts(displayName), facts),
    keys: options.keys ?? null,
    autopay: options.autopay ?? null,
    asyncCapture: options.asyncCapture ?? true,
    accountApiVersion: options.accountApiVersion ?? API_VERSION,
    debitDelayMs: options.debitDelayMs ?? TEST_DEBIT_MS,
    debitBusinessDays: options.debitBusinessDays ?? null,
    disputesDecidedAfterDays: options.disputesDecidedAfterDays ?? null,
    rules: { ...usualRules, ...options.rules },
    billing: { retryDays: RETRY_DAYS, afterRetries: 'canceled', ...options.billing },
  };
}
