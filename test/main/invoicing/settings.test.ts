import { expect, test } from 'vitest';
import { Settings } from '../../../shared/contract/settings.ts';
import { getLogo, getSettings, saveSettings, setLogo } from '../../../main/invoicing/settings.ts';
import { bindAccount } from '../../../main/store/account.ts';
import { useContext } from '../../support/use-context.ts';

const account = {
  id: 'acct_1',
  mode: 'test',
  name: 'Bold Bakery',
  email: 'hello@bold.example',
  country: 'DE',
  currency: 'eur',
  timeZone: 'Europe/Berlin',
} as const;

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('before anything is saved, settings are what the account says of itself', () => {
  const context = useContext();
  bindAccount(context.db, account);
  const settings = getSettings(context);
  expect(Settings.parse(settings)).toEqual(settings);
  expect(settings.company).toMatchObject({
    name: 'Bold Bakery',
    email: 'hello@bold.example',
    timeZone: 'Europe/Berlin',
  });
  expect(settings.company.address.country).toBe('DE');
  expect(settings.document).toMatchObject({ pageSize: 'a4', language: 'de-DE' });
  expect(settings.invoicing.defaultCurrency).toBe('eur');
});

test.each([
  ['US', 'letter', 'en-US'],
  ['CA', 'letter', 'en-CA'],
  ['GB', 'a4', 'en-GB'],
  ['JP', 'a4', 'ja-JP'],
] as const)('an account in %s prints on %s in %s', (country, pageSize, language) => {
  const context = useContext();
  bindAccount(context.db, { ...account, country });
  expect(getSettings(context).document).toMatchObject({ pageSize, language });
});

test('what is saved comes back, and the page is told', () => {
  const context = useContext();
  const settings = {
    ...getSettings(context),
    invoicing: {
      defaultCurrency: 'chf',
      defaultTerms: 14,
      defaultTaxRateIds: ['t'],
      defaultPaymentMethods: ['card'],
    },
  };
  expect(saveSettings(context, { settings })).toEqual(settings);
  expect(getSettings(context)).toEqual(settings);
  expect(context.changes.events()).toEqual([{ kind: 'changed', topic: 'settings', ids: [] }]);
});

test('a zone or a language that does not exist is refused by its field, and nothing is saved', () => {
  const context = useContext();
  const settings = getSettings(context);
  const refusal = (changed: Settings): unknown => {
    try {
      saveSettings(context, { settings: changed });
      return 'saved';
    } catch (error) {
      return error;
    }
  };
  const zone = refusal({ ...settings, company: { ...settings.company, timeZone: 'Mars/Olympus' } });
  expect(zone).toMatchObject({
    error: { kind: 'invalid-input', issues: [{ path: 'settings.company.timeZone' }] },
  });
  const language = refusal({ ...settings, document: { ...settings.document, language: 'no such' } });
  expect(language).toMatchObject({
    error: { kind: 'invalid-input', issues: [{ path: 'settings.document.language' }] },
  });
  expect(getSettings(context)).toEqual(settings);
});

test('a logo is kept, shown and removed; whether there is one is not for the page to say', () => {
  const context = useContext();
  expect(getLogo(context)).toEqual({ dataUrl: null });
  expect(setLogo(context, { base64: PNG }).document.hasLogo).toBe(true);
  expect(getLogo(context)).toEqual({ dataUrl: `data:image/png;base64,${PNG}` });
  const settings = getSettings(context);
  const lied = saveSettings(context, {
    settings: { ...settings, document: { ...settings.document, hasLogo: false } },
  });
  expect(lied.document.hasLogo).toBe(true);
  expect(setLogo(context, { base64: null }).document.hasLogo).toBe(false);
  expect(getLogo(context)).toEqual({ dataUrl: null });
});

test.each([
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')],
  ['half a PNG', PNG.slice(0, 60)],
  ['no base64', '<script>'],
  ['nothing', ''],
  [
    'more than 1 MB',
    Buffer.concat([Buffer.from(PNG, 'base64').subarray(0, 8), Buffer.alloc(1_000_001)]).toString('base64'),
  ],
])('%s is no logo', (_, base64) => {
  const context = useContext();
  expect(() => setLogo(context, { base64 })).toThrow('invalid-input');
  expect(getLogo(context)).toEqual({ dataUrl: null });
});

test('books belong to one account and mode for ever', () => {
  const { db } = useContext();
  expect(bindAccount(db, account)).toBe('bound');
  expect(bindAccount(db, { ...account, name: 'Bolder Bakery' })).toBe('bound');
  expect(bindAccount(db, { ...account, id: 'acct_2' })).toBe('other-account');
  expect(bindAccount(db, { ...account, mode: 'live' })).toBe('other-mode');
});
