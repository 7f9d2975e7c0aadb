// A run of the program over both answers to what is not known for certain of Stripe: the story in which it matters, and what must hold under each.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Rules } from '../../main/simulator/rules.ts';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { ACME } from './acme.ts';
import { type Story, stripeInvoice } from './correction-story.ts';
import { expectScreensAsAtStripe } from './on-screen/compare.ts';
import type { Program } from './program.ts';
import { addCustomer } from './subscriptions.ts';

/** `Answer` is what the rule can be; the brand holds the table of runs to it. */
export interface Run<Answer extends string | number> {
  readonly answers: readonly string[];
  /** Fails the test unless the program is right under that answer; the simulator's rules are to be `rules`. */
  readonly tell: (answer: string, rules: Partial<Rules>) => Promise<void>;
  /** Never called. */
  readonly covers: (answer: Answer) => void;
}

/** What is expected under each answer, and the story: it begins a program of its own and gives it back; null where Stripe may not be asked. */
export function either<Answer extends string | number, Expected>(
  expectations: Readonly<Record<Answer, Expected>>,
  story: (rules: Partial<Rules>, expected: Expected) => Promise<Program | null>,
): Run<Answer> {
  const known = new Map<string, Expected>(Object.entries(expectations));
  return {
    answers: [...known.keys()],
    async tell(answer, rules) {
      const expected = known.get(answer);
      if (expected === undefined) throw new Error(`Nothing is expected under the answer ${answer}`);
      const program = await story(rules, expected);
      if (program !== null) await isRight(program);
    },
    covers: () => undefined,
  };
}

/** Whatever the answer: nothing is left undone, every screen says what Stripe says, and the books are in balance. */
export async function isRight(program: Program): Promise<void> {
  await catchUp(program);
  await expectScreensAsAtStripe(program);
  await isInBalance(program);
}

export async function isInBalance(program: Program): Promise<void> {
  await program.until(
    'all is posted',
    async () => (await program.call('books.proof', {})).state !== 'posting',
  );
  expect(await program.call('books.proof', {})).toMatchObject({ state: 'in-balance' });
}

export async function catchUp(program: Program): Promise<void> {
  // What Stripe does a moment later, such as settling a debit, is to be done by then.
  await program.clock.advance(30_000);
  await program.call('sync.now', { commandId: randomUUID() });
  await program.clock.advance(2_000);
  await program.until('nothing is under way', async () => {
    const { operations } = await program.call('outbox.list', { view: 'active', limit: 50 });
    const { phase } = await program.call('sync.status', {});
    return phase === 'idle' && operations.every(({ state }) => state === 'failed');
  });
}

/** The click on "Send" or "Issue" for what the editor holds; a total that Stripe reckons otherwise is accepted. */
export async function bill(program: Program, content: Partial<DraftContent>): Promise<Story> {
  const customerId = await addCustomer(program, { ...ACME, currency: null });
  const draft = await program.call('drafts.create', { commandId: randomUUID(), customerId, copyOf: null });
  const { revision } = await program.call('drafts.save', {
    id: draft.id,
    revision: draft.revision,
    content: { ...draft.content, ...content },
  });
  const { totals } = await program.call('drafts.review', { id: draft.id });
  const { operationId } = await program.call('drafts.send', {
    commandId: randomUUID(),
    id: draft.id,
    revision,
    email: true,
    total: { amount: totals.total, currency: totals.currency },
  });
  await ended(program, operationId ?? '');
  return { program, invoiceId: draft.id };
}

/** How an operation ended; what needs a person is accepted. */
export async function ended(program: Program, id: string): Promise<CallOutput<'outbox.get'>> {
  const operation = (): Promise<CallOutput<'outbox.get'>> => program.call('outbox.get', { id });
  await program.until('it has an end', async () => {
    const { state } = await operation();
    if (state === 'needs-review')
      await program.call('outbox.resolve', { commandId: randomUUID(), id, decision: 'accept' });
    return state === 'done' || state === 'failed';
  });
  return operation();
}

export function line(description: string, unitAmountDecimal: string): DraftContent['lines'][number] {
  return {
    id: randomUUID(),
    description,
    quantity: '1',
    unitAmountDecimal,
    taxRateIds: [],
    discount: null,
    item: null,
  };
}

/** Stripe's id of the invoice of a story. */
export const atStripe = ({ program, invoiceId }: Story): string =>
  invoiceId.startsWith('in_') ? invoiceId : stripeInvoice({ program, invoiceId });
