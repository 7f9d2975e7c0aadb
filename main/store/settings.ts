// The bookkeeper's settings: kept as they were last saved, or made of what the Stripe account says of itself.
import { z } from 'zod';
import { Settings } from '../../shared/contract/settings.ts';
import { type AccountFacts, readAccount } from './account.ts';
import type { Db } from './database.ts';

/** North America prints on Letter, the rest of the world on A4. */
const LETTER_COUNTRIES = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'CR',
  'GT',
  'PA',
  'DO',
  'SV',
  'NI',
  'PR',
]);
const Sections = z.record(z.string(), z.record(z.string(), z.unknown()));

const ACCENT = '#3a5bd9';

export function readSettings(db: Db): Settings {
  const row = db.get<{ json: string }>("SELECT json FROM setting WHERE key = 'settings'");
  const defaults = defaultSettings(readAccount(db));
  if (!row) return defaults;
  const saved = Sections.parse(JSON.parse(row.json));
  // What has been added to a section since they were saved stands at its default.
  const sections = Object.entries(defaults).map(([name, section]) => [name, { ...section, ...saved[name] }]);
  return Settings.parse(Object.fromEntries(sections));
}

/** False while they are only what the account says of itself. */
export function hasSavedSettings(db: Db): boolean {
  return db.get("SELECT 1 FROM setting WHERE key = 'settings'") !== undefined;
}

export function writeSettings(db: Db, settings: Settings): void {
  db.run(
    "INSERT INTO setting (key, json) VALUES ('settings', ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json",
    [JSON.stringify(settings)],
  );
}

function defaultSettings(account: AccountFacts | null): Settings {
  const country = account?.country ?? null;
  return {
    company: {
      name: account?.name ?? '',
      email: account?.email ?? '',
      phone: account?.phone ?? '',
      website: account?.website ?? '',
      address: account?.address ?? {
        line1: '',
        line2: '',
        postalCode: '',
        city: '',
        state: '',
        country,
      },
      taxIds: [],
      timeZone: account?.timeZone ?? 'UTC',
    },
    document: {
      pageSize: country !== null && LETTER_COUNTRIES.has(country) ? 'letter' : 'a4',
      accent: ACCENT,
      language: country === null ? 'en' : languageOf(country),
      footer: '',
      memo: '',
      showPaymentLink: true,
      hasLogo: false,
    },
    invoicing: {
      defaultCurrency: account?.currency ?? 'usd',
      defaultTerms: 30,
      defaultTaxRateIds: [],
      defaultPaymentMethods: [],
    },
    reminders: { steps: [3, 14, 30] },
    appearance: { theme: 'system', density: 'comfortable' },
  };
}

/** The likeliest language of a country, with the country, so that dates and amounts read as they do there. */
function languageOf(country: string): string {
  const { language } = new Intl.Locale('und', { region: country }).maximize();
  return `${language ?? 'en'}-${country}`;
}
