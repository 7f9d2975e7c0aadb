// A credit note as it is printed: every figure is Stripe's own, and the customer stands as on the invoice.
import { z } from 'zod';
import { notFound, wrongState } from '../../refusal.ts';
import { creditNoteFacts } from '../../store/credit-note-detail.ts';
import type { UseContext } from '../context.ts';
import { printedFromStripe, StripeTax, taxOf, taxRates } from '../printed-from-stripe.ts';
import { readPrinted } from '../read-printed.ts';
import type { PrintedInvoice, PrintedLine, PrintedTax } from '../printed-invoice.ts';

const Printed = z.object({
  subtotal: z.int(),
  discount_amount: z.int(),
  total: z.int(),
  total_excluding_tax: z.int().nullish(),
  total_taxes: z.array(StripeTax).nullish(),
  lines: z.object({
    data: z.array(
      z.object({
        description: z.string().nullish(),
        amount: z.int(),
        quantity: z.int().nullish(),
        unit_amount_decimal: z.string().nullish(),
        taxes: z.array(StripeTax).nullish(),
      }),
    ),
  }),
});

/** Amounts are minor units of `currency`. */
export interface PrintedCreditNote {
  readonly number: string;
  readonly isVoid: boolean;
  readonly currency: string;
  readonly day: string;
  readonly invoice: PrintedInvoice;
  readonly memo: string;
  readonly lines: readonly PrintedLine[];
  readonly subtotal: number;
  readonly discount: number;
  readonly net: number;
  readonly taxes: readonly PrintedTax[];
  readonly total: number;
  readonly deducted: number;
  readonly refunded: number;
  readonly toBalance: number;
  readonly outside: number;
}

/** `id` is ours. Refuses one that Stripe has not issued, and with `unreadable` one that is told otherwise than it is printed. */
export function printedCreditNote(context: UseContext, id: string): PrintedCreditNote {
  const note = creditNoteFacts(context.db, id);
  if (!note) throw notFound('credit note');
  if (note.json === null || note.invoice_id === null || note.number === null)
    throw wrongState('not-issued', 'There is no document before Stripe has issued the credit note.');
  const told = readPrinted(Printed, note.json, `Credit note ${note.number}`);
  const rates = taxRates(context);
  const taxes = (told.total_taxes ?? []).map((tax) => taxOf(tax, rates));
  return {
    number: note.number,
    isVoid: note.status === 'void',
    currency: note.currency,
    day: note.day,
    invoice: printedFromStripe(context, note.invoice_id),
    memo: note.memo,
    lines: told.lines.data.map((line) => ({
      description: line.description ?? '',
      quantity: line.quantity === null || line.quantity === undefined ? '' : String(line.quantity),
      unitAmountDecimal: line.unit_amount_decimal ?? null,
      discount: 0,
      taxes: (line.taxes ?? []).flatMap((tax) => {
        const { label, percentage } = taxOf(tax, rates);
        return percentage === '' ? [] : [{ label, percentage }];
      }),
      amount: line.amount,
    })),
    subtotal: told.subtotal,
    discount: told.discount_amount,
    net: told.total_excluding_tax ?? told.total - taxes.reduce((sum, { amount }) => sum + amount, 0),
    taxes,
    total: told.total,
    deducted: note.pre_payment,
    refunded: note.refunded,
    toBalance: note.to_balance,
    outside: note.outside,
  };
}
