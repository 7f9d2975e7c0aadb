// Archives a tax rate, or brings it back.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planTaxRateArchive } from '../../outbox/plan-catalogue.ts';
import { notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { setTaxRateActive, taxRateById } from '../../store/tax-rates.ts';
import type { CommandContext } from '../command-context.ts';

export function archiveTaxRate(
  context: CommandContext,
  input: ParsedInput<'taxRates.archive'>,
): CallOutput<'taxRates.archive'> {
  const { db } = context;
  return once(db, input.commandId, 'taxRates.archive', context.now(), () => {
    const rate = taxRateById(db, input.id);
    if (!rate) throw notFound('tax rate');
    if (rate.active === !input.archived)
      throw wrongState('same', `This tax rate is ${input.archived ? 'archived' : 'in use'} already.`);
    const operationId = context.randomId();
    setTaxRateActive(db, rate.id, !input.archived);
    enqueue(
      context,
      operationId,
      planTaxRateArchive(rate.id, `${rate.name} ${rate.percentage} %`, input.archived),
    );
    context.changes.add('catalogue', rate.id);
    return { operationId };
  });
}
