import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from '../../main/redact.ts';

test.each([
  ['No such key: sk_test_51Hxyz_AB', 'No such key: [key]'],
  ['rk_live_abc and pk_test_def', '[key] and [key]'],
  ['{"authorization":"Bearer abc.def-1"}', '{"authorization":"Bearer [token]"}'],
  ['pi_3Abc_secret_9Zz', '[client secret]'],
  ['signed with whsec_a/b+c=', 'signed with [webhook secret]'],
  ['Σωκράτης@παράδειγμα.ελ wrote', '[e-mail] wrote'],
  ['/v1/customers?email=ada%40example.com', '/v1/customers?email=[e-mail]'],
  ['to DE89370400440532013000', 'to [bank account]'],
  ['to DE89 3704 0044 0532 0130 00.', 'to [bank account].'],
  ['to NO9386011117947', 'to [bank account]'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test('leaves ids, amounts and dates as they are', () => {
  const text =
    '{"invoice":"in_1QabCDefGHijKLmn","request":"req_AbC123","amount":123456,"at":"2026-11-23T10:00:00.000Z"}';
  expect(redact(text)).toBe(text);
});

test('no key survives, whatever stands around it', () => {
  const keyTail = fc.stringMatching(/^[A-Za-z0-9]{8,40}$/);
  const around = fc.stringMatching(/^[ "':,;/=?&{}()[\]\n]*$/);
  fc.assert(
    fc.property(
      around,
      fc.constantFrom('sk', 'rk'),
      fc.constantFrom('test', 'live'),
      keyTail,
      around,
      (before, kind, mode, tail, after) => {
        const key = `${kind}_${mode}_${tail}`;
        expect(redact(before + key + after)).not.toContain(key);
      },
    ),
  );
});
