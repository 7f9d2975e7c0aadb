import { describe, expect, it } from 'vitest';
import { bankTransferIn } from '../../../shared/domain/bank-transfer.ts';
import { methodRefusal, methodsIn, paymentMethodName } from '../../../shared/domain/payment-methods.ts';

describe('ways to pay', () => {
  it('are offered by the currency of the invoice', () => {
    expect(methodsIn('eur')).toEqual(['card', 'sepa_debit', 'customer_balance']);
    expect(methodsIn('usd')).toEqual(['card', 'customer_balance', 'us_bank_account', 'acss_debit']);
    expect(methodsIn('chf')).toEqual(['card']);
  });

  it('say why one does not fit; a way that is not known here is left to Stripe', () => {
    expect(methodRefusal('acss_debit', 'eur')).toBe(
      'Canadian pre-authorised debit takes CAD or USD only, and this is in EUR.',
    );
    expect(methodRefusal('ideal', 'usd')).toBeNull();
    expect(paymentMethodName('ideal')).toBe('Ideal');
  });

  it('transfer to an account in the own country where Stripe has one', () => {
    expect(bankTransferIn('eur', 'NL')).toEqual({
      type: 'eu_bank_transfer',
      eu_bank_transfer: { country: 'NL' },
    });
    expect(bankTransferIn('eur', null)).toEqual({
      type: 'eu_bank_transfer',
      eu_bank_transfer: { country: 'IE' },
    });
    expect(bankTransferIn('gbp', 'GB')).toEqual({ type: 'gb_bank_transfer' });
    expect(bankTransferIn('chf', 'CH')).toBeNull();
  });
});
