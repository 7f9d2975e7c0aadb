import { expect, test } from 'vitest';
import { whyNotThisKey } from './key.ts';

const secret = '4eC39HqLyjWDarjtT1zdp7dc';

test.each([
  [undefined, 'There is no key.'],
  ['', 'There is no key.'],
  [`sk_live_${secret}`, 'This is a live key.'],
  [`rk_live_${secret}`, 'This is a live key.'],
  [`pk_test_${secret}`, 'This is a publishable key'],
  [`pk_live_${secret}`, 'This is a publishable key'],
  ['whsec_x', 'This is the signing secret of a webhook'],
])('%s is refused in a sentence that says what to give instead', (key, reason) => {
  expect(whyNotThisKey(key)).toMatch(
    new RegExp(`^${reason}.*STRIPE_TEST_KEY=sk_test_… npm run test:stripe$`),
  );
});

test.each([`sk_test_${secret}`, `rk_test_${secret}`])('%s is taken', (key) => {
  expect(whyNotThisKey(key)).toBeNull();
});

test('no sentence repeats a secret', () => {
  expect(whyNotThisKey(`sk_live_${secret}`)).not.toContain(secret);
});
