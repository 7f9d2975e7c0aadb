// Whether a key may be used to hold the rules against Stripe itself, or why not.
import { classifyKey } from '../../main/stripe/key.ts';

const USAGE = 'STRIPE_TEST_KEY=sk_test_… npm run test:stripe';

/** Null when the key is one of a test mode. */
export function whyNotThisKey(key: string | undefined): string | null {
  if (key === undefined || key === '')
    return `There is no key. Give a secret key of a Stripe account in test mode: ${USAGE}`;
  const found = classifyKey(key);
  if (!found.ok) return `${found.message} Use a secret key of test mode: ${USAGE}`;
  if (found.mode === 'live')
    return `This is a live key. These tests make customers, invoices and payments and take them away again, so they only run in test mode: ${USAGE}`;
  return null;
}
