// The catalogue of items: read, and changed with the change left in the outbox.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planItemArchive, planItemChange, planNewItem } from '../../outbox/plan-catalogue.ts';
import { notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import {
  countItems as readCounts,
  findPrices,
  insertItem,
  insertPrice,
  type Item,
  itemById,
  listItems as readItems,
  setItemActive,
  updateItem,
} from '../../store/items.ts';
import { priceById } from '../../store/item-prices.ts';
import type { CommandContext } from '../command-context.ts';
import type { UseContext } from '../context.ts';
import { refuseBadPrice } from './refuse-price.ts';

const MOST_FOUND = 8;

export function listItems({ db }: UseContext, input: ParsedInput<'items.list'>): CallOutput<'items.list'> {
  return { rows: readItems(db, input) };
}

export function countItems(
  { db }: UseContext,
  { search }: ParsedInput<'items.counts'>,
): CallOutput<'items.counts'> {
  return readCounts(db, search);
}

export function getItem({ db }: UseContext, { id }: ParsedInput<'items.get'>): CallOutput<'items.get'> {
  return existingItem(db, id);
}

export function findItems({ db }: UseContext, input: ParsedInput<'items.find'>): CallOutput<'items.find'> {
  const rows = findPrices(db, input, MOST_FOUND).flatMap((found) => {
    const price = priceById(db, found.price_id);
    return price === null
      ? []
      : [
          {
            itemId: found.item_id,
            name: found.name,
            description: found.description,
            unitLabel: found.unit_label,
            price,
          },
        ];
  });
  return { rows };
}

export function createItem(
  context: CommandContext,
  input: ParsedInput<'items.create'>,
): CallOutput<'items.create'> {
  const { db } = context;
  if (input.price) refuseBadPrice(input.price, 'price.');
  return once(db, input.commandId, 'items.create', context.now(), () => {
    const id = `item_${context.randomId()}`;
    const operationId = context.randomId();
    const price = input.price && { ...input.price, id: `cost_${context.randomId()}` };
    insertItem(db, id, input.fields, context.now());
    if (price) insertPrice(db, price.id, id, price, context.now());
    enqueue(context, operationId, planNewItem({ operationId, itemId: id, fields: input.fields, price }));
    context.changes.add('catalogue', id);
    return { id, operationId };
  });
}

/** A change of one that is still on its way waits behind it; the fields here are the new ones at once. */
export function changeItem(
  context: CommandContext,
  input: ParsedInput<'items.change'>,
): CallOutput<'items.change'> {
  const { db } = context;
  return once(db, input.commandId, 'items.change', context.now(), () => {
    existingItem(db, input.id);
    const operationId = context.randomId();
    updateItem(db, input.id, input.fields);
    enqueue(context, operationId, planItemChange({ operationId, itemId: input.id, fields: input.fields }));
    context.changes.add('catalogue', input.id);
    return { operationId };
  });
}

export function archiveItem(
  context: CommandContext,
  input: ParsedInput<'items.archive'>,
): CallOutput<'items.archive'> {
  const { db } = context;
  return once(db, input.commandId, 'items.archive', context.now(), () => {
    const item = existingItem(db, input.id);
    if (item.active === !input.archived)
      throw wrongState(
        input.archived ? 'archived' : 'active',
        input.archived ? 'This item is archived already.' : 'This item is in the catalogue already.',
      );
    const operationId = context.randomId();
    setItemActive(db, input.id, !input.archived);
    enqueue(context, operationId, planItemArchive(input.id, item.name, input.archived));
    context.changes.add('catalogue', input.id);
    return { operationId };
  });
}

export function existingItem(db: UseContext['db'], id: string): Item {
  const item = itemById(db, id);
  if (!item) throw notFound('item');
  return item;
}
