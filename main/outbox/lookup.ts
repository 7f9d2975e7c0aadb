// Did it happen? Looks at Stripe for the effect of a step before anything is sent, the first time and every time.
import type { FrozenRequest, Gateway, WriteOperation } from '../stripe/request.ts';
import { CATALOGUE_FINDERS } from './lookup/catalogue.ts';
import { CREDIT_NOTE_FINDERS } from './lookup/credit-notes.ts';
import { CUSTOMER_FINDERS } from './lookup/customers.ts';
import { DISPUTE_FINDERS } from './lookup/disputes.ts';
import { INVOICE_FINDERS } from './lookup/invoices.ts';
import { MONEY_FINDERS } from './lookup/money.ts';
import { RECURRING_FINDERS } from './lookup/recurring.ts';
import type { Evidence, Finder } from './lookup/search.ts';
import type { OutboxStep } from './step.ts';

/** The evidence for each write, by a consistent read. */
const FINDERS: Readonly<Record<WriteOperation, Finder>> = {
  ...CUSTOMER_FINDERS,
  ...CATALOGUE_FINDERS,
  ...INVOICE_FINDERS,
  ...MONEY_FINDERS,
  ...CREDIT_NOTE_FINDERS,
  ...RECURRING_FINDERS,
  ...DISPUTE_FINDERS,
};

export function lookUp(gateway: Gateway, step: OutboxStep, request: FrozenRequest): Promise<Evidence> {
  return FINDERS[request.operation]({ gateway, step, request });
}
