// The rows of a document: its facts, its lines and its totals, in words and figures. Pure.
import { formatDecimal, parseDecimal, shiftPoint } from '../../shared/domain/decimal.ts';
import type { DocumentLine, LabelledValue, TotalRow } from '../../shared/domain/document-data.ts';
import { minorDigits, shownDigits } from '../../shared/domain/money.ts';
import type { Voice } from './document-voice.ts';
import type { PrintedInvoice, PrintedLine, PrintedTax } from './printed-invoice.ts';

export function factsOf(
  kind: 'invoice' | 'receipt',
  printed: PrintedInvoice,
  { terms, day }: Voice,
): readonly LabelledValue[] {
  const fact = (label: string, value: string | null): readonly LabelledValue[] =>
    value === null || value === '' ? [] : [{ label, value }];
  return [
    ...fact(terms.invoiceNumber, printed.number),
    ...fact(terms.issueDate, day(printed.issueDay)),
    ...(kind === 'receipt'
      ? fact(terms.paidDate, printed.paidDay === null ? null : day(printed.paidDay))
      : fact(terms.dueDate, printed.dueDay === null ? null : day(printed.dueDay))),
    ...fact(terms.purchaseOrder, printed.poNumber),
    ...printed.customFields.map(({ name, value }) => ({ label: name, value })),
  ];
}

export function lineOf(line: PrintedLine, currency: string, { terms, locale, money }: Voice): DocumentLine {
  return {
    description: line.description,
    note: line.discount > 0 ? `${terms.discount} −${money(line.discount)}` : null,
    quantity: decimalIn(line.quantity, locale),
    unitPrice: line.unitAmountDecimal === null ? '' : unitPrice(line.unitAmountDecimal, currency, locale),
    tax: line.taxes.map(({ percentage }) => percentIn(percentage, locale)).join(' + '),
    amount: money(line.amount),
  };
}

/** At least the currency's digits, and as many more as the price has. */
function unitPrice(minor: string, currency: string, locale: string): string {
  const value = parseDecimal(minor);
  if (!value) return '';
  const text = formatDecimal(shiftPoint(value, -minorDigits(currency)));
  const places = text.split('.')[1]?.length ?? 0;
  const digits = shownDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, places),
  }).format(text);
}

function decimalIn(text: string, locale: string): string {
  const value = parseDecimal(text);
  return value
    ? new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(formatDecimal(value))
    : text;
}

function percentIn(percentage: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(
    Number(percentage) / 100,
  );
}

/**
 * From the total to the amount due every row adds up. What was given back stands after it: Stripe keeps a refunded invoice paid, and
 * whatever credit note goes with the refund changes nothing that is owed (docs.stripe.com/invoicing/integration/programmatic-credit-notes).
 */
export function totalsOf(printed: PrintedInvoice, voice: Voice): readonly TotalRow[] {
  const { terms, money } = voice;
  const row = (label: string, value: string, weight: TotalRow['weight'] = 'normal'): TotalRow => ({
    label,
    value,
    weight,
  });
  const refunded = printed.refunds.reduce((sum, { amount }) => sum + amount, 0);
  // Stripe gives it back when it voids an invoice, and nothing is owed of one.
  const isVoid = printed.status === 'void';
  const applied = isVoid ? 0 : printed.balanceApplied;
  const credited = isVoid ? 0 : printed.credited;
  const paid = isVoid ? 0 : printed.amountPaid;
  const settled = paid > 0 || applied !== 0 || credited > 0;
  return [
    ...(printed.discount > 0 || printed.taxes.length > 0
      ? [row(terms.subtotal, money(printed.subtotal))]
      : []),
    ...(printed.discount > 0 ? [row(terms.discount, `−${money(printed.discount)}`)] : []),
    ...(printed.taxes.length > 0 ? [row(terms.totalExcludingTax, money(printed.net))] : []),
    ...printed.taxes.map((tax) => row(taxLabel(tax, voice), money(tax.amount))),
    row(terms.total, money(printed.total), settled ? 'normal' : 'strong'),
    ...(credited > 0 ? [row(terms.credited, `−${money(credited)}`)] : []),
    ...(applied === 0
      ? []
      : [row(terms.appliedBalance, `${applied < 0 ? '−' : ''}${money(Math.abs(applied))}`)]),
    ...(paid > 0 ? [row(terms.amountPaid, `−${money(paid)}`)] : []),
    ...(settled ? [row(terms.amountDue, money(printed.amountDue), 'strong')] : []),
    ...(refunded > 0 ? [row(terms.refunded, money(refunded))] : []),
  ];
}

export function taxLabel(tax: PrintedTax, { terms, locale, money }: Voice): string {
  const name =
    [tax.label, tax.percentage === '' ? '' : percentIn(tax.percentage, locale)].filter(Boolean).join(' ') ||
    terms.tax;
  if (tax.inclusive) return terms.taxIncluded.replace('{tax}', name);
  return tax.taxable === null
    ? name
    : terms.taxOn.replace('{tax}', name).replace('{amount}', money(tax.taxable));
}
