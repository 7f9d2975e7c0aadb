import { expect, it } from 'vitest';
import {
  ALL_TEXTS_LIMIT,
  evidenceFields,
  fileRefusal,
  FILES_LIMIT,
  TEXT_LIMIT,
  textProblem,
} from '../../../shared/domain/evidence.ts';

it.each([
  ['fraudulent', 'customer_purchase_ip', 'customer_signature'],
  ['product_not_received', 'shipping_tracking_number', 'shipping_documentation'],
  ['product_unacceptable', 'refund_refusal_explanation', 'refund_policy'],
  ['duplicate', 'duplicate_charge_id', 'duplicate_charge_documentation'],
  ['subscription_canceled', 'cancellation_rebuttal', 'cancellation_policy'],
  ['credit_not_processed', 'refund_policy_disclosure', 'refund_policy'],
  ['general', 'service_date', 'service_documentation'],
  ['toString', 'service_date', 'service_documentation'],
] as const)('asks for what wins a dispute because of %s', (reason, text, file) => {
  const { texts, files } = evidenceFields(reason, 'needs_response');
  expect(texts).toContain(text);
  expect(files).toContain(file);
  expect(texts[0]).toBe('product_description');
  expect(texts.at(-1)).toBe('uncategorized_text');
  expect(files[0]).toBe('receipt');
  expect([new Set(texts).size, new Set(files).size]).toEqual([texts.length, files.length]);
  // An appeal has words and a document of its own, whatever the reason.
  expect(evidenceFields(reason, 'appeal_needs_response')).toEqual({
    texts: ['appeal_reason'],
    files: ['appeal_document'],
  });
});

it('lets through texts up to Stripe’s limits and names the one that is too long', () => {
  const full = 'x'.repeat(TEXT_LIMIT);
  expect(textProblem({ customer_name: full })).toBeNull();
  expect(textProblem({ a: '', customer_name: `${full}x` })).toMatchObject({ field: 'customer_name' });
  const many = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`f${index}`, full]));
  expect(textProblem({ ...many, rest: 'x'.repeat(ALL_TEXTS_LIMIT - 7 * TEXT_LIMIT) })).toBeNull();
  expect(textProblem({ ...many, rest: 'x'.repeat(ALL_TEXTS_LIMIT - 7 * TEXT_LIMIT + 1) })).toMatchObject({
    field: 'rest',
  });
});

it('lets through files up to Stripe’s limits', () => {
  expect(fileRefusal('application/pdf', FILES_LIMIT, 0)).toBeNull();
  expect(fileRefusal('image/png', FILES_LIMIT - 1, 1)).toBeNull();
  expect(fileRefusal('application/pdf', FILES_LIMIT + 1, 0)).toContain('larger than 4.5 MB');
  expect(fileRefusal('image/jpeg', 2, FILES_LIMIT - 1)).toContain('All files together');
  expect(fileRefusal(null, 1, 0)).toContain('PDF, JPEG or PNG');
});
