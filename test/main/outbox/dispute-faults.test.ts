// The answer to a dispute under every single fault: one submission, one file in its place, and nothing lost.
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../main/simulator/api/faults.ts';
import {
  attachedFiles,
  attachFile,
  evidenceKey,
  writtenTexts,
  writeTexts,
} from '../../../main/store/dispute-answer.ts';
import { hasBlob } from '../../../main/store/blobs.ts';
import { planAccept, planAnswer } from '../../../main/outbox/plan-dispute.ts';
import { stepsOf } from '../../../main/store/outbox.ts';
import { paidInvoice } from '../../support/accept-work.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';
import { pdfOf } from '../../support/dispute-story.ts';
import { idOf } from '../../support/id-of.ts';

const UPLOAD = { method: 'POST', path: '/v1/files' } as const;
const UPDATE = { method: 'POST', path: '/v1/disputes/*' } as const;
const CLOSE = { method: 'POST', path: '/v1/disputes/*/close' } as const;

const bytes = Buffer.from(pdfOf(), 'base64');

async function disputed(bench: OutboxBench): Promise<string> {
  await paidInvoice(bench);
  const [charge] = bench.simulator.control.objects({ type: 'charge' });
  return bench.simulator.control.dispute({ charge: idOf(charge), reason: 'fraudulent' }).dispute;
}

function accept(bench: OutboxBench, disputeId: string, submit: boolean): string {
  const texts = { customer_name: 'Acme Ltd' };
  const file = { id: 'file-1', field: 'receipt', name: 'receipt.pdf' } as const;
  bench.db.transaction(() => {
    writeTexts(bench.db, disputeId, texts, 1);
    attachFile(bench.db, disputeId, { ...file, mediaType: 'application/pdf', bytes }, 1);
  });
  const files = [{ ...file, blob: evidenceKey(file.id), stripeId: null }];
  const subject = { disputeId, label: 'invoice A-1', amount: 1, currency: 'eur' };
  return bench.accept((operationId) =>
    planAnswer({
      ...subject,
      operationId,
      texts,
      files,
      cleared: [],
      compelling: null,
      submit,
      decideBy: null,
    }),
  );
}

async function underFault(
  bench: OutboxBench,
  match: FaultRule['match'],
  fault: FaultRule['fault'],
  order: () => string,
): Promise<string> {
  bench.simulator.control.faults.script([{ match, fault }]);
  const id = order();
  await bench.rest();
  if (fault.kind === 'unauthorized') bench.worker().wake(true);
  await bench.rest();
  return id;
}

/** What Stripe does only later meets a second file, which nothing names. */
const isLate = (fault: FaultRule['fault']): boolean =>
  fault.kind === 'server_error' && fault.effect === 'late';

function answered(bench: OutboxBench, id: string): unknown {
  const [dispute] = bench.simulator.control.objects({ type: 'dispute' });
  return {
    state: bench.state(id),
    errors: stepsOf(bench.db, id).flatMap(({ error }) => error ?? []),
    status: dispute?.['status'],
    evidence: dispute?.['evidence'],
    details: dispute?.['evidence_details'],
  };
}

function expected(bench: OutboxBench, status: string, submissions: number): object {
  const [file] = attachedFiles(bench.db, idOf(bench.simulator.control.objects({ type: 'dispute' })[0]));
  const known = bench.simulator.control.objects({ type: 'file' }).map((each) => each['id']);
  expect(known).toContain(file?.stripeId);
  return {
    state: 'done',
    errors: [],
    status,
    evidence: expect.objectContaining({ customer_name: 'Acme Ltd', receipt: file?.stripeId }),
    details: expect.objectContaining({ submission_count: submissions, has_evidence: true }),
  };
}

describe.each([
  ['upload', UPLOAD],
  ['submission', UPDATE],
] as const)('the %s', (what, match) => {
  it.each(FAULTS)('comes to one answer, submitted once, under %j', async (fault) => {
    const bench = createOutboxBench();
    const dispute = await disputed(bench);
    const id = await underFault(bench, match, fault, () => accept(bench, dispute, true));
    if (isLate(fault)) await bench.clock.advance(2 * 3_600_000);
    expect(answered(bench, id)).toEqual(expected(bench, 'under_review', 1));
    const files = bench.simulator.control.objects({ type: 'file' });
    expect(files.length).toBe(what === 'upload' && isLate(fault) ? 2 : 1);
    // What Stripe has is kept here no longer.
    expect(writtenTexts(bench.db, dispute)).toEqual({});
    expect(hasBlob(bench.db, evidenceKey('file-1'))).toBe(false);
  });
});

it.each(FAULTS)('saving without submitting leaves the one chance untouched under %j', async (fault) => {
  const bench = createOutboxBench();
  const dispute = await disputed(bench);
  const id = await underFault(bench, UPDATE, fault, () => accept(bench, dispute, false));
  expect(answered(bench, id)).toEqual(expected(bench, 'needs_response', 0));
});

it.each(FAULTS)('accepting loses the dispute once under %j', async (fault) => {
  const bench = createOutboxBench();
  const disputeId = await disputed(bench);
  const subject = { disputeId, label: 'invoice A-1', amount: 1, currency: 'eur' };
  const id = await underFault(bench, CLOSE, fault, () => bench.accept(() => planAccept(subject)));
  expect(bench.state(id)).toBe('done');
  expect(bench.simulator.control.objects({ type: 'dispute' })).toMatchObject([{ status: 'lost' }]);
});

it('a program that dies between upload and submission goes on with the file that is there', async () => {
  const bench = createOutboxBench();
  const dispute = await disputed(bench);
  bench.simulator.control.faults.script([
    { match: UPLOAD, fault: { kind: 'timeout', effect: 'done' } },
    { match: UPDATE, fault: { kind: 'reset', effect: 'done' } },
  ]);
  const id = accept(bench, dispute, true);
  bench.replaceWorker();
  await bench.clock.advance(500);
  bench.replaceWorker();
  await bench.rest();
  expect(answered(bench, id)).toEqual(expected(bench, 'under_review', 1));
  expect(bench.simulator.control.objects({ type: 'file' })).toHaveLength(1);
});

it('an answer that somebody else has submitted meanwhile is not submitted over it', async () => {
  const bench = createOutboxBench();
  const dispute = await disputed(bench);
  bench.simulator.control.decideDispute({ dispute, status: 'lost' });
  const id = accept(bench, dispute, true);
  await bench.rest();
  expect(bench.state(id)).toBe('failed');
  expect(stepsOf(bench.db, id).at(-1)?.error?.message).toBe('At Stripe the dispute is lost now.');
  // What was written is still here.
  expect(writtenTexts(bench.db, dispute)).toEqual({ customer_name: 'Acme Ltd' });
});
