import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ArgumentError, pickArguments, readArguments } from '../../../../main/hosts/common/arguments.ts';

test('without arguments the host decides', () => {
  expect(readArguments([])).toEqual({
    data: null,
    backups: null,
    stripeApi: null,
    port: 0,
    open: true,
  });
});

test('all of them', () => {
  expect(
    readArguments([
      '--data',
      'books',
      '--backups',
      'away',
      '--stripe-api',
      'http://127.0.0.1:12111',
      '--port=4000',
      '--no-open',
    ]),
  ).toEqual({
    data: resolve('books'),
    backups: resolve('away'),
    stripeApi: { host: '127.0.0.1', port: 12_111 },
    port: 4000,
    open: false,
  });
  expect(readArguments(['--stripe-api=http://[::1]:1']).stripeApi).toEqual({ host: '::1', port: 1 });
});

test.each([
  'https://api.stripe.com',
  'http://192.168.1.2:12111',
  'http://127.0.0.1.evil.example:12111',
  'http://127.0.0.1@evil.example:12111',
  'http://user@127.0.0.1:12111',
  'http://localhost:12111',
  'https://127.0.0.1:12111',
  'http://127.0.0.1',
  'http://127.0.0.1:12111/v1',
  'http://127.0.0.1:12111/?a',
  '127.0.0.1:12111',
  '',
])('a Stripe address other than a plain loopback one is refused: %j', (address) => {
  expect(() => readArguments([`--stripe-api=${address}`])).toThrow(ArgumentError);
});

test.each([
  ['--port=65536'],
  ['--port=-1'],
  ['--port=1e3'],
  ['--data='],
  ['--backups='],
  ['--wrong'],
  ['stray'],
])('what cannot be followed is refused: %s', (argument) => {
  expect(() => readArguments([argument])).toThrow(ArgumentError);
});

test('among the arguments of others, ours are found and held to the same rules', () => {
  const argv = [
    '--inspect=0',
    '.',
    '--remote-debugging-port=0',
    '--data',
    'books',
    '--port',
    '7',
    '--no-sandbox',
  ];
  expect(pickArguments(argv)).toEqual({
    data: resolve('books'),
    backups: null,
    stripeApi: null,
    port: 7,
    open: true,
  });
  expect(() => pickArguments(['.', '--stripe-api=http://evil.example:80'])).toThrow(ArgumentError);
  expect(() => pickArguments(['.', '--data', '--no-sandbox'])).toThrow(ArgumentError);
});
