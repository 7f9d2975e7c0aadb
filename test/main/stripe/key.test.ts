import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyKey } from '../../../main/stripe/key.ts';

const SECRET = '51Abc0DEF1ghi2JKL3mno4';

describe('a pasted Stripe key', () => {
  it.each([
    [`sk_test_${SECRET}`, 'secret', 'test'],
    [`sk_live_${SECRET}`, 'secret', 'live'],
    [`rk_test_${SECRET}`, 'restricted', 'test'],
    [`  rk_live_${SECRET}\n`, 'restricted', 'live'],
  ])('%s is usable', (text, kind, mode) => {
    expect(classifyKey(text)).toEqual({ ok: true, kind, mode });
  });

  it('tells a publishable key from a malformed one', () => {
    expect(classifyKey(`pk_live_${SECRET}`)).toMatchObject({ ok: false, reason: 'publishable' });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    [`sk_test_51Abc 0DEF1ghi2JKL3mno4`, 'space'],
    ['sk_test_51Abc', 'too short'],
    ['sk_test_', 'characters'],
    [`sk_test_${SECRET}-`, 'characters'],
    [`sk_org_live_${SECRET}`, 'organization'],
    [`whsec_${SECRET}`, 'webhook'],
    [`SK_TEST_${SECRET}`, 'not a Stripe key'],
    ['hello', 'not a Stripe key'],
  ])('%j is refused and says why', (text, word) => {
    const answer = classifyKey(text);
    expect(answer).toMatchObject({ ok: false, reason: 'malformed' });
    expect(answer.ok ? '' : answer.message).toContain(word);
  });

  it('never repeats what was pasted', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 14 }),
        fc.constantFrom('', 'sk_test_', 'pk_live_', 'rk_'),
        (text, prefix) => {
          fc.pre(text.trim().length >= 14);
          const answer = classifyKey(prefix + text);
          expect(JSON.stringify(answer)).not.toContain(text.trim());
        },
      ),
    );
  });
});
