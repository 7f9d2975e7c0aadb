import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainOf } from '../../../main/books/chain.ts';

const ENTRY = {
  seq: 7,
  caseId: 'in_1',
  cause: 'invoice.finalized:in_1',
  version: 1,
  day: '2026-07-01',
  happened: null,
  postedAt: 1_782_000_000,
  postings: [{ account: 1200, sub: 'cus_1', currency: 'eur', amount: 11_900 }],
};

test('an entry from before months could be closed keeps its hash', () => {
  const asItWas = ['before', 7, 'in_1', 'invoice.finalized:in_1', 1, '2026-07-01', 1_782_000_000];
  const text = JSON.stringify([...asItWas, [[1200, 'cus_1', 'eur', 11_900]]]);
  expect(chainOf('before', ENTRY)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('the day on which it happened is sealed, too', () => {
  const late = { ...ENTRY, happened: '2026-06-28' };
  expect(chainOf('before', late)).not.toBe(chainOf('before', ENTRY));
  expect(chainOf('before', late)).not.toBe(chainOf('before', { ...late, happened: '2026-06-27' }));
});
