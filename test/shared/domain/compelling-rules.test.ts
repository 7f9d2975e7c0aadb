import { describe, expect, it } from 'vitest';
import { NOTHING_SAID } from '../../../shared/domain/compelling-evidence.ts';
import {
  type CardPayment,
  COMPELLING_ACTIONS,
  compellingTexts,
  missingActions,
  qualifyingPriors,
} from '../../../shared/domain/compelling-rules.ts';

const DAY = 86_400;
/** Noon in UTC. */
const DISPUTED_AT = Date.UTC(2026, 10, 23, 12) / 1000;

const payment = (daysBefore: number, more: Partial<CardPayment> = {}): CardPayment => ({
  chargeId: `ch_${daysBefore}`,
  created: DISPUTED_AT - daysBefore * DAY,
  isPaid: true,
  amount: 1000,
  isDisputed: false,
  isFraud: false,
  card: 'one card',
  method: 'pm_1',
  ...more,
});

const ids = (payments: readonly CardPayment[], disputed = payment(0)): readonly string[] =>
  qualifyingPriors(disputed, payments).map(({ chargeId }) => chargeId);

describe('an earlier payment qualifies', () => {
  it('from 120 to 365 calendar days before, at whatever hour, the newest first', () => {
    expect(ids([payment(366), payment(365), payment(200), payment(120), payment(119), payment(0)])).toEqual([
      'ch_120',
      'ch_200',
      'ch_365',
    ]);
    const hour = (hours: number): number => DISPUTED_AT - 120 * DAY + hours * 3600;
    expect(ids([payment(1, { created: hour(11) })])).toEqual(['ch_1']);
    expect(ids([payment(1, { created: hour(12) })])).toEqual([]);
  });

  it.each<[string, Partial<CardPayment>]>([
    ['it was not paid', { isPaid: false }],
    ['it only validated the card', { amount: 0 }],
    ['it was disputed itself', { isDisputed: true }],
    ['it was reported as fraud', { isFraud: true }],
    ['it was made with another card', { card: 'another card' }],
    ['no card is known and the method is another', { card: null, method: 'pm_2' }],
    ['neither card nor method is known', { card: null, method: null }],
  ])('not when %s', (_why, more) => {
    expect(ids([payment(200, more), payment(150)])).toEqual(['ch_150']);
  });

  it('with the same card saved twice, and by the saved method where Stripe tells no card', () => {
    expect(ids([payment(200, { method: 'pm_2' })])).toEqual(['ch_200']);
    expect(ids([payment(200, { card: null })])).toEqual(['ch_200']);
    expect(
      ids([payment(200, { card: null, method: null })], payment(0, { card: null, method: null })),
    ).toEqual([]);
  });

  it('never by itself, and one of two of a moment before the other in the same order each time', () => {
    expect(ids([payment(200, { chargeId: 'ch_0' })])).toEqual([]);
    const twins = [payment(200, { chargeId: 'b' }), payment(200, { chargeId: 'a' })];
    expect(ids(twins)).toEqual(['a', 'b']);
    expect(ids(twins.toReversed())).toEqual(['a', 'b']);
  });
});

const ADDRESS = {
  line1: 'Storgatan 1',
  line2: '',
  postalCode: '211 22',
  city: 'Malmö',
  state: '',
  country: 'SE',
};
const priors = [
  { chargeId: 'ch_1', description: 'A lamp' },
  { chargeId: 'ch_2', description: 'A chair' },
];
const { identifiers: none } = NOTHING_SAID;
const whole = {
  ...NOTHING_SAID,
  goods: 'services',
  description: 'A table',
  priors,
  identifiers: { ...none, customer_purchase_ip: '203.0.113.7', customer_email_address: 'a@a.example' },
} as const;

describe('what is missing', () => {
  it('is everything at first, and in the end nothing', () => {
    expect(missingActions(NOTHING_SAID)).toEqual(COMPELLING_ACTIONS);
    expect(missingActions(whole)).toEqual([]);
  });

  it('is told one by one', () => {
    expect(missingActions({ ...whole, goods: null })).toEqual(['missing_merchandise_or_services']);
    expect(missingActions({ ...whole, description: ' ' })).toEqual([
      'missing_disputed_transaction_description',
    ]);
    expect(
      missingActions({ ...whole, priors: priors.map((prior) => ({ ...prior, description: '' })) }),
    ).toEqual(['missing_prior_undisputed_transaction_description']);
    expect(missingActions({ ...whole, priors: priors.slice(0, 1) })).toContain(
      'missing_prior_undisputed_transactions',
    );
  });

  // The table of docs.stripe.com/disputes/api/visa-ce3: two main elements, or a main and a secondary one.
  it.each<[string, Partial<typeof none>, typeof ADDRESS | null, boolean]>([
    [
      'the IP address and the device',
      { customer_purchase_ip: '1.1.1.1', customer_device_id: 'x' },
      null,
      true,
    ],
    [
      'the IP address and the account',
      { customer_purchase_ip: '1.1.1.1', customer_account_id: 'x' },
      null,
      true,
    ],
    ['a fingerprint and the address', { customer_device_fingerprint: 'x' }, ADDRESS, true],
    [
      'a device and the e-mail',
      { customer_device_id: 'x', customer_email_address: 'a@a.example' },
      null,
      true,
    ],
    ['the IP address alone', { customer_purchase_ip: '1.1.1.1' }, null, false],
    ['the device in two ways', { customer_device_id: 'x', customer_device_fingerprint: 'x' }, null, false],
    [
      'only what is secondary',
      { customer_email_address: 'a@a.example', customer_account_id: 'x' },
      ADDRESS,
      false,
    ],
    ['nothing', {}, null, false],
  ])('by %s', (_how, told, address, isEnough) => {
    const answer = {
      ...whole,
      identifiers: { ...none, ...told },
      shippedTo: address ?? NOTHING_SAID.shippedTo,
    };
    expect(missingActions(answer)).toEqual(isEnough ? [] : ['missing_customer_identifiers']);
  });
});

it('counts an identifier once for each payment that it is sent with', () => {
  const texts = Object.values(compellingTexts(whole));
  expect(texts.filter((text) => text === '203.0.113.7')).toHaveLength(3);
  expect(texts.filter((text) => text.startsWith('A '))).toEqual(['A table', 'A lamp', 'A chair']);
});
