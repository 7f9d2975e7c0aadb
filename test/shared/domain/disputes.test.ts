import { expect, it } from 'vitest';
import {
  acceptRefusal,
  answerRefusal,
  daysToAnswer,
  disputeActions,
  disputeStanding,
} from '../../../shared/domain/disputes.ts';
import { deadlineWords, disputeReason, disputeWords } from '../../../shared/text/dispute-words.ts';

const NOW = 1_780_000_000;
const LATER = NOW + 86_400;

it.each([
  ['needs_response', LATER, ['stage', 'submit', 'accept']],
  ['needs_response', null, ['stage', 'submit', 'accept']],
  ['needs_response', NOW, ['stage', 'submit', 'accept']],
  ['needs_response', NOW - 1, ['accept']],
  ['warning_needs_response', LATER, ['stage', 'submit']],
  ['warning_needs_response', NOW - 1, []],
  ['appeal_needs_response', LATER, ['stage', 'submit', 'accept']],
  ['under_review', LATER, []],
  ['warning_under_review', LATER, []],
  ['appeal_under_review', LATER, []],
  ['won', LATER, []],
  ['lost', LATER, []],
  ['warning_closed', LATER, []],
  ['prevented', null, []],
  ['something_new', LATER, []],
] as const)('a dispute that is %s and may be answered until %s offers %j', (status, dueBy, actions) => {
  expect(disputeActions({ status, dueBy }, NOW)).toEqual(actions);
  // What is not offered is refused with a reason.
  const refusal = answerRefusal({ status, dueBy }, NOW);
  expect(refusal === null).toBe(disputeActions({ status, dueBy }, NOW).includes('submit'));
  expect(acceptRefusal({ status }) === null).toBe(disputeActions({ status, dueBy }, NOW).includes('accept'));
});

it('counts calendar days of the business’s zone, not hours', () => {
  const late = Date.UTC(2026, 5, 15, 21, 30) / 1000;
  const dueBy = Date.UTC(2026, 5, 16, 2, 0) / 1000;
  expect(daysToAnswer(dueBy, late, 'Europe/Berlin')).toBe(1);
  expect(daysToAnswer(dueBy, late + 3600, 'Europe/Berlin')).toBe(0);
  expect(daysToAnswer(dueBy, late, 'America/New_York')).toBe(0);
  expect(daysToAnswer(dueBy, dueBy + 86_400, 'Europe/Berlin')).toBe(-1);
  expect(daysToAnswer(null, late, 'Europe/Berlin')).toBeNull();
});

it('says how a dispute stands, until when it can be answered, and why it was opened', () => {
  expect([-1, 0, 1, 9, null].map(deadlineWords)).toEqual([
    'the time is over',
    'today is the last day',
    '1 day left',
    '9 days left',
    null,
  ]);
  expect(disputeWords({ status: 'needs_response', daysLeft: 2 })).toEqual({
    word: 'Needs an answer',
    next: 'Answer or accept it: 2 days left',
  });
  expect(disputeWords({ status: 'warning_needs_response', daysLeft: null }).next).toBe('Answer or refund it');
  expect(disputeWords({ status: 'appeal_needs_response', daysLeft: 1 }).word).toBe('Appeal possible');
  expect(disputeWords({ status: 'needs_response', daysLeft: -1 }).next).toContain('is over');
  expect(disputeWords({ status: 'won', daysLeft: null })).toMatchObject({ word: 'Won' });
  expect(disputeWords({ status: 'prevented', daysLeft: null }).word).toBe('Settled');
  expect(disputeReason('fraudulent')).toBe('The cardholder says it was not them');
  expect(disputeReason('quite_new')).toBe('Quite new');
  expect(disputeReason('constructor')).toBe('Constructor');
  expect(disputeStanding('constructor')).toBe('under-review');
});
