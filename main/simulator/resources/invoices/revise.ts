// Drafts made from other invoices: revisions.
import { refuse } from '../../api/failure.ts';
import { emit } from '../../world/events.ts';
import type { Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { liveCustomer } from '../customer-lookup.ts';
import { blankInvoice } from './blank.ts';
import { changed, type Change } from './changes.ts';
import { attachItem } from './lines.ts';
import { recalculate } from './recalculate.ts';

function copyLines(world: World, original: Invoice, draftId: string): void {
  for (const id of original.inner.lines) {
    const line = world.get('line_item', id);
    const source = world.get('invoiceitem', line.inner.invoiceItem ?? '');
    const item = world.put('invoiceitem', {
      ...source,
      id: world.id('ii'),
      date: world.now(),
      invoice: null,
    });
    attachItem(world, item, draftId, { taxAmounts: line.inner.taxAmounts, quantity: line.quantity });
  }
}

/** As many days from now as the original had, once its own day has passed. */
function dueOfRevision(world: World, { due_date: due, created }: Invoice): number | null {
  return due === null || due > world.now() ? due : world.now() + (due - created);
}

/** Copies an open invoice, with its lines, into a draft that voids it when finalized. */
export function createRevision(world: World, originalId: string, params: Change): Invoice {
  const original = world.get('invoice', originalId, 'from_invoice[invoice]');
  if (original.status !== 'open' && original.status !== 'uncollectible') {
    throw refuse(
      `You can only revise an open or uncollectible invoice. This invoice is ${original.status ?? 'unknown'}.`,
      { param: 'from_invoice[invoice]' },
    );
  }
  if (original.parent !== null)
    throw refuse('You can not revise an invoice of a subscription.', { param: 'from_invoice[invoice]' });
  const customer = liveCustomer(world, original.customer ?? '', 'from_invoice[invoice]');
  const draft = world.put('invoice', {
    ...blankInvoice(world, customer, original.currency),
    collection_method: original.collection_method,
    custom_fields: original.custom_fields,
    description: original.description,
    discounts: original.discounts,
    due_date: dueOfRevision(world, original),
    footer: original.footer,
    from_invoice: { action: 'revision', invoice: originalId },
    metadata: original.metadata,
    payment_settings: original.payment_settings,
    rendering: original.rendering,
    inner: {
      ...original.inner,
      lines: [],
      payments: [],
      appliedBalance: 0,
      creditNotes: [],
      failedFirst: null,
      retrying: false,
    },
  });
  copyLines(world, original, draft.id);
  const revised = world.put(
    'invoice',
    recalculate(world, changed(world, world.get('invoice', draft.id), params)),
  );
  emit(world, 'invoice.created', 'invoice', revised);
  return revised;
}
