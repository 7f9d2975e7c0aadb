// Disputes: opened, answered with texts and files, submitted once or accepted, and followed into its later stages.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dashboard } from '../support/dashboard.ts';
import { attach, listed, opened, ordered, paidStory, pdfOf } from '../support/dispute-story.ts';
import type { Program } from '../support/program.ts';

const get = (program: Program, id: string) => program.call('disputes.get', { id });
const atStripe = ({ simulator }: Program, id: string) =>
  simulator.control.objects({ type: 'dispute' }).find((dispute) => dispute['id'] === id);
const filesAtStripe = ({ simulator }: Program) => simulator.control.objects({ type: 'file' });
const write = (program: Program, id: string, texts: Record<string, string>) =>
  program.call('disputes.write', { id, texts });
const status = async (program: Program, id: string): Promise<string> => (await get(program, id)).status;

describe('Disputes', () => {
  it('show when they are opened: deadline and reason, what Stripe holds and its fee, invoice and customer', async () => {
    const story = await paidStory();
    const { program, invoiceId, customerId } = story;
    const id = await opened(story);
    const { total, currency } = await program.call('invoices.get', { id: invoiceId });
    const row = {
      id,
      invoiceId,
      customerId,
      standing: 'needs-answer',
      status: 'needs_response',
      reason: 'product_not_received',
      amount: total,
      currency,
      withheld: { amount: total, currency },
      fee: { amount: 2000, currency },
      daysLeft: 9,
    };
    expect(await listed(program)).toMatchObject([row]);
    const { statuses } = await program.call('disputes.counts', {});
    expect(statuses).toEqual([{ status: 'needs-answer', count: 1, sum: [{ amount: total, currency }] }]);
    const detail = await get(program, id);
    expect(detail).toMatchObject({
      ...row,
      networkReason: '13.1',
      isRefundable: false,
      submissions: 0,
      invoices: [{ id: invoiceId }],
      moves: [{ kind: 'withdrawn', gross: -total, fee: 2000, net: -total - 2000 }],
      actions: ['stage', 'submit', 'accept'],
      answer: { refusal: null, isEmpty: true, isChanged: false },
    });
    expect(detail.timeline.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Stripe took /),
      expect.stringMatching(/^The customer disputed /),
    ]);
    expect((await program.call('invoices.get', { id: invoiceId })).badge).toBe('disputed');
    const { attention } = await program.call('home.get', {});
    expect(attention).toMatchObject([
      { kind: 'dispute', disputeId: id, text: expect.stringContaining('Answer by') },
    ]);
  });

  it('are answered with texts and files, and the bank gets exactly these, once', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    await write(program, id, { shipping_carrier: 'DHL', customer_name: 'Wrong' });
    await write(program, id, { customer_name: 'Acme GmbH' });
    await attach(program, id);
    expect(await get(program, id)).toMatchObject({ answer: { isEmpty: false, isChanged: true } });
    expect((await ordered(program, 'disputes.submit', id)).state).toBe('done');
    const [file] = filesAtStripe(program);
    expect(atStripe(program, id)).toMatchObject({
      status: 'under_review',
      evidence: {
        customer_name: 'Acme GmbH',
        shipping_carrier: 'DHL',
        shipping_documentation: file?.['id'],
        product_description: null,
      },
      evidence_details: { submission_count: 1, has_evidence: true },
    });
    expect(filesAtStripe(program)).toMatchObject([{ purpose: 'dispute_evidence', size: 2000, type: 'pdf' }]);
    const after = await get(program, id);
    expect(after).toMatchObject({ standing: 'under-review', submissions: 1, actions: [], operations: [] });
    expect(after.answer.files).toContainEqual({
      field: 'shipping_documentation',
      file: { name: 'Lieferschein „März“.pdf', size: 2000, atStripe: true },
    });
    expect(after.timeline.map(({ text }) => text)).toContain('Evidence submitted to the bank');
    expect((await program.call('home.get', {})).attention).toEqual([]);
    const again = await program.refusal('disputes.submit', { commandId: randomUUID(), id });
    expect(again).toMatchObject({ kind: 'wrong-state', message: expect.stringContaining('once only') });
    expect(await program.refusal('disputes.write', { id, texts: { customer_name: 'Late' } })).toMatchObject({
      kind: 'wrong-state',
    });
  });

  it('can be saved at Stripe first, changed, and submitted later without uploading a file again', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    await write(program, id, { customer_name: 'Acme', uncategorized_text: 'Draft' });
    await attach(program, id);
    expect((await ordered(program, 'disputes.stage', id)).state).toBe('done');
    expect(atStripe(program, id)).toMatchObject({
      status: 'needs_response',
      evidence: { uncategorized_text: 'Draft' },
      evidence_details: { submission_count: 0, has_evidence: true },
    });
    expect((await get(program, id)).answer).toMatchObject({ isChanged: false, isEmpty: false });
    expect(await program.refusal('disputes.stage', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      code: 'unchanged',
    });
    await write(program, id, { uncategorized_text: '' });
    expect((await ordered(program, 'disputes.submit', id)).state).toBe('done');
    expect(atStripe(program, id)).toMatchObject({
      status: 'under_review',
      evidence: { customer_name: 'Acme', shipping_documentation: expect.stringMatching(/^file_/) },
    });
    expect(atStripe(program, id)?.['evidence']).not.toMatchObject({ uncategorized_text: 'Draft' });
    expect(filesAtStripe(program)).toHaveLength(1);
  });

  it('lose a file at Stripe that was taken out here, and keep what was saved in the dashboard', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    await attach(program, id);
    await ordered(program, 'disputes.stage', id);
    await dashboard(program.simulator).disputes.update(id, {
      evidence: { service_date: '3 March' },
      submit: false,
    });
    const said = async (field: string) =>
      (await get(program, id)).answer.texts.find((text) => text.field === field)?.text;
    await program.until('it is here', async () => (await said('service_date')) === '3 March');
    await program.call('disputes.detach', { commandId: randomUUID(), id, field: 'shipping_documentation' });
    await write(program, id, { customer_name: 'Acme' });
    expect((await ordered(program, 'disputes.submit', id)).state).toBe('done');
    expect(atStripe(program, id)?.['evidence']).toMatchObject({
      service_date: '3 March',
      customer_name: 'Acme',
    });
    const { evidence } = atStripe(program, id) as { evidence: Record<string, unknown> };
    expect(evidence['shipping_documentation'] ?? '').toBe('');
  });

  it('take the invoice’s own document as evidence, by one click', async () => {
    const pdf = Buffer.from(pdfOf(5000), 'base64');
    const documents = { pdf: async () => pdf, svg: async () => [], close: async () => undefined };
    const story = await paidStory({ ports: { documents } });
    const { program, invoiceId } = story;
    const id = await opened(story);
    const click = { commandId: randomUUID(), id, field: 'receipt', invoiceId } as const;
    await program.call('disputes.attachInvoice', click);
    await program.call('disputes.attachInvoice', click);
    const { number } = await program.call('invoices.get', { id: invoiceId });
    expect((await get(program, id)).answer.files[0]).toMatchObject({
      field: 'receipt',
      file: { name: expect.stringContaining(number ?? '?'), size: 5000, atStripe: false },
    });
    await ordered(program, 'disputes.submit', id);
    expect(filesAtStripe(program)).toMatchObject([{ size: 5000 }]);
    expect(
      await program.refusal('disputes.attachInvoice', { ...click, commandId: randomUUID() }),
    ).toMatchObject({ kind: 'wrong-state' });
  });

  it('are told of outside the window, and lead from every list to their page', async () => {
    const story = await paidStory();
    const { program, invoiceId } = story;
    const id = await opened(story);
    const { number, disputes, payments } = await program.call('invoices.get', { id: invoiceId });
    expect(program.notifications.filter(({ title }) => title === 'Payment disputed')).toEqual([
      { title: 'Payment disputed', body: expect.stringContaining(number ?? '?') },
    ]);
    expect(disputes.map((dispute) => dispute.id)).toEqual([id]);
    const payment = await program.call('payments.get', { id: payments[0]?.id ?? '' });
    expect(payment.disputes.map((dispute) => dispute.id)).toEqual([id]);
    const { rows } = await program.call('events.of', { kind: 'object', id });
    expect(rows.map(({ text }) => text)).toContain('Payment disputed');
    expect(rows[0]?.place).toEqual({ kind: 'dispute', id, label: number });
  });

  it('keep what was written when the program ends, and give it back when the sending is canceled', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    await write(program, id, { uncategorized_text: 'It was signed for.' });
    await attach(program, id);
    await program.restart();
    program.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    const { operationId } = await program.call('disputes.submit', { commandId: randomUUID(), id });
    const operation = { id: operationId ?? '', commandId: randomUUID() };
    expect((await program.call('outbox.get', operation)).subject).toEqual({ kind: 'dispute', id });
    await program.call('outbox.cancel', operation);
    program.simulator.control.faults.script([]);
    const { answer, actions } = await get(program, id);
    expect(actions).toContain('submit');
    expect(answer).toMatchObject({ refusal: null, isChanged: true });
    expect(answer.texts).toContainEqual({
      field: 'uncategorized_text',
      text: 'It was signed for.',
      suggestion: '',
    });
    expect(atStripe(program, id)).toMatchObject({ status: 'needs_response' });
    expect((await ordered(program, 'disputes.submit', id)).state).toBe('done');
    expect(filesAtStripe(program)).toHaveLength(1);
  });

  it('can be accepted, which loses them for good', async () => {
    const story = await paidStory();
    const { program, invoiceId } = story;
    const id = await opened(story);
    expect((await ordered(program, 'disputes.accept', id)).state).toBe('done');
    expect(await get(program, id)).toMatchObject({ standing: 'lost', actions: [], daysLeft: 9 });
    expect(atStripe(program, id)).toMatchObject({ status: 'lost' });
    expect(await program.refusal('disputes.accept', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
    });
    expect((await program.call('invoices.get', { id: invoiceId })).badge).not.toBe('disputed');
  });
});

