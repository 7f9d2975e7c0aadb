import { beforeEach, describe, expect, test } from 'vitest';
import { createDraft, createSubject, eventTypes, type Subject } from './subject.ts';

let subject: Subject;
beforeEach(() => {
  subject = createSubject();
});

describe('the life of an invoice', () => {
  // Source: SDK Invoices.d.ts finalizeInvoice, sendInvoice (a draft is finalized first; test mode emits invoice.sent).
  test('sending finalizes a draft and writes invoice.sent', async () => {
    const { stripe, control } = subject;
    const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }]);
    expect((await stripe.invoices.sendInvoice(draft.id)).status).toBe('open');
    const types = await eventTypes(stripe);
    expect(types.slice(types.indexOf('invoice.finalized'))).toEqual([
      'invoice.finalized',
      'payment_intent.created',
      'invoice.sent',
    ]);
    expect(control.emails().map((mail) => [mail.about, mail.to])).toEqual([[draft.id, 'anna@lind.example']]);
  });

  // Source: docs.stripe.com/invoicing/integration/automatic-advancement-collection.
  test('a draft that advances by itself is finalized an hour later', async () => {
    const { stripe, control } = subject;
    const draft = await createDraft(stripe, [{ description: 'A', amount: 900 }], { auto_advance: true });
    control.advance({ ms: 59 * 60_000 });
    expect((await stripe.invoices.retrieve(draft.id)).status).toBe('draft');
    control.advance({ ms: 60_000 });
    expect((await stripe.invoices.retrieve(draft.id)).status).toBe('open');
  });
});
