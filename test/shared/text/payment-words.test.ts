import { describe, expect, it } from 'vitest';
import { PaymentStanding } from '../../../shared/contract/payments.ts';
import { declineWords, isDecline, needsAuthentication } from '../../../shared/text/decline-words.ts';
import { paymentWords } from '../../../shared/text/payment-words.ts';

const facts = { methodType: 'card', failure: [], nextAction: null };

describe('how a payment stands', () => {
  it('has a word of its own for every status, and says what to do wherever it is not over', () => {
    const words = PaymentStanding.options.map((standing) => paymentWords({ ...facts, standing }));
    expect(new Set(words.map(({ word }) => word)).size).toBe(PaymentStanding.options.length);
    expect(words.filter(({ next }) => next === '')).toHaveLength(1);
    expect(paymentWords({ ...facts, standing: 'succeeded' }).next).toBe('');
  });

  it('names the days of a SEPA debit, and calls nothing paid before Stripe does', () => {
    const { next } = paymentWords({ ...facts, standing: 'processing', methodType: 'sepa_debit' });
    expect(next).toContain('2–4 business days');
    expect(next).toContain('not paid before Stripe says so');
  });

  it('sends the customer to the payment page when the bank wants them, however Stripe calls it', () => {
    for (const code of ['authentication_required', 'invoice_payment_intent_requires_action']) {
      expect(paymentWords({ ...facts, standing: 'failed', failure: [code, 'card_declined'] })).toEqual({
        word: 'Needs the customer',
        next: 'The bank wants the customer to confirm; send them the link',
      });
    }
  });

  it('says that a bank transfer is awaited', () => {
    const nextAction = 'display_bank_transfer_instructions';
    expect(paymentWords({ ...facts, standing: 'requires_action', nextAction }).word).toBe(
      'Waits for the transfer',
    );
  });
});

describe('why a payment was refused', () => {
  it('is told by the most exact code that is known', () => {
    expect(declineWords('lost_card', 'card_declined').reason).toBe('The card was reported lost.');
    expect(declineWords('brand_new_code', 'expired_card').reason).toBe('The card has expired.');
    expect(declineWords(null, 'insufficient_funds').advice).toContain('Try again later');
  });

  it('is read out as it stands when nobody knows it, and never as something inherited', () => {
    expect(declineWords('brand_new_code').reason).toBe('The payment did not go through (brand new code).');
    expect(declineWords('constructor').reason).toContain('constructor');
    expect(declineWords(null).reason).toBe('The payment did not go through.');
  });

  it('is told apart from why a request was refused', () => {
    expect(isDecline('insufficient_funds')).toBe(true);
    expect(isDecline('invoice_payment_intent_requires_action')).toBe(true);
    expect(isDecline('resource_missing')).toBe(false);
    expect(isDecline(null)).toBe(false);
    expect(needsAuthentication('card_declined')).toBe(false);
  });

  it('keeps secret from the customer what helps a thief', () => {
    for (const code of ['lost_card', 'stolen_card', 'fraudulent']) {
      expect(declineWords(code).advice).toContain('do not tell the customer');
    }
  });
});