describe('A dispute in a later stage', () => {
  it('is answered again when an inquiry becomes a chargeback', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story, { kind: 'inquiry' });
    await write(program, id, { customer_name: 'Acme' });
    await ordered(program, 'disputes.submit', id);
    program.simulator.control.escalateDispute({ dispute: id });
    await program.until('it asks again', async () => (await status(program, id)) === 'needs_response');
    expect((await get(program, id)).withheld).not.toBeNull();
    await write(program, id, { uncategorized_text: 'Once more' });
    expect((await ordered(program, 'disputes.submit', id)).state).toBe('done');
    expect(await get(program, id)).toMatchObject({ status: 'under_review', submissions: 2 });
  });

  it('is appealed with a reason and a document of its own', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    await ordered(program, 'disputes.accept', id);
    program.simulator.control.offerAppeal({ dispute: id });
    await program.until(
      'it can be appealed',
      async () => (await status(program, id)) === 'appeal_needs_response',
    );
    expect((await get(program, id)).answer.texts.map(({ field }) => field)).toEqual(['appeal_reason']);
    await write(program, id, { appeal_reason: 'The parcel was signed for.' });
    await program.call('disputes.attach', {
      commandId: randomUUID(),
      id,
      field: 'appeal_document',
      name: 'signature.pdf',
      base64: pdfOf(),
    });
    expect((await ordered(program, 'disputes.submit', id)).state).toBe('done');
    expect(atStripe(program, id)).toMatchObject({
      status: 'appeal_under_review',
      evidence: {
        appeal: {
          card: {
            reason_for_filing: 'The parcel was signed for.',
            supporting_files: [expect.stringMatching(/^file_/)],
          },
        },
      },
    });
  });
});
