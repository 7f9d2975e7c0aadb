// What is not known for certain of Stripe: the program is right under either answer to each question, and no question is left out.
import { describe, expect, it } from 'vitest';
import { type Rules, usualRules } from '../../main/simulator/rules.ts';
import type { Run } from '../support/either-answer.ts';
import { accountRuns } from './either-answer/account.ts';
import { correctionRuns } from './either-answer/corrections.ts';
import { invoiceRuns } from './either-answer/invoices.ts';
import { paymentRuns } from './either-answer/payments.ts';
import { clockRuns } from './either-answer/test-clocks.ts';

/** A rule without a run does not compile, nor a run without one of its answers. */
const runs = { ...invoiceRuns, ...paymentRuns, ...correctionRuns, ...accountRuns, ...clockRuns } satisfies {
  readonly [Name in keyof Rules]: Run<Rules[Name]>;
};

const answerOf = (usual: string | number, answer: string): string | number =>
  typeof usual === 'number' ? Number(answer) : answer;

it.each(Object.entries(usualRules))('%s is run over its usual answer and another one', (name, usual) => {
  const run: Run<never> | undefined = new Map<string, Run<never>>(Object.entries(runs)).get(name);
  expect(run?.answers).toContain(String(usual));
  expect(run?.answers.length).toBeGreaterThan(1);
});

const usualAnswers: Readonly<Record<string, string | number>> = { ...usualRules };

describe.each(Object.entries(runs))('%s', (name, { answers, tell }) => {
  it.each(answers)('%s', async (answer) => {
    await tell(answer, { [name]: answerOf(usualAnswers[name] ?? '', answer) });
  });
});
