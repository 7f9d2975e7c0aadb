import { expect, test } from 'vitest';
import {
  compellingActions,
  compellingWords,
  eligibilityWords,
} from '../../../shared/text/compelling-words.ts';

test('what is to do is told in the order of the form, and what Stripe invents later in its own words', () => {
  expect(
    compellingActions([
      'missing_new_thing',
      'missing_customer_identifiers',
      'missing_prior_undisputed_transactions',
    ]),
  ).toEqual([
    'Choose two earlier payments.',
    expect.stringMatching(/^Show that it was the same customer/),
    'Stripe asks for more: missing new thing.',
  ]);
  expect(compellingActions([])).toEqual([]);
});

test.each([
  ['qualified', true, 'good', 'It qualifies'],
  ['not_qualified', true, 'warning', 'It does not qualify'],
  ['requires_action', true, 'info', 'This dispute is eligible'],
  ['a word of tomorrow', true, 'info', 'This dispute is eligible'],
  // What Stripe said of an earlier answer says nothing of this one.
  ['qualified', false, 'info', 'Not complete yet'],
])('%s, at Stripe as it stands here: %s', (status, isAtStripe, tone, title) => {
  expect(compellingWords({ status, isAtStripe, isComplete: false })).toMatchObject({ tone, title });
});

const visa = { types: [], status: null, network: 'visa', code: '10.4' };

test.each([
  [{ ...visa, types: ['visa_compelling_evidence_3'], status: 'qualified' }, 'Eligible, and qualified'],
  [
    { ...visa, types: ['visa_compelling_evidence_3'], status: 'not_qualified' },
    'Eligible, but not qualified',
  ],
  [
    { ...visa, types: ['visa_compelling_evidence_3'], status: 'requires_action' },
    'Eligible, not complete yet',
  ],
  [{ ...visa, types: ['visa_compliance'] }, expect.stringMatching(/takes a fee/)],
  [visa, expect.stringMatching(/^Not eligible/)],
  [{ ...visa, network: 'mastercard' }, null],
  [{ ...visa, code: '13.1' }, null],
])('%j: %s', (facts, words) => {
  expect(eligibilityWords(facts)).toEqual(words);
});
