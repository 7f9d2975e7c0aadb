// The one clear question before a credit note is written, in words. Pure.
import { formatMoney } from '../../../shared/domain/money.ts';
import { type CreditForm, type CreditOptions, type Quote, settlementOf } from './credit-form.ts';

export interface CreditQuestion {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly confirm: string;
  readonly isRefund: boolean;
}

export function creditQuestion(
  form: CreditForm,
  quote: Quote,
  options: CreditOptions,
  locale: string,
): CreditQuestion {
  const money = (amount: number): string => formatMoney(amount, quote.currency, locale);
  const { refund, toBalance, outside } = settlementOf(form, quote);
  const payment = options.payments.find(({ id }) => id === refund?.paymentId);
  const sentences = [
    `A credit note of ${money(quote.total)} is issued for invoice ${options.invoiceNumber ?? ''}.`,
    quote.offInvoice > 0
      ? `${money(quote.offInvoice)} is taken off what ${options.customerName} owes.`
      : null,
    refund === null
      ? null
      : `${money(refund.amount)} goes back to ${options.customerName}${payment ? ` (${payment.label})` : ''}. Stripe keeps the fee of the payment. A refund cannot be taken back.`,
    toBalance > 0 ? `${money(toBalance)} is put to their credit balance for their next invoices.` : null,
    outside > 0 ? `${money(outside)} is settled outside Stripe: no money moves there.` : null,
    form.email ? `Stripe e-mails the credit note to ${options.customerEmail}.` : 'No e-mail is sent.',
  ];
  const sum = money(refund?.amount ?? quote.total);
  return {
    title: refund === null ? `Issue a credit note of ${sum}?` : `Refund ${sum}?`,
    sentences: sentences.filter((sentence) => sentence !== null),
    confirm: refund === null ? 'Issue credit note' : `Refund ${sum}`,
    isRefund: refund !== null,
  };
}
