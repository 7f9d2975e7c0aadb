// Disputes: opened, answered with texts and files, submitted once or accepted, and followed to the end, whoever ends them.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_FILES, FILES_LIMIT } from '../../shared/domain/evidence.ts';
import { dashboard } from '../support/dashboard.ts';
import {
  attach,
  type DisputeStory,
  listed,
  opened,
  ordered,
  paidStory,
  pdfOf,
} from '../support/dispute-story.ts';
import type { Program } from '../support/program.ts';

const DAY_MS = 86_400_000;

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

const END = {
  won: ['won', 'You won'],
  lost: ['lost', 'You lost'],
} as const;

/** Both ways in which news comes: by events while the program runs, and by a back-fill when events are gone. */
const WAYS = [
  ['by events', async ({ program }: DisputeStory) => program.clock.advance(60_000)],
  ['by a back-fill', async ({ program }: DisputeStory) => program.asleep(40 * DAY_MS)],
] as const;

describe.each(WAYS)('A dispute that ends elsewhere arrives %s', (_way, pass) => {
  it.each(['won', 'lost'] as const)('when it is %s', async (verdict) => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    program.simulator.control.decideDispute({ dispute: id, status: verdict });
    await pass(story);
    await program.until('it has ended', async () => (await status(program, id)) === END[verdict][0]);
    const detail = await get(program, id);
    const taken = verdict === 'won' ? 0 : detail.amount;
    expect(detail).toMatchObject({ standing: verdict, withheld: { amount: taken }, actions: [] });
    expect(detail.moves.map(({ kind }) => kind)).toEqual(
      verdict === 'won' ? ['withdrawn', 'returned'] : ['withdrawn'],
    );
    expect((await program.call('home.get', {})).attention).toEqual([]);
  });

  it('when it is opened, too', async () => {
    const story = await paidStory();
    const { program, chargeId } = story;
    const { dispute } = program.simulator.control.dispute({ charge: chargeId });
    await pass(story);
    await program.until('it is here', async () => (await listed(program)).some(({ id }) => id === dispute));
  });

  it('when the bank only asked and the customer withdrew', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story, { kind: 'inquiry' });
    expect(await get(program, id)).toMatchObject({
      status: 'warning_needs_response',
      withheld: null,
      fee: null,
      isRefundable: true,
      actions: ['stage', 'submit'],
    });
    expect(await program.refusal('disputes.accept', { commandId: randomUUID(), id })).toMatchObject({
      message: expect.stringContaining('refund the payment'),
    });
    program.simulator.control.decideDispute({ dispute: id, status: 'won' });
    await pass(story);
    await program.until('it is closed', async () => (await status(program, id)) === 'warning_closed');
    expect(await get(program, id)).toMatchObject({ standing: 'closed', withheld: null, actions: [] });
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

describe('What cannot be said to the bank is refused before anything is queued', () => {
  const offer = async (base64: string) => {
    const story = await paidStory();
    const id = await opened(story);
    const refusal = await story.program.refusal('disputes.attach', {
      commandId: randomUUID(),
      id,
      field: 'receipt',
      name: 'receipt.pdf',
      base64,
    });
    expect((await story.program.call('outbox.list', { view: 'active', limit: 5 })).active).toBe(0);
    return refusal;
  };

  it.each([
    [
      'a text called a PDF',
      Buffer.from('Only its name is a PDF.').toString('base64'),
      'whole PDF, JPEG or PNG',
    ],
    ['half a PDF', Buffer.from('%PDF-1.7\n and then nothing').toString('base64'), 'whole PDF, JPEG or PNG'],
    ['an empty file', '', 'whole PDF, JPEG or PNG'],
    ['a file that is too large', pdfOf(FILES_LIMIT + 1), 'larger than 4.5 MB'],
    ['what is no base64', 'JVBERi0*', 'could not be read'],
  ])('%s', async (_what, base64, reason) => {
    expect(await offer(base64)).toEqual({
      kind: 'invalid-input',
      issues: [{ path: 'base64', message: expect.stringContaining(reason) }],
    });
  });

  it('files that are too large together, and a field that Stripe does not have', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    await attach(program, id, pdfOf(FILES_LIMIT - 1000));
    const more = { commandId: randomUUID(), id, name: 'a.pdf', base64: pdfOf() };
    expect(await program.refusal('disputes.attach', { ...more, field: 'receipt' })).toMatchObject({
      issues: [{ message: expect.stringContaining('All files together') }],
    });
    // In the place of the large one it fits.
    await attach(program, id);
    expect(await program.dispatch('disputes.attach', { ...more, field: 'nonsense' })).toMatchObject({
      error: { kind: 'invalid-input' },
    });
    expect(EVIDENCE_FILES).not.toContain('nonsense');
  });

  it('a text that is too long, alone or with the others', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    expect(
      await program.refusal('disputes.write', { id, texts: { uncategorized_text: 'x'.repeat(20_001) } }),
    ).toMatchObject({
      issues: [{ path: 'texts.uncategorized_text', message: expect.stringContaining('20,000') }],
    });
    const long = 'x'.repeat(20_000);
    await write(program, id, {
      uncategorized_text: long,
      product_description: long,
      access_activity_log: long,
      shipping_address: long,
      billing_address: long,
      refund_refusal_explanation: long,
      cancellation_rebuttal: long,
    });
    expect(
      await program.refusal('disputes.write', { id, texts: { customer_name: 'x'.repeat(10_001) } }),
    ).toMatchObject({ issues: [{ message: expect.stringContaining('150,000') }] });
  });

  it('an empty answer, an unknown dispute, and an answer while one is on its way', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story);
    expect(await program.refusal('disputes.submit', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      code: 'empty',
    });
    expect(
      await program.refusal('disputes.submit', { commandId: randomUUID(), id: 'du_none' }),
    ).toMatchObject({
      kind: 'not-found',
    });
    await write(program, id, { customer_name: 'Acme' });
    program.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1000 },
    ]);
    await program.call('disputes.submit', { commandId: randomUUID(), id });
    for (const name of ['disputes.submit', 'disputes.stage', 'disputes.accept'] as const)
      expect(await program.refusal(name, { commandId: randomUUID(), id })).toMatchObject({ code: 'busy' });
    expect(await program.refusal('disputes.write', { id, texts: {} })).toMatchObject({ code: 'busy' });
    expect(await get(program, id)).toMatchObject({ actions: [], answer: { refusal: expect.any(String) } });
  });

  it('an answer after the last day', async () => {
    const story = await paidStory({ simulator: { rules: { unansweredDispute: 'stays_open' } } });
    const { program } = story;
    const id = await opened(story);
    await write(program, id, { customer_name: 'Acme' });
    await program.asleep(10 * DAY_MS);
    expect(await program.refusal('disputes.submit', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringContaining('time to answer is over'),
    });
    expect(await get(program, id)).toMatchObject({ daysLeft: -1, actions: ['accept'] });
    expect((await program.call('home.get', {})).attention).toEqual([]);
  });

  it('an answer where the bank takes none', async () => {
    const story = await paidStory();
    const { program } = story;
    const id = await opened(story, { answerable: false });
    expect(await get(program, id)).toMatchObject({ standing: 'under-review', dueBy: null, actions: [] });
  });
});

it('shows Stripe’s own reason when Stripe refuses what was let through here', async () => {
  const story = await paidStory();
  const { program } = story;
  const id = await opened(story);
  await write(program, id, { customer_name: 'Acme' });
  program.simulator.control.faults.script([
    { match: { method: 'POST', path: '/v1/disputes/*' }, fault: { kind: 'reset', effect: 'none' }, times: 2 },
  ]);
  const operation = ordered(program, 'disputes.submit', id);
  await dashboard(program.simulator).disputes.close(id);
  const { state, explanation } = await operation;
  expect(state).toBe('failed');
  expect(explanation).toContain('At Stripe the dispute is lost now');
});
