// Invoices that Stripe tells otherwise than they are printed: the answer to a dispute is written and sent without what they say.
import { expect, it } from 'vitest';
import { getDispute } from '../../../main/invoicing/disputes/get-dispute.ts';
import { submitAnswer } from '../../../main/invoicing/disputes/send-answer.ts';
import { writeAnswer } from '../../../main/invoicing/disputes/write-answer.ts';
import { stepsOf } from '../../../main/store/outbox.ts';
import { withPrior } from '../../../shared/domain/compelling-evidence.ts';
import { createSyncBench } from '../../support/sync-bench.ts';
import { useContext } from '../../support/use-context.ts';
import { DAY_MS, payWithOneCard } from '../../support/visa-business.ts';
import { NOON } from '../../support/virtual-clock.ts';

it('gives no suggestions, and refuses nothing, where the paid invoices cannot be read', async () => {
  const bench = createSyncBench({ start: NOON - 300 * DAY_MS });
  const { simulator, clock, db } = bench;
  const { last } = await payWithOneCard(simulator, (ms) => clock.advance(ms), [300, 200, 150]);
  const { dispute } = simulator.control.dispute({ charge: last, reason: 'fraudulent' });
  await bench.backfill();
  const context = {
    ...useContext({ db, now: () => Math.floor(clock.now() / 1000) }),
    stripeFloor: () => Math.floor(clock.now() / 1000),
  };
  const part = () => getDispute(context, { id: dispute }).answer.compelling;
  expect(part()?.candidates.map(({ description }) => description)).toEqual([
    'Website care, part 3',
    'Website care, part 2',
    'Website care, part 1',
  ]);
  db.run(`UPDATE stripe_object SET json = json_set(json, '$.subtotal', 'much') WHERE type = 'invoice'`);
  const unread = part();
  expect(unread?.candidates.map(({ description, email }) => description + email)).toEqual(['', '', '']);
  expect(unread?.disputed.description).toBe('');
  if (!unread) throw new Error('The dispute is not eligible');
  const [one, other] = unread.candidates.map(({ chargeId }) => chargeId);
  const compelling = withPrior(withPrior(unread.answer, unread, one ?? ''), unread, other ?? '');
  writeAnswer(context, { id: dispute, texts: {}, compelling });
  const { operationId } = submitAnswer(context, { commandId: 'click-1', id: dispute });
  expect(stepsOf(db, operationId ?? '').map(({ intent }) => intent.operation)).toEqual(['disputes.update']);
});
