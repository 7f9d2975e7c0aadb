import { expect, it } from 'vitest';
import { compellingAtStripe } from '../../../main/invoicing/disputes/compelling-at-stripe.ts';

const told = {
  customer_purchase_ip: '203.0.113.7',
  customer_email_address: 'a@a.example',
  product_description: 'A lamp',
};

function dispute(evidence: unknown) {
  return {
    enhanced_eligibility_types: ['visa_compelling_evidence_3'],
    evidence: { enhanced_evidence: evidence },
    evidence_details: {
      enhanced_eligibility: {
        visa_compelling_evidence_3: {
          status: 'requires_action',
          required_actions: ['missing_something_new'],
        },
      },
    },
    payment_method_details: { type: 'card', card: { network: 'visa', network_reason_code: '10.4' } },
  };
}

it('reads what Stripe says of it, also in words that it did not know', () => {
  expect(compellingAtStripe(dispute({}))).toEqual({
    isOpen: true,
    types: ['visa_compelling_evidence_3'],
    status: 'requires_action',
    actions: ['missing_something_new'],
    network: 'visa',
    code: '10.4',
    answer: null,
    isWhole: true,
  });
});

it('reads an identifier as said only where it is the same in all transactions', () => {
  const { answer, isWhole } = compellingAtStripe(
    dispute({
      visa_compelling_evidence_3: {
        disputed_transaction: {
          ...told,
          merchandise_or_services: 'merchandise',
          customer_account_id: 'anna',
        },
        prior_undisputed_transactions: [
          { ...told, charge: 'ch_1', customer_account_id: 'anna' },
          { ...told, charge: 'ch_2', customer_account_id: 'someone else', customer_email_address: null },
        ],
      },
    }),
  );
  expect(isWhole).toBe(false);
  expect(answer).toMatchObject({
    goods: 'merchandise',
    description: 'A lamp',
    identifiers: { customer_purchase_ip: '203.0.113.7', customer_account_id: '', customer_email_address: '' },
    priors: [{ chargeId: 'ch_1' }, { chargeId: 'ch_2' }],
  });
});

it.each([
  ['the same', { line1: 'Hamngatan 2' }, true],
  ['of the disputed payment alone', null, false],
])('says whether the answer is all that Stripe has, with an address that is %s', (_what, address, isAll) => {
  const { isWhole, answer } = compellingAtStripe(
    dispute({
      visa_compelling_evidence_3: {
        disputed_transaction: { ...told, shipping_address: { line1: 'Hamngatan 2' } },
        prior_undisputed_transactions: [{ ...told, charge: 'ch_1', shipping_address: address }],
      },
    }),
  );
  expect(isWhole).toBe(isAll);
  expect(answer?.shippedTo.line1).toBe(isAll ? 'Hamngatan 2' : '');
});

it.each([
  ['nothing', null],
  ['an erased dispute', { ...dispute(null), evidence: { enhanced_evidence: null } }],
  ['a dispute of an older version', { evidence: {}, evidence_details: {} }],
  ['what is no dispute', { evidence: 'x', enhanced_eligibility_types: 3 }],
])('reads no answer from %s', (_what, object) => {
  expect(compellingAtStripe(object).answer).toBeNull();
});
