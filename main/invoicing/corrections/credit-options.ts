// What may be credited of an invoice now, line by line, and which payments money can go back to.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { creditable, creditRefusal } from '../../../shared/domain/crediting.ts';
import { taxLabels } from '../../store/tax-rates.ts';
import type { UseContext } from '../context.ts';
import { creditBasis, refundableParts } from './credit-facts.ts';
import { linesOf } from './credit-request.ts';

export function creditOptions(
  context: UseContext,
  { invoiceId }: ParsedInput<'creditNotes.options'>,
): CallOutput<'creditNotes.options'> {
  const basis = creditBasis(context.db, invoiceId);
  const { invoice, facts } = basis;
  const labels = taxLabels(context.db);
  return {
    invoiceNumber: invoice.number,
    customerName: invoice.customer_name,
    customerEmail: invoice.customer_email,
    currency: invoice.currency,
    total: invoice.total,
    creditable: creditable(facts),
    remaining: invoice.status === 'paid' ? 0 : Math.max(0, invoice.amount_remaining),
    refusal: creditRefusal(facts),
    lines: linesOf(context, basis).map((line) => ({
      id: line.id,
      description: line.description,
      amountLeft: line.amountLeft,
      quantityLeft: line.quantityLeft,
      byAmount: line.byAmount,
      taxLabel: line.taxRates
        .map((rate) => labels.get(rate) ?? '')
        .filter(Boolean)
        .join(', '),
    })),
    payments: refundableParts(context, basis.payments).map(({ paymentId, label, amount }) => ({
      id: paymentId,
      label,
      left: amount,
    })),
    loneRefunds: basis.loneRefunds.map(({ id, day, amount, status }) => ({ id, date: day, amount, status })),
  };
}
