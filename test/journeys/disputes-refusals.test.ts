// Disputes: what the bank or Stripe would not take is refused with the reason, before anything is queued.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EVIDENCE_FILES, FILES_LIMIT } from '../../shared/domain/evidence.ts';
import { dashboard } from '../support/dashboard.ts';
import { attach, opened, ordered, paidStory, pdfOf } from '../support/dispute-story.ts';
import type { Program } from '../support/program.ts';

const DAY_MS = 86_400_000;

const get = (program: Program, id: string) => program.call('disputes.get', { id });
const write = (program: Program, id: string, texts: Record<string, string>) =>
  program.call('disputes.write', { id, texts });

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
