import { expect, test } from 'vitest';
import { type AccountSetting, settingProblem } from '../../../../shared/domain/books/account-settings.ts';

const OTHERS = [{ name: 'Bank', number: '1000' }];
const FINE: AccountSetting = {
  name: 'Sparkasse Hamburg',
  number: '1201',
  codes: { datev: '1200', quickbooks: 'Bank:Checking', xero: '090' },
};

test.each<[string, Partial<AccountSetting>, string | null]>([
  ['a name, a number and codes', {}, null],
  ['no codes', { codes: { datev: '', quickbooks: '', xero: '' } }, null],
  ['no name', { name: '  ' }, 'name'],
  ['a name of two lines', { name: 'Bank\n; expenses:x  -100' }, 'name'],
  ['a name that is too long', { name: 'x'.repeat(61) }, 'name'],
  ['the name of another account', { name: ' bAnk ' }, 'name'],
  ['a number that is none', { number: '12a' }, 'number'],
  ['no number', { number: '' }, 'number'],
  ['the number of another account, written otherwise', { number: '01000' }, 'number'],
  ['a DATEV account of three digits', { codes: { ...FINE.codes, datev: '120' } }, 'codes.datev'],
  ['a DATEV account with letters', { codes: { ...FINE.codes, datev: '=1200' } }, 'codes.datev'],
  ['a QuickBooks account of two lines', { codes: { ...FINE.codes, quickbooks: 'a\nb' } }, 'codes.quickbooks'],
  ['a Xero code that is too long', { codes: { ...FINE.codes, xero: '12345678901' } }, 'codes.xero'],
  ['a Xero code that is a formula', { codes: { ...FINE.codes, xero: '=1+1' } }, 'codes.xero'],
])('%s', (_, change, path) => {
  expect(settingProblem({ ...FINE, ...change }, OTHERS)?.path ?? null).toBe(path);
});
