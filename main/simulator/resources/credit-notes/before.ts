// What earlier credit notes took off an invoice.
import { refuse } from '../../api/failure.ts';
import type { CreditNote, CreditNoteLine, Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

function issued(world: World, invoice: Invoice): readonly CreditNote[] {
  return invoice.inner.creditNotes
    .map((id) => world.get('credit_note', id))
    .filter((note) => note.status === 'issued');
}

export function creditedBefore(world: World, invoice: Invoice): number {
  return issued(world, invoice).reduce((sum, note) => sum + note.total, 0);
}

/** What was credited of one line. */
export function creditsOf(world: World, invoice: Invoice, line: string): readonly CreditNoteLine[] {
  return issued(world, invoice)
    .flatMap((note) => note.inner.lines)
    .filter((credit) => credit.invoice_line_item === line);
}

/** docs.stripe.com/invoicing/integration/programmatic-credit-notes: one line is credited by quantity or by amount. */
export function refuseMixing(before: readonly CreditNoteLine[], byQuantity: boolean): void {
  if (before.some((credit) => (credit.quantity !== null) !== byQuantity))
    throw refuse(
      'An invoice line item that was credited by quantity cannot be credited by amount, and the reverse.',
      { param: 'lines' },
    );
}
