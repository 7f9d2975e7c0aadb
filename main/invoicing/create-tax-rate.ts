// Adds a tax rate: usable in drafts at once, taken to Stripe by the outbox.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { parseDecimal } from '../../shared/domain/decimal.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { planTaxRate } from '../outbox/plan-simple.ts';
import { invalidInput } from '../refusal.ts';
import { once } from '../store/commands.ts';
import { insertTaxRate } from '../store/tax-rates.ts';
import type { CommandContext } from './command-context.ts';

/** Stripe takes percentages from 0 to 100 with at most four places. */
const MOST_PLACES = 4;

export function createTaxRate(
  context: CommandContext,
  input: ParsedInput<'taxRates.create'>,
): CallOutput<'taxRates.create'> {
  const { db } = context;
  const percentage = parseDecimal(input.percentage);
  if (!percentage || percentage.units < 0n || Number(input.percentage) > 100) {
    throw invalidInput('percentage', 'A tax rate is between 0 and 100 percent.');
  }
  if (percentage.places > MOST_PLACES)
    throw invalidInput('percentage', 'Stripe takes at most four decimal places.');
  return once(db, input.commandId, 'taxRates.create', context.now(), () => {
    const id = `tax_rate_${context.randomId()}`;
    const operationId = context.randomId();
    insertTaxRate(db, { ...input, id }, context.now());
    enqueue(context, operationId, planTaxRate({ ...input, taxRateId: id }));
    context.changes.add('catalogue', id);
    return { id, operationId };
  });
}
