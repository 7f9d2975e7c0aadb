import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ActionFacts, invoiceActions } from '../../../shared/domain/invoice-actions.ts';

const facts = (over: Partial<ActionFacts>): ActionFacts => ({
  status: 'open',
  atStripe: true,
  busy: false,
  hasEmail: true,
  chargeable: false,
  refundable: 0,
  creditable: false,
  revisable: false,
  ...over,
});

test.each([
  [{ status: 'draft', atStripe: false }, ['edit', 'send', 'duplicate', 'delete']],
  [{ status: 'draft', atStripe: true }, ['edit', 'send', 'duplicate', 'delete']],
  [{ status: 'draft', busy: true }, ['duplicate']],
  [{ status: 'open' }, ['send-again', 'mark-paid', 'mark-uncollectible', 'void', 'duplicate']],
  [{ status: 'open', hasEmail: false }, ['mark-paid', 'mark-uncollectible', 'void', 'duplicate']],
  [
    { status: 'open', refundable: 10 },
    ['send-again', 'refund', 'mark-paid', 'mark-uncollectible', 'void', 'duplicate'],
  ],
  [
    { status: 'open', hasEmail: false, chargeable: true },
    ['charge', 'mark-paid', 'mark-uncollectible', 'void', 'duplicate'],
  ],
  [
    { status: 'open', hasEmail: false, revisable: true },
    ['mark-paid', 'mark-uncollectible', 'void', 'revise', 'duplicate'],
  ],
  [{ status: 'open', revisable: true, busy: true }, ['duplicate']],
  [{ status: 'open', chargeable: true, busy: true }, ['duplicate']],
  [{ status: 'open', chargeable: true, atStripe: false }, ['duplicate']],
  [{ status: 'open', busy: true }, ['duplicate']],
  [{ status: 'paid', refundable: 10 }, ['send-again', 'refund', 'duplicate']],
  [{ status: 'paid', refundable: 10, busy: true }, ['refund', 'duplicate']],
  [{ status: 'paid' }, ['send-again', 'duplicate']],
  [{ status: 'paid', refundable: 10, creditable: true }, ['send-again', 'refund', 'credit', 'duplicate']],
  [{ status: 'uncollectible' }, ['send-again', 'mark-paid', 'void', 'duplicate']],
  [{ status: 'void' }, ['duplicate']],
] as const)('%j allows %j', (over, actions) => {
  expect(invoiceActions(facts(over))).toEqual(actions);
});

test('an issued invoice is never edited, sent anew or deleted, and nothing is refunded that is not there', () => {
  const any = fc.record({
    status: fc.constantFrom('draft', 'open', 'paid', 'uncollectible', 'void'),
    atStripe: fc.boolean(),
    busy: fc.boolean(),
    hasEmail: fc.boolean(),
    chargeable: fc.boolean(),
    refundable: fc.nat(),
    creditable: fc.boolean(),
    revisable: fc.boolean(),
  });
  fc.assert(
    fc.property(any, (each) => {
      const actions = invoiceActions(each);
      const drafting = actions.filter(
        (action) => action === 'edit' || action === 'send' || action === 'delete',
      );
      expect(drafting.length === 0 || each.status === 'draft').toBe(true);
      expect(actions.includes('charge') && (each.status === 'paid' || each.status === 'void')).toBe(false);
      expect(actions.includes('refund')).toBe(each.refundable > 0);
    }),
  );
});
