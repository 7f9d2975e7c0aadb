// Compelling evidence that replaces an earlier one, under every single fault at either of its two requests: in the end Stripe has the new one alone.
import { describe, expect, it } from 'vitest';
import { explain } from '../../../main/outbox/explain.ts';
import { planAnswer } from '../../../main/outbox/plan-dispute.ts';
import { stepsOf } from '../../../main/store/outbox.ts';
import type { CompellingAnswer } from '../../../shared/contract/compelling-evidence.ts';
import { NOTHING_SAID } from '../../../shared/domain/compelling-evidence.ts';
import { paidInvoice } from '../../support/accept-work.ts';
import { idOf } from '../../support/id-of.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';

const UPDATE = { method: 'POST', path: '/v1/disputes/*' } as const;

const BEFORE: CompellingAnswer = {
  ...NOTHING_SAID,
  goods: 'merchandise',
  description: 'A lamp',
  identifiers: { ...NOTHING_SAID.identifiers, customer_account_id: 'anna' },
  shippedTo: { ...NOTHING_SAID.shippedTo, line1: 'Hamngatan 2', city: 'Malmö' },
};
const AFTER: CompellingAnswer = {
  ...NOTHING_SAID,
  description: 'A chair',
  identifiers: { ...NOTHING_SAID.identifiers, customer_purchase_ip: '203.0.113.7' },
};

const evidenceOf = (bench: OutboxBench): unknown =>
  bench.simulator.control.objects({ type: 'dispute' })[0]?.['evidence'];

const DAY = 86_400;
const seconds = (bench: OutboxBench): number => Math.floor(bench.clock.now() / 1000);

function order(
  bench: OutboxBench,
  from: CompellingAnswer | null,
  to: CompellingAnswer,
  submit: boolean,
  texts: Readonly<Record<string, string>> = {},
): string {
  const disputeId = idOf(bench.simulator.control.objects({ type: 'dispute' })[0]);
  const subject = { disputeId, label: 'invoice A-1', amount: 1, currency: 'eur' };
  return bench.accept((operationId) =>
    planAnswer({
      ...subject,
      operationId,
      texts,
      files: [],
      cleared: [],
      compelling: { from, isWhole: true, to },
      submit,
      decideBy: seconds(bench) + DAY,
    }),
  );
}

/** A dispute for which Stripe has the first evidence. */
async function said(): Promise<OutboxBench> {
  const bench = createOutboxBench();
  await paidInvoice(bench);
  const [charge] = bench.simulator.control.objects({ type: 'charge' });
  bench.simulator.control.dispute({ charge: idOf(charge), reason: 'fraudulent' });
  const id = order(bench, null, BEFORE, false);
  await bench.rest();
  expect(bench.state(id)).toBe('done');
  expect(evidenceOf(bench)).toMatchObject({
    enhanced_evidence: {
      visa_compelling_evidence_3: {
        disputed_transaction: { merchandise_or_services: 'merchandise', shipping_address: { city: 'Malmö' } },
      },
    },
  });
  return bench;
}

type Fault = (typeof FAULTS)[number];

interface Case {
  readonly nth: number;
  readonly fault: Fault;
  readonly submit: boolean;
}

/** Nobody can tell whether Stripe will empty the evidence yet: that must not happen to what is saved after it. */
const isUndecided = ({ nth, fault, submit }: Case): boolean =>
  nth === 1 && !submit && fault.kind === 'server_error' && fault.effect === 'none';

/** Each of the two requests under each fault, saved or submitted. What Stripe does late is waited for where it could do harm. */
const CASES = [1, 2]
  .flatMap((nth) => FAULTS.flatMap((fault) => [true, false].map((submit) => ({ nth, fault, submit }))))
  .filter((given) => !isUndecided(given));

describe('evidence that takes the place of another', () => {
  it.each(CASES)(
    'is there alone in the end, under $fault at request $nth, submitted: $submit',
    async (given) => {
      const { nth, fault, submit } = given;
      const bench = await said();
      bench.simulator.control.faults.script([{ match: { ...UPDATE, nth }, fault }]);
      const id = order(bench, BEFORE, AFTER, submit);
      await bench.rest();
      if (fault.kind === 'unauthorized') bench.worker().wake(true);
      await bench.rest();
      await bench.clock.advance(3 * 3_600_000);
      expect(bench.state(id)).toBe('done');
      expect(bench.simulator.control.objects({ type: 'dispute' })).toMatchObject([
        {
          status: submit ? 'under_review' : 'needs_response',
          evidence_details: { submission_count: submit ? 1 : 0 },
          evidence: {
            enhanced_evidence: {
              visa_compelling_evidence_3: {
                disputed_transaction: {
                  customer_purchase_ip: '203.0.113.7',
                  product_description: 'A chair',
                  customer_account_id: null,
                  merchandise_or_services: null,
                  shipping_address: null,
                },
                prior_undisputed_transactions: [],
              },
            },
          },
        },
      ]);
    },
  );
});

const UNDONE = { kind: 'server_error', effect: 'none' } as const;

it('is submitted without waiting: what is submitted can be emptied no more', async () => {
  const bench = await said();
  const late = FAULTS.find((fault) => fault.kind === 'server_error' && fault.effect === 'late');
  bench.simulator.control.faults.script([{ match: { ...UPDATE, nth: 1 }, fault: late ?? UNDONE }]);
  const id = order(bench, BEFORE, AFTER, true);
  await bench.clock.advance(60_000);
  expect(bench.state(id)).toBe('done');
  expect(bench.simulator.control.objects({ type: 'dispute' })).toMatchObject([{ status: 'under_review' }]);
});

/** What is left of the first evidence, and whatever else is said beside it. */
it.each([
  ['replaced', AFTER, {}],
  ['taken back', NOTHING_SAID, {}],
  ['taken back beside other texts', NOTHING_SAID, { customer_name: 'Anna Lind' }],
])(
  'is left as it was, for a person to decide in time, where it may still be emptied: %s',
  async (...given) => {
    const [, to, texts] = given;
    const bench = await said();
    const before = evidenceOf(bench);
    expect(FAULTS).toContainEqual(UNDONE);
    bench.simulator.control.faults.script([{ match: { ...UPDATE, nth: 1 }, fault: UNDONE }]);
    const id = order(bench, BEFORE, to, false, texts);
    await bench.clock.advance(20 * 3_600_000);
    expect(bench.state(id)).toBe('checking');
    await bench.clock.advance(5 * 3_600_000);
    expect(bench.state(id)).toBe('needs-review');
    expect(explain('needs-review', stepsOf(bench.db, id))).toMatch(
      /time to answer runs out. Do it once more, or leave it/,
    );
    expect(evidenceOf(bench)).toEqual(before);
  },
);
