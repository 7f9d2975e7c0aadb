// Scenes of disputes.
import type { OperationKind } from '../../../main/outbox/step.ts';
import { pdfOf } from '../../support/dispute-story.ts';
import { idOf } from '../../support/id-of.ts';
import { paidInvoice } from './invoices.ts';
import type { Desk } from './desk.ts';
import type { Scene, Shop } from './scene.ts';

async function disputed(shop: Shop): Promise<string> {
  const before = new Set(charges(shop));
  await paidInvoice(shop);
  const charge = charges(shop).find((id) => !before.has(id));
  return shop.simulator.control.dispute({ charge: charge ?? '', reason: 'product_not_received' }).dispute;
}

function charges({ simulator }: Shop): readonly string[] {
  return simulator.control.objects({ type: 'charge' }).map(idOf);
}

/** Some words and a file. */
async function answer(desk: Desk, id: string): Promise<void> {
  await desk.call('disputes.write', { id, texts: { uncategorized_text: 'It was delivered.' } });
  await desk.call('disputes.attach', {
    commandId: desk.commandId(),
    id,
    field: 'shipping_documentation',
    name: 'Lieferschein.pdf',
    base64: pdfOf(),
  });
}

const answering =
  (call: 'disputes.stage' | 'disputes.submit'): Scene =>
  async (shop) => {
    const id = await disputed(shop);
    return async (desk) => {
      await answer(desk, id);
      return { call, input: { id } };
    };
  };

type Kind = Extract<OperationKind, `dispute.${string}`>;

export const DISPUTES: Readonly<Record<Kind, Scene>> = {
  'dispute.stage': answering('disputes.stage'),
  'dispute.submit': answering('disputes.submit'),
  'dispute.accept': async (shop) => {
    const id = await disputed(shop);
    return async () => ({ call: 'disputes.accept', input: { id } });
  },
};
