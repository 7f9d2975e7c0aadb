// Both answers to what is not known of restricted keys: which permissions they need, and how Stripe names one that is missing.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Rules } from '../../../main/simulator/rules.ts';
import type { Result } from '../../../shared/contract/errors.ts';
import { invoice } from '../../support/correction-story.ts';
import { bill, catchUp, either, line } from '../../support/either-answer.ts';
import { type Program, startProgram } from '../../support/program.ts';

const KEY = 'rk_test_4eC39HqLyjWDarjtT1zdp7dc';

/** All that the README asks for. */
const ENOUGH = [
  'customer_write',
  'invoice_write',
  'credit_note_write',
  'charge_write',
  'payment_intent_write',
  'product_write',
  'plan_write',
  'coupon_write',
  'tax_rate_write',
  'subscription_write',
  'dispute_write',
  'file_write',
  'accounts_kyc_basic_read',
  'balance_read',
  'balance_transaction_read',
  'event_read',
  'payout_read',
  'payment_method_read',
] as const;

const without = (...names: readonly (typeof ENOUGH)[number][]): readonly string[] =>
  ENOUGH.filter((name) => !names.includes(name));

const FORBIDDEN = { kind: 'key-refused', reason: 'no-permission' } as const;

async function withKey(rules: Partial<Rules>, permissions: readonly string[]): Promise<Program> {
  return startProgram({ simulator: { rules, restrictedKeys: { [KEY]: permissions } } });
}

const connect = (program: Program): Promise<Result<unknown>> =>
  program.dispatch('stripe.connect', { commandId: randomUUID(), key: KEY });

const lines = [line('Print', '10000')];

export const accountRuns = {
  /** Books belong to an account: a key that may not say whose it is opens none, and is told what it lacks. */
  accountNeedsPermission: either({ yes: false, no: true }, async (rules, expected) => {
    const program = await withKey(rules, without('accounts_kyc_basic_read'));
    const reply = await connect(program);
    expect(reply.ok).toBe(expected);
    if (reply.ok) return program;
    expect(reply.error).toMatchObject({ ...FORBIDDEN, message: expect.stringContaining('account') });
    expect(await program.call('app.state', {})).toMatchObject({ books: null, known: [] });
    return null;
  }),

  /** Without events nothing is heard, and nothing e-mailed whose sending could not be proved: both are said. */
  eventsNeedPermission: either({ yes: FORBIDDEN, no: null }, async (rules, expected) => {
    const program = await withKey(rules, without('event_read'));
    await connect(program);
    await catchUp(program);
    const story = await bill(program, { lines });
    const { error } = await program.call('sync.status', {});
    if (expected === null) {
      expect(error).toBeNull();
      expect((await invoice(story)).badge).toBe('open');
      return program;
    }
    expect(error).toMatchObject({ ...expected, message: expect.stringContaining('events') });
    expect(await invoice(story)).toMatchObject({ badge: 'send-failed', number: expect.any(String) });
    expect(program.simulator.control.emails()).toEqual([]);
    return null;
  }),

  /** In Stripe's own words, whichever they are, with nothing of the key. */
  permissionWording: either(
    { enabling: `Enabling "Coupons Read" ('coupon_read')`, having: `the 'rak_coupon_read' permission` },
    async (rules, expected) => {
      const program = await withKey(rules, without('coupon_write'));
      await connect(program);
      await catchUp(program);
      await bill(program, { lines, discount: { kind: 'percent', percent: '10' } });
      const { operations } = await program.call('outbox.list', { view: 'active', limit: 1 });
      expect(operations[0]).toMatchObject({
        state: 'failed',
        explanation: expect.stringContaining(expected),
      });
      expect(operations[0]?.explanation).not.toContain(KEY.slice(-6));
      return program;
    },
  ),
} as const;
