// What an invoice does by itself: it is finalized, then sent or charged, and falls overdue.
import { Failure } from '../../api/failure.ts';
import { emit, update } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { invoiceInArrears } from '../subscriptions/standing.ts';
import { collect } from './collect.ts';
import { expectPayment } from './expected-payment.ts';
import { finalize, send } from './finalize.ts';

/** A customer who has no address any more gets no mail; the invoice is final all the same. */
function trySend(world: World, id: string): void {
  try {
    expectPayment(world, send(world, id), true);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** A draft that cannot be finalized by itself says why, and stays a draft (docs.stripe.com/api/events, invoice.finalization_failed). */
function tryFinalize(world: World, draft: Invoice): Invoice | null {
  try {
    return world.step(() => finalize(world, draft.id));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, param } = error.details;
    const failed = update(world, 'invoice.updated', 'invoice', draft, {
      ...draft,
      auto_advance: false,
      automatically_finalizes_at: null,
      last_finalization_error: {
        message: error.message,
        type: error.type,
        ...(code === undefined ? {} : { code }),
        ...(param === undefined ? {} : { param }),
      },
    });
    emit(world, 'invoice.finalization_failed', 'invoice', failed);
    return null;
  }
}

export function advanceDraft(world: World, id: string): void {
  const draft = world.find('invoice', id);
  if (draft?.status !== 'draft') return;
  const invoice = tryFinalize(world, draft);
  if (invoice === null) return;
  if (invoice.collection_method === 'charge_automatically') collect(world, id);
  else if (invoice.parent !== null && invoice.total > 0) trySend(world, id);
}

export function becomeOverdue(world: World, id: string): void {
  const invoice = world.find('invoice', id);
  if (invoice?.status === 'open') invoiceInArrears(world, invoice);
}
