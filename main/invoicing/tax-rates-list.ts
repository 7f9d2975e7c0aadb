// The tax rates to choose from, with what uses them.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { listTaxRatesWithUses } from '../store/tax-rates.ts';
import type { UseContext } from './context.ts';

export function listTaxRates(
  context: UseContext,
  input: ParsedInput<'taxRates.list'>,
): CallOutput<'taxRates.list'> {
  return { rows: listTaxRatesWithUses(context.db, input.includeArchived) };
}
