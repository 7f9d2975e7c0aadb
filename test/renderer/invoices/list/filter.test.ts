import { describe, expect, it } from 'vitest';
import { filterChips, withFields } from '../../../../renderer/invoices/list/filter.ts';

describe('filters of the invoice list', () => {
  it('lose a field that is set to nothing', () => {
    expect(withFields({ tab: 'open', search: 'x' }, { search: '' })).toEqual({ tab: 'open' });
    expect(withFields({ tab: 'open', badge: 'paid' }, { badge: undefined, currency: 'eur' })).toEqual({
      tab: 'open',
      currency: 'eur',
    });
  });

  it('read as people say them', () => {
    const chips = filterChips(
      {
        tab: 'all',
        badge: 'past-due',
        customerId: 'cus_1',
        dateField: 'due',
        from: '2026-01-01',
        currency: 'eur',
        minAmount: 10_000,
        maxAmount: 250_000,
      },
      'Acme',
      'en-GB',
    );
    expect(chips.map(({ text }) => text)).toEqual([
      'Past due',
      'Acme',
      'Due from 1 Jan 2026',
      'EUR',
      'Total €100.00 – €2,500.00',
    ]);
  });

  it('take the bounds of amounts along when the currency goes', () => {
    const chip = filterChips({ currency: 'usd', maxAmount: 500 }, null, 'en-GB').find(
      ({ id }) => id === 'currency',
    );
    expect(chip?.fields).toEqual(['currency', 'minAmount', 'maxAmount']);
  });
});
