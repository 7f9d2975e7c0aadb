// The totals of a draft for its customer, as estimated with the tax rates that the books know.
import type { DraftContent, Totals } from '../../shared/contract/drafts.ts';
import { estimateTotals } from '../../shared/domain/totals.ts';
import { customerById } from '../store/customers.ts';
import { listTaxRates } from '../store/tax-rates.ts';
import type { UseContext } from './context.ts';

export function draftTotals({ db }: Pick<UseContext, 'db'>, content: DraftContent): Totals {
  const customer = content.customerId === null ? undefined : customerById(db, content.customerId);
  const taxExempt = customer !== undefined && customer.fields.taxExempt !== 'none';
  return estimateTotals(content, listTaxRates(db, true), taxExempt);
}
