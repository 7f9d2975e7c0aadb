// A customer and an invoice as a bookkeeper would write them, for journeys.
import { randomUUID } from 'node:crypto';
import type { CustomerFields } from '../../shared/contract/customers.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import type { Program } from './program.ts';

export const ACME: CustomerFields = {
  name: 'Acme Brückenbau GmbH',
  email: 'rechnung@acme.example',
  phone: '',
  address: {
    line1: 'Hafenstraße 1',
    line2: '',
    postalCode: '20457',
    city: 'Hamburg',
    state: '',
    country: 'DE',
  },
  taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
  taxExempt: 'none',
  currency: 'eur',
  language: 'de',
  reference: 'K-1001',
  note: '',
};

/** Three lines, two tax rates, a line discount and one on the whole. */
export function threeLines(taxRateIds: {
  readonly full: string;
  readonly reduced: string;
}): Pick<DraftContent, 'lines' | 'discount'> {
  const line = (
    description: string,
    quantity: string,
    unitAmountDecimal: string,
    taxRateId: string,
  ): DraftContent['lines'][number] => ({
    id: randomUUID(),
    description,
    quantity,
    unitAmountDecimal,
    taxRateIds: [taxRateId],
    discount: null,
    item: null,
  });
  return {
    lines: [
      {
        ...line('Corporate design', '1', '240000', taxRateIds.full),
        discount: { kind: 'percent', percent: '5' },
      },
      line('Proof reading, hours', '7.5', '6800', taxRateIds.full),
      line('Printed brochures', '500', '112.5', taxRateIds.reduced),
    ],
    discount: { kind: 'amount', amount: 10_000 },
  };
}

export interface WrittenInvoice {
  readonly draftId: string;
  readonly customerId: string;
  readonly revision: number;
  readonly total: { readonly amount: number; readonly currency: string };
}

/** Adds the customer and two tax rates, and writes a draft for them through the program's own calls. */
export async function writeInvoice(program: Program): Promise<WrittenInvoice> {
  const { id: customerId } = await program.call('customers.save', {
    commandId: randomUUID(),
    id: null,
    fields: ACME,
  });
  const rate = async (percentage: string): Promise<string> =>
    (
      await program.call('taxRates.create', {
        commandId: randomUUID(),
        name: 'USt',
        percentage,
        inclusive: false,
        country: 'DE',
      })
    ).id;
  const [full, reduced] = [await rate('19'), await rate('7')];
  const draft = await program.call('drafts.create', { commandId: randomUUID(), customerId, copyOf: null });
  const content: DraftContent = {
    ...draft.content,
    ...threeLines({ full, reduced }),
    memo: 'Vielen Dank',
    poNumber: 'PO-77',
  };
  const saved = await program.call('drafts.save', { id: draft.id, revision: draft.revision, content });
  const review = await program.call('drafts.review', { id: draft.id });
  return {
    draftId: draft.id,
    customerId,
    revision: saved.revision,
    total: { amount: review.totals.total, currency: review.totals.currency },
  };
}

/** The click on Send, or on Issue without e-mailing. Answers the operation's id. */
export async function clickSend(program: Program, written: WrittenInvoice, email = true): Promise<string> {
  const { draftId: id, revision, total } = written;
  const { operationId } = await program.call('drafts.send', {
    commandId: randomUUID(),
    id,
    revision,
    email,
    total,
  });
  return operationId ?? '';
}
