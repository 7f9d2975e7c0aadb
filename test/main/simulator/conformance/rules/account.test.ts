import { describe, expect } from 'vitest';
import { Stripe } from 'stripe';
import { refusal } from '../subject.ts';
import { rule } from './rule.ts';

describe('the account', () => {
  rule(
    'names itself, its country and its money, and answers carry their headers',
    'SDK Accounts.d.ts retrieveCurrent, lib.d.ts lastResponse',
    async ({ stripe }) => {
      const account = await stripe.accounts.retrieveCurrent();
      expect(account.id).toMatch(/^acct_/);
      expect(account.country).toMatch(/^[A-Z]{2}$/);
      expect(account.default_currency).toMatch(/^[a-z]{3}$/);
      expect(account.lastResponse.headers).toMatchObject({ 'stripe-version': Stripe.API_VERSION });
      expect(account.lastResponse.requestId).toMatch(/^req_/);
    },
  );

  rule('is not in live mode with a test key', 'docs.stripe.com/keys', async ({ stripe }) => {
    expect((await stripe.balance.retrieve()).livemode).toBe(false);
  });

  rule('has no addresses that Stripe does not have', 'docs.stripe.com/api/errors', async ({ stripe }) => {
    expect(await refusal(stripe.rawRequest('GET', '/v1/unicorns'))).toMatchObject({ statusCode: 404 });
  });
});
