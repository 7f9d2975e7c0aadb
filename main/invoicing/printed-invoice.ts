// An invoice as it is printed, before it is put into words: the same for a draft of ours and for one that Stripe issued.
import type { Address } from '../../shared/contract/customers.ts';

export interface PrintedLine {
  readonly description: string;
  /** Decimal text. */
  readonly quantity: string;
  /** Minor units as decimal text; null for a line that has an amount only. */
  readonly unitAmountDecimal: string | null;
  /** Minor units taken off this line by its own discount. */
  readonly discount: number;
  readonly taxes: readonly { readonly label: string; readonly percentage: string }[];
  /** After the line's own discount, so that the amounts add up to the subtotal. */
  readonly amount: number;
}

export interface PrintedTax {
  readonly label: string;
  readonly percentage: string;
  readonly inclusive: boolean;
  readonly taxable: number | null;
  readonly amount: number;
}

/** Amounts are minor units of `currency`; days are calendar days. */
export interface PrintedInvoice {
  readonly number: string | null;
  readonly status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  readonly currency: string;
  /** BCP 47 of the customer, or null for the company's. */
  readonly language: string | null;
  readonly issueDay: string;
  readonly dueDay: string | null;
  readonly paidDay: string | null;
  readonly buyer: {
    readonly name: string;
    readonly email: string;
    readonly address: Address | null;
    readonly taxIds: readonly { readonly type: string; readonly value: string }[];
  };
  readonly reverseCharge: boolean;
  readonly lines: readonly PrintedLine[];
  /** After the lines' own discounts, as Stripe has it. */
  readonly subtotal: number;
  /** Of the discount on the whole invoice only. */
  readonly discount: number;
  readonly net: number;
  readonly taxes: readonly PrintedTax[];
  readonly total: number;
  /** What credit notes took off before it was paid; those after it change nothing that is owed. */
  readonly credited: number;
  readonly amountPaid: number;
  /** What the customer's balance added, as Stripe counts it: negative where their credit was taken off. */
  readonly balanceApplied: number;
  readonly amountDue: number;
  readonly payments: readonly { readonly day: string; readonly method: string; readonly amount: number }[];
  readonly refunds: readonly { readonly day: string; readonly amount: number }[];
  readonly poNumber: string;
  readonly customFields: readonly { readonly name: string; readonly value: string }[];
  readonly memo: string;
  readonly footer: string;
  readonly paymentPage: string | null;
}
