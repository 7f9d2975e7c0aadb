// The state of an operation, and what it means, in words for the bookkeeper.
import type { OperationState } from '../../shared/contract/activity.ts';
import { assertNever } from '../../shared/domain/assert.ts';
import { declineWords, isDecline } from '../../shared/text/decline-words.ts';
import type { OutboxStep, StepError } from './step.ts';

/** The state of the whole from its steps, each in its latest generation and in order. */
export function operationState(steps: readonly OutboxStep[]): OperationState {
  for (const state of ['needs-review', 'failed', 'canceled'] as const) {
    if (steps.some((step) => step.state === state)) return state;
  }
  const current = steps.find((step) => step.state !== 'done');
  if (!current) return 'done';
  return current.state === 'queued' && hasStarted(steps) ? 'sending' : current.state;
}

/** Whether anything of it may have reached Stripe; until then it can be canceled without a trace. */
export function hasStarted(steps: readonly OutboxStep[]): boolean {
  return steps.some((step) => step.state === 'done' || step.attempts > 0 || step.generation > 1);
}

/** One or two sentences: what is so, and what happens next or what the person can do. */
export function explain(state: OperationState, steps: readonly OutboxStep[]): string {
  const current = steps.find((step) => step.state !== 'done');
  switch (state) {
    case 'queued':
      return 'Saved on this computer and waiting for its turn.';
    case 'sending':
      return current ? `Under way: ${lowerFirst(current.title)}.` : 'Under way.';
    case 'waiting':
      return waiting(current?.error ?? null, hasStarted(steps));
    case 'checking':
      return 'Stripe had an error of its own and may or may not have done it. Quittance looks it up until it is certain and repeats nothing before.';
    case 'needs-review':
      return review(current?.error ?? null);
    case 'failed':
      return `${current?.title ?? 'A step'}: ${refused(current?.error ?? null)}`;
    case 'done':
      return steps.length === 0 ? 'Done on this computer.' : 'Done and confirmed by Stripe.';
    case 'canceled':
      return hasStarted(steps)
        ? 'Left as it was. What had been done at Stripe by then stays.'
        : 'Canceled before anything was sent.';
    default:
      return assertNever(state);
  }
}

/** A bank's refusal in words, with what can be done; else Stripe's own words; with Stripe's code, by which its documentation knows it. */
function refused(error: StepError | null): string {
  if (error === null) return 'refused';
  const code = error.code === null || OURS.has(error.code) ? '' : ` (${error.code})`;
  if (!isDecline(error.code)) return `${error.message}${code}`;
  const { reason, advice } = declineWords(error.code);
  return `${lowerFirst(reason)} ${advice}${code}`;
}

/** Marks of a look-up that found another sum than was approved; Stripe's follows after a colon, in minor units. */
export const TOTAL_DIFFERS = 'total-differs';
export const AMOUNT_DIFFERS = 'amount-differs';

/** Codes that are not Stripe's. */
const OURS: ReadonlySet<string> = new Set([
  'wrong_state',
  'permission',
  'server_error',
  'waits-in-vain',
  'superseded',
]);

function waiting(error: StepError | null, started: boolean): string {
  const kept = started ? 'Quittance looks up how far it came and goes on' : 'It is kept here and goes out';
  switch (error?.code) {
    case 'network':
    case 'timeout':
    case 'malformed':
      return `Stripe cannot be reached. ${kept} as soon as it can.`;
    case 'rate_limit':
      return 'Stripe asked to slow down. It goes on by itself.';
    case 'key':
      return 'Stripe refused the key. Connect again in Settings, then it goes on by itself.';
    case 'permission':
      return `Quittance cannot look up how far it came: ${error.message} Give the key this permission, then it goes on by itself.`;
    case undefined:
    default:
      return `${error?.message ?? 'Waiting.'} It goes on by itself.`;
  }
}

/** `between` are both amounts, where there is a language to say them in. */
function review(error: StepError | null, between = ''): string {
  if (error?.code?.startsWith(TOTAL_DIFFERS) === true) {
    return `Stripe comes to another total than the one you approved, so it was not issued${between}. Go on with Stripe’s total, or take the draft back.`;
  }
  if (error?.code?.startsWith(AMOUNT_DIFFERS) === true) {
    return `Stripe asks for another amount now than the one you approved, so nothing was charged${between}. Charge what Stripe asks for, or leave it.`;
  }
  if (error?.code === 'charge-horizon') {
    return 'This has waited so long that Stripe can no longer say whether it was tried. Look in Stripe’s dashboard, then charge now or leave it.';
  }
  if (error?.code === 'send-horizon') {
    return 'This has waited so long that Stripe can no longer say whether the e-mail went out. Send it now, or leave it.';
  }
  if (error?.code === 'decide-horizon') {
    return 'Stripe had an error and gave no sign that it was done, and the time to answer runs out. Do it once more, or leave it and send the answer anew.';
  }
  if (error?.code === 'unreadable') {
    return `Stripe does not say whether this was done: ${error.message} Look in Stripe’s dashboard, then do it once more or leave it.`;
  }
  if (error?.code === 'restored') {
    return 'This was waiting when the backup was made that the books come from, and Stripe shows nothing of it. It may have been taken back since. Do it now, or leave it.';
  }
  if (error?.code === 'defect') {
    return 'Quittance itself failed on this step and cannot tell how far it came. Look in Stripe’s dashboard, then do it once more or leave it.';
  }
  return 'Stripe had an error and for two days gave no sign that it was done. Do it once more, or leave it.';
}

/** Nobody decides between amounts without seeing them: what is said of a step that waits for a person because they differ; null for others. */
export function explainAmounts(
  { error, intent: { expectTotal } }: OutboxStep,
  money: (amount: number, currency: string) => string,
): string | null {
  const [kind, there] = error?.code?.split(':') ?? [];
  if ((kind !== TOTAL_DIFFERS && kind !== AMOUNT_DIFFERS) || expectTotal === null) return null;
  const [stripes, ours] = [Number(there), expectTotal.amount].map((amount) =>
    Number.isSafeInteger(amount) ? money(amount, expectTotal.currency) : null,
  );
  return stripes && ours ? review(error, `: ${stripes} instead of ${ours}`) : null;
}

/** What Stripe or Quittance said of a step in words; null where it is a mark of ours, which the explanation puts into words. */
export function errorWords(error: StepError | null): string | null {
  return error === null || error.message === error.code || error.message === 'unknown-outcome'
    ? null
    : error.message;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
