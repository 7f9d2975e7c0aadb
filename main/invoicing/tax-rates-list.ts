// The tax rates to choose from.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { listTaxRates as readTaxRates } from '../store/tax-rates.ts';
import type { UseContext } from './context.ts';

export function listTaxRates(
  context: UseContext,
  input: ParsedInput<'taxRates.list'>,
): CallOutput<'taxRates.list'> {
  return { rows: [...readTaxRates(context.db, input.includeArchived)] };
}
