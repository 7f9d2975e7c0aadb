// The outbox of the sample studio, with an operation in every state that a person meets.
import type { CallOutput } from '../../../shared/contract/calls.ts';

type Operation = CallOutput<'outbox.list'>['operations'][number];
type Step = Operation['steps'][number];

const NOW = 1_795_422_600;

export const sampleOperations: Operation[] = [
  operation(
    'op_1',
    'Send invoice to Harbour & Finch Ltd',
    'sending',
    'Finalizing at Stripe now.',
    [],
    124_000,
    [
      step('Create the invoice', 'done'),
      step('Add its lines', 'done'),
      step('Finalize it', 'sending'),
      step('Send it by e-mail', 'queued'),
    ],
  ),
  operation(
    'op_2',
    'Send invoice to Brauhaus Krüger KG',
    'needs-review',
    'Stripe did not answer, and it is too late to ask again with the same key. See at Stripe whether it was sent.',
    ['accept', 'discard'],
    386_750,
    [
      step('Finalize it', 'done'),
      { ...step('Send it by e-mail', 'needs-review'), attempts: 3, error: 'No answer' },
    ],
  ),
  operation(
    'op_3',
    'Send invoice to Werkstatt Ost',
    'failed',
    'Stripe refused: the customer’s e-mail address is not valid.',
    ['retry', 'discard'],
    59_500,
    [
      {
        ...step('Send it by e-mail', 'failed'),
        requestId: 'req_Jk29sLw0',
        error: 'Invalid email address: werkstatt@ost',
      },
    ],
  ),
  operation(
    'op_4',
    'Refund Müller Sanitärtechnik',
    'waiting',
    'Offline. It goes on by itself.',
    ['cancel'],
    24_990,
    [step('Refund the payment', 'waiting')],
  ),
  operation('op_5', 'Save customer Bluebird Media Inc.', 'queued', 'Next in line.', ['cancel'], null, [
    step('Create the customer', 'queued'),
  ]),
  operation('op_6', 'Send invoice to Kaffeerösterei Elbe', 'done', 'Accepted by Stripe.', [], 142_800, [
    step('Finalize it', 'done'),
    step('Send it by e-mail', 'done'),
  ]),
];

function operation(
  id: string,
  title: string,
  state: Operation['state'],
  explanation: string,
  actions: Operation['actions'],
  amount: number | null,
  steps: Step[],
): Operation {
  return {
    id,
    title,
    state,
    explanation,
    actions,
    steps,
    subject: { kind: 'invoice', id: `in_${id}` },
    amount: amount === null ? null : { amount, currency: 'eur' },
    createdAt: NOW - 300,
    finishedAt: state === 'done' ? NOW - 290 : null,
    nextAttemptAt: null,
  };
}

function step(title: string, state: Step['state']): Step {
  const requestId = state === 'done' ? 'req_8sKd0Pq2Xa' : null;
  return {
    title,
    state,
    attempts: state === 'queued' ? 0 : 1,
    idempotencyKey: `5f0c9e-${title}:1`,
    requestId,
    error: null,
  };
}
