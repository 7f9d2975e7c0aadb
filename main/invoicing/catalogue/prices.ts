// Prices of items: added, replaced, archived. The amount of a price never changes.
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { planNewPrice, planPriceArchive, planReplacement } from '../../outbox/plan-catalogue.ts';
import { invalidInput, notFound, wrongState } from '../../refusal.ts';
import { once } from '../../store/commands.ts';
import { priceById, type StoredPrice } from '../../store/item-prices.ts';
import { defaultPriceOf, insertPrice, setPriceActive } from '../../store/items.ts';
import type { CommandContext } from '../command-context.ts';
import { existingItem } from './items.ts';
import { refuseBadPrice } from './refuse-price.ts';

export function createPrice(
  context: CommandContext,
  input: ParsedInput<'prices.create'>,
): CallOutput<'prices.create'> {
  const { db } = context;
  refuseBadPrice(input.price, 'price.');
  return once(db, input.commandId, 'prices.create', context.now(), () => {
    const item = existingItem(db, input.itemId);
    if (!item.active) throw wrongState('archived', 'This item is archived. Bring it back first.');
    const id = `cost_${context.randomId()}`;
    const operationId = context.randomId();
    insertPrice(db, id, item.id, input.price, context.now());
    enqueue(context, operationId, planNewPrice(id, item.id, item.name, input.price));
    context.changes.add('catalogue', item.id);
    return { id, operationId };
  });
}

export function replacePrice(
  context: CommandContext,
  input: ParsedInput<'prices.replace'>,
): CallOutput<'prices.replace'> {
  const { db } = context;
  return once(db, input.commandId, 'prices.replace', context.now(), () => {
    const old = priceInUse(db, input.id);
    const item = existingItem(db, old.itemId);
    const { currency, every } = old;
    const terms = { currency, every, unitAmount: input.unitAmount };
    refuseBadPrice(terms, '');
    if (old.unitAmountDecimal === String(input.unitAmount))
      throw invalidInput('unitAmount', 'This is the price it has.');
    const id = `cost_${context.randomId()}`;
    const operationId = context.randomId();
    insertPrice(db, id, item.id, terms, context.now());
    setPriceActive(db, old.id, false);
    const wasDefault = old.stripeId !== null && old.stripeId === defaultPriceOf(db, item.id);
    enqueue(
      context,
      operationId,
      planReplacement({
        itemId: item.id,
        itemName: item.name,
        oldPriceId: old.id,
        newPriceId: id,
        terms,
        wasDefault,
      }),
    );
    context.changes.add('catalogue', item.id);
    return { id, operationId };
  });
}

export function archivePrice(
  context: CommandContext,
  input: ParsedInput<'prices.archive'>,
): CallOutput<'prices.archive'> {
  const { db } = context;
  return once(db, input.commandId, 'prices.archive', context.now(), () => {
    const price = priceById(db, input.id);
    if (!price || price.itemId === null) throw notFound('price');
    const item = existingItem(db, price.itemId);
    if (price.active === !input.archived)
      throw wrongState('same', `This price is ${input.archived ? 'archived' : 'in use'} already.`);
    if (input.archived && price.stripeId !== null && price.stripeId === defaultPriceOf(db, item.id))
      throw wrongState(
        'default-price',
        'Stripe archives no price that its item has by default. Replace it, or archive the item.',
      );
    const operationId = context.randomId();
    setPriceActive(db, price.id, !input.archived);
    enqueue(context, operationId, planPriceArchive(price.id, item.name, input.archived));
    context.changes.add('catalogue', item.id);
    return { operationId };
  });
}

function priceInUse(db: CommandContext['db'], id: string): StoredPrice & { readonly itemId: string } {
  const price = priceById(db, id);
  if (!price || price.itemId === null) throw notFound('price');
  if (!price.active) throw wrongState('archived', 'This price is archived already. Add a new one instead.');
  if (price.unitAmountDecimal === null)
    throw wrongState('tiers', 'Stripe works this price out by tiers. It is changed in Stripe’s dashboard.');
  return { ...price, itemId: price.itemId };
}
