// Lines that were written freely become items of the catalogue, because Stripe bills nothing else again and again.
import type { RecurringLine } from '../../../shared/contract/recurring.ts';
import type { NewItems } from '../../outbox/plan-recurring-parts.ts';
import { insertItem } from '../../store/items.ts';
import type { CommandContext } from '../command-context.ts';

/** In the caller's transaction; answers our ids of the items by the id of their line. */
export function makeItems(context: CommandContext, lines: readonly RecurringLine[]): NewItems {
  const made = new Map<string, string>();
  for (const line of lines) {
    if (line.itemId !== null || line.priceId !== null) continue;
    const id = `item_${context.randomId()}`;
    insertItem(
      context.db,
      id,
      { name: line.description.trim(), description: '', unitLabel: '' },
      context.now(),
    );
    made.set(line.id, id);
    context.changes.add('catalogue', id);
  }
  return made;
}
