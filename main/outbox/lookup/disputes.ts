// Evidence of what was done to disputes: an answer by its mark, a file by the mark in its name.
import { z } from 'zod';
import { disputeStanding } from '../../../shared/domain/disputes.ts';
import type { StripeObject, WriteOperation } from '../../stripe/request.ts';
import { uploadMark } from '../plan-dispute.ts';
import { type Finder, hasMark, inList, type Judgement, onTarget, type Search, sinceFloor } from './search.ts';

type DisputeWrite = Extract<WriteOperation, `disputes.${string}` | `files.${string}`>;

export const DISPUTE_FINDERS: Readonly<Record<DisputeWrite, Finder>> = {
  'files.create': (search) =>
    inList(search, 'files', { purpose: 'dispute_evidence', ...sinceFloor(search) }, (object) =>
      hasMarkedName(object, search),
    ),
  'disputes.update': (search) =>
    onTarget(search, 'dispute', (object) => (hasMark(object, search) ? 'done' : judgeOpen(object))),
  'disputes.close': (search) =>
    onTarget(search, 'dispute', (object) => (object['status'] === 'lost' ? 'done' : judgeOpen(object))),
};

const Named = z.object({ filename: z.string() });

function hasMarkedName(object: StripeObject, { step }: Search): boolean {
  return (
    Named.safeParse(object).data?.filename.includes(uploadMark(step.operationId, step.position)) === true
  );
}

/** What has been submitted or decided elsewhere cannot be answered any more. */
function judgeOpen(object: StripeObject): Judgement {
  const status = String(object['status']);
  return disputeStanding(status) === 'needs-answer'
    ? 'absent'
    : { impossible: `At Stripe the dispute is ${status.replaceAll('_', ' ')} now.` };
}
