import { expect, test } from 'vitest';
import { createGateway } from '../../../main/stripe/gateway.ts';

const create = (apiKey: string, transport: Parameters<typeof createGateway>[0]['transport']) => () =>
  createGateway({ apiKey, transport, now: () => 0, observe: () => undefined });

test.each(['sk_live_0123456789', 'rk_live_0123456789'])('%s is never given to a simulator', (key) => {
  expect(create(key, { host: '127.0.0.1', port: 1, protocol: 'http' })).toThrow(
    'a live key goes to Stripe only',
  );
  expect(create(key, {})).not.toThrow();
});

test('a test key is', () => {
  expect(create('sk_test_0123456789', { host: '127.0.0.1', port: 1, protocol: 'http' })).not.toThrow();
});
