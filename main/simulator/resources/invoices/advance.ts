// What an invoice does by itself: it is finalized, then sent or charged, and falls overdue.
import { Failure } from '../../api/failure.ts';
import type { World } from '../../world/world.ts';
import { invoiceInArrears } from '../subscriptions/standing.ts';
import { collect } from './collect.ts';
import { finalize, send } from './finalize.ts';

/** A customer who has no address any more gets no mail; the invoice is final all the same. */
function trySend(world: World, id: string): void {
  try {
    send(world, id);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

export function advanceDraft(world: World, id: string): void {
  if (world.find('invoice', id)?.status !== 'draft') return;
  const invoice = finalize(world, id);
  if (invoice.collection_method === 'charge_automatically') collect(world, id);
  else if (invoice.parent !== null && invoice.total > 0) trySend(world, id);
}

export function becomeOverdue(world: World, id: string): void {
  const invoice = world.find('invoice', id);
  if (invoice?.status === 'open') invoiceInArrears(world, invoice);
}
