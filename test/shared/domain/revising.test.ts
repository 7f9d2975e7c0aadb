import { expect, test } from 'vitest';
import { type RevisingFacts, revisingRefusal } from '../../../shared/domain/revising.ts';

const facts = (over: Partial<RevisingFacts> = {}): RevisingFacts => ({
  status: 'open',
  ofRecurring: false,
  paid: 0,
  processing: false,
  creditNotes: 0,
  ...over,
});

test.each(['open', 'uncollectible'] as const)(
  'an invoice that is %s and untouched can be replaced',
  (status) => {
    expect(revisingRefusal(facts({ status }))).toBeNull();
  },
);

test.each([
  [{ status: 'draft' }, /edited/],
  [{ status: 'paid' }, /paid invoice/],
  [{ status: 'void' }, /void/],
  [{ ofRecurring: true }, /recurring/],
  [{ paid: 1 }, /part of it has been paid/],
  [{ processing: true }, /processing/],
  [{ creditNotes: 1 }, /credit note/],
] as const)('%j is refused with its reason', (over, reason) => {
  expect(revisingRefusal(facts(over))).toMatch(reason);
});
