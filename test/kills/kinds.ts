// The kinds of work in the middle of which the program is killed: the click of each, and what Stripe must show of it afterwards.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import type { LoopbackProcess } from '../support/loopback-process.ts';
import { fieldsFor } from '../support/subscriptions.ts';
import { type AtStripe, clickSend, type World, writeDraft } from './world.ts';

export interface Kind {
  readonly name: string;
  /** Prepares in peace what the click needs, and answers the click, which answers what is accepted once it returns. */
  ready(world: World, program: LoopbackProcess, turn: number): Promise<() => Promise<string>>;
  /** Holds Stripe to it: what was accepted has happened once, and nothing more often. */
  check(world: World, accepted: ReadonlySet<string>): Promise<void>;
}

/** Everything at Stripe of a type that carries a mark of ours, by the operation that left it. */
function byOperation(objects: readonly AtStripe[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { metadata } of objects) {
    const [operation] = metadata?.['quittance_operation']?.split(':') ?? [];
    if (operation !== undefined) times.set(operation, (times.get(operation) ?? 0) + 1);
  }
  return times;
}

/** For what each operation makes one of. */
function madeOnce(type: string): Kind['check'] {
  return async (world, accepted) => {
    const times = byOperation(await world.objects(type));
    for (const [operation, count] of times) expect([type, operation, count]).toEqual([type, operation, 1]);
    for (const operation of accepted)
      expect([type, operation, times.get(operation)]).toEqual([type, operation, 1]);
  };
}

const euros = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'eur' });
const click = () => ({ commandId: randomUUID() });

const Emails = z
  .array(z.object({ about: z.string(), kind: z.string() }))
  .transform((mails) => mails.filter(({ kind }) => kind === 'invoice'));

const send: Kind = {
  name: 'send',
  async ready(world, program) {
    const draft = await writeDraft(program, world.customerId);
    return async () => {
      await clickSend(program, draft);
      return draft.id;
    };
  },
  async check(world, accepted) {
    const ours = (await world.objects('invoice')).filter(
      ({ metadata }) => metadata?.['quittance_invoice'] !== undefined,
    );
    const mails = Emails.parse(await world.simulator.control('emails'));
    const ids = ours.map(({ metadata }) => metadata?.['quittance_invoice'] ?? '');
    expect(ids.length).toBe(new Set(ids).size);
    for (const id of accepted) expect(ids).toContain(id);
    for (const { id, status } of ours) {
      expect([id, status]).toEqual([id, expect.stringMatching(/^(open|paid|void)$/)]);
      expect([id, mails.filter(({ about }) => about === id).length]).toEqual([id, 1]);
    }
  },
};

const refund: Kind = {
  name: 'refund',
  ready:
    async ({ paymentId }, program) =>
    async () => {
      const { operationId } = await program.call('refunds.create', {
        ...click(),
        paymentId,
        amount: euros(100),
        reason: 'requested_by_customer',
        note: '',
      });
      return operationId ?? '';
    },
  check: madeOnce('refund'),
};

const creditNote: Kind = {
  name: 'credit note',
  ready:
    async ({ toCredit }, program, turn) =>
    async () => {
      const { operationId } = await program.call('creditNotes.create', {
        ...click(),
        invoiceId: toCredit[turn] ?? '',
        what: { kind: 'amount', amount: 1000 },
        refundIds: [],
        total: euros(1000),
        refund: null,
        toBalance: 0,
        outside: 0,
        reason: null,
        memo: '',
        email: false,
      });
      return operationId ?? '';
    },
  check: madeOnce('credit_note'),
};

const recurring: Kind = {
  name: 'recurring invoice',
  ready: async ({ customerId }, program) => {
    const fields = fieldsFor(customerId);
    const { totals } = await program.call('recurring.review', { fields });
    return async () => {
      const { operationId } = await program.call('recurring.create', {
        ...click(),
        fields,
        total: euros(totals.total),
      });
      return operationId ?? '';
    };
  },
  check: madeOnce('subscription'),
};

const voiding: Kind = {
  name: 'void',
  ready:
    async ({ toVoid }, program, turn) =>
    async () => {
      const id = toVoid[turn] ?? '';
      await program.call('invoices.void', { ...click(), id });
      return id;
    },
  async check(world, accepted) {
    const invoices = await world.objects('invoice');
    const statusOf = (id: string) =>
      invoices.find(({ metadata }) => metadata?.['quittance_invoice'] === id)?.status;
    for (const id of accepted) expect([id, statusOf(id)]).toEqual([id, 'void']);
    for (const id of world.toCredit) expect([id, statusOf(id)]).toEqual([id, 'open']);
  },
};

const dispute: Kind = {
  name: 'dispute',
  ready:
    async ({ disputes }, program, turn) =>
    async () => {
      const id = disputes[turn] ?? '';
      await program.call('disputes.accept', { ...click(), id });
      return id;
    },
  async check(world, accepted) {
    const statusOf = new Map((await world.objects('dispute')).map(({ id, status }) => [id, status]));
    for (const id of accepted) expect([id, statusOf.get(id)]).toEqual([id, 'lost']);
  },
};

export const KINDS: readonly Kind[] = [send, refund, creditNote, recurring, voiding, dispute];
