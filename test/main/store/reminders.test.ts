import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proposedReminderOf, proposedReminders, takeStep } from '../../../main/store/reminders.ts';
import { anyInvoice, insertInvoice } from '../../support/invoice-rows.ts';
import { memoryDb } from '../../support/memory-db.ts';

it('proposes in the list exactly what the plain rule proposes for each invoice', () => {
  const steps = fc.uniqueArray(fc.integer({ min: -10, max: 30 }), { maxLength: 5 });
  const taken = fc.array(fc.record({ nth: fc.nat(9), step: fc.integer({ min: -10, max: 30 }) }), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(fc.array(anyInvoice, { maxLength: 10 }), steps, taken, (invoices, schedule, earlier) => {
      const db = memoryDb();
      for (const [index, invoice] of invoices.entries()) insertInvoice(db, { ...invoice, id: `i${index}` });
      db.run("UPDATE invoice SET stripe_id = 'in_' || id WHERE seq % 4 <> 0");
      for (const { nth, step } of earlier) {
        if (nth < invoices.length) takeStep(db, { invoiceId: `i${nth}`, step, operationId: null, at: 1 });
      }
      const today = '2026-03-15';
      const listed = proposedReminders(db, schedule, today, 100).map(({ invoiceId, step }) => [
        invoiceId,
        step,
      ]);
      const ruled = invoices.flatMap((_, index) => {
        const proposed = proposedReminderOf(db, `i${index}`, schedule, today);
        return proposed ? [[`i${index}`, proposed.step]] : [];
      });
      // One entry an invoice, whatever the order.
      expect(listed).toHaveLength(ruled.length);
      expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(ruled));
    }),
    { numRuns: 200 },
  );
});
