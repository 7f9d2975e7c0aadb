// Everything that the simulator answers.
import type { Operation } from './api/operation.ts';
import { accountOperations } from './resources/account.ts';
import { balanceTransactionOperations } from './resources/balance-transactions.ts';
import { cashBalanceOperations } from './resources/cash-balance/operations.ts';
import { couponOperations } from './resources/coupons.ts';
import { creditNoteOperations } from './resources/credit-notes/operations.ts';
import { customerBalanceOperations } from './resources/customer-balance.ts';
import { customerOperations } from './resources/customers.ts';
import { disputeOperations } from './resources/disputes/operations.ts';
import { eventOperations } from './resources/event-operations.ts';
import { fileOperations } from './resources/files/files.ts';
import { fileLinkOperations } from './resources/files/links.ts';
import { invoiceItemOperations } from './resources/invoices/item-operations.ts';
import { invoiceOperations } from './resources/invoices/operations.ts';
import { mandateOperations } from './resources/mandates.ts';
import { paymentMethodOperations } from './resources/payment-method-operations.ts';
import { paymentOperations } from './resources/payments/operations.ts';
import { payoutOperations } from './resources/payout-operations.ts';
import { priceOperations } from './resources/prices.ts';
import { productOperations } from './resources/products.ts';
import { refundOperations } from './resources/refunds/operations.ts';
import { subscriptionItemOperations } from './resources/subscriptions/item-operations.ts';
import { subscriptionOperations } from './resources/subscriptions/operations.ts';
import { taxIdOperations } from './resources/tax-ids.ts';
import { taxRateOperations } from './resources/tax-rates.ts';
import { testClockOperations } from './resources/test-clocks/operations.ts';

export const operations: readonly Operation[] = [
  ...accountOperations,
  ...balanceTransactionOperations,
  ...cashBalanceOperations,
  ...couponOperations,
  ...creditNoteOperations,
  ...customerBalanceOperations,
  ...customerOperations,
  ...disputeOperations,
  ...eventOperations,
  ...fileLinkOperations,
  ...fileOperations,
  ...invoiceItemOperations,
  ...invoiceOperations,
  ...mandateOperations,
  ...paymentMethodOperations,
  ...paymentOperations,
  ...payoutOperations,
  ...priceOperations,
  ...productOperations,
  ...refundOperations,
  ...subscriptionItemOperations,
  ...subscriptionOperations,
  ...taxIdOperations,
  ...taxRateOperations,
  ...testClockOperations,
];
