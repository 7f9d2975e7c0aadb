// A draft as it will be printed, with the totals as estimated.
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { documentLineAmount, documentSums } from '../../shared/domain/document-sums.ts';
import { customerById } from '../store/customers.ts';
import { listTaxRates } from '../store/tax-rates.ts';
import { today, type UseContext } from './context.ts';
import { draftTotals } from './draft-totals.ts';
import type { PrintedInvoice, PrintedLine } from './printed-invoice.ts';

/** Nothing has happened to a draft. */
const UNSETTLED = { credited: 0, amountPaid: 0, balanceApplied: 0, payments: [], refunds: [] };

export function printedDraft(context: UseContext, content: DraftContent): PrintedInvoice {
  const customer = content.customerId === null ? undefined : customerById(context.db, content.customerId);
  const rates = listTaxRates(context.db, true);
  const totals = draftTotals(context, content);
  const day = today(context);
  const lines = content.lines.map((line, index): PrintedLine => {
    const sums = totals.lines[index];
    return {
      description: line.description,
      quantity: line.quantity,
      unitAmountDecimal: line.unitAmountDecimal,
      discount: sums?.ownDiscount ?? 0,
      taxes: line.taxRateIds.flatMap((id) => {
        const rate = rates.find((candidate) => candidate.id === id);
        return rate ? [{ label: rate.name, percentage: rate.percentage }] : [];
      }),
      amount: sums ? documentLineAmount(sums) : 0,
    };
  });
  return {
    number: null,
    status: 'draft',
    currency: content.currency,
    language: content.language ?? customer?.fields.language ?? null,
    issueDay: day,
    dueDay: content.terms.kind === 'date' ? content.terms.date : addDays(day, content.terms.days),
    paidDay: null,
    buyer: {
      name: customer?.fields.name ?? '',
      email: customer?.fields.email ?? '',
      address: customer?.fields.address ?? null,
      taxIds: customer?.fields.taxIds ?? [],
    },
    reverseCharge: customer?.fields.taxExempt === 'reverse',
    ...documentSums(totals),
    net: totals.net,
    taxes: totals.taxes,
    total: totals.total,
    lines,
    ...UNSETTLED,
    amountDue: totals.total,
    poNumber: content.poNumber,
    customFields: content.customFields.filter(({ name, value }) => name !== '' && value !== ''),
    memo: content.memo,
    footer: content.footer,
    paymentPage: null,
  };
}
