// The simulator's control over HTTP: POST /_control/<name> with JSON, every input parsed.
import { z } from 'zod';
import { Failure } from '../../simulator/api/failure.ts';
import type { SimulatorResponse } from '../../simulator/api/message.ts';
import type { Control } from '../../simulator/control.ts';
import { accountChange } from './account-change.ts';

const id = z.string().min(1).max(255);
const delay = z.number().int().nonnegative();
const effect = z.enum(['none', 'done']);
const methodOutcome = z.enum([
  'succeeded',
  'declined',
  'insufficient_funds',
  'lost_card',
  'stolen_card',
  'expired_card',
  'incorrect_cvc',
  'processing_error',
  'fraudulent',
  'authentication_required',
  'sepa_processing',
  'sepa_fails',
]);
const customerOutcome = z.enum([
  ...methodOutcome.options,
  'authentication_completed',
  'authentication_failed',
  'bank_transfer',
  'bank_transfer_part',
  'bank_transfer_too_much',
]);
const amount = z.number().int().positive();
const type = z.enum([
  'customer',
  'tax_id',
  'tax_rate',
  'coupon',
  'discount',
  'product',
  'price',
  'subscription',
  'invoiceitem',
  'line_item',
  'invoice',
  'invoice_payment',
  'payment_intent',
  'payment_method',
  'mandate',
  'charge',
  'refund',
  'credit_note',
  'dispute',
  'balance_transaction',
  'customer_balance_transaction',
  'customer_cash_balance_transaction',
  'payout',
  'file',
  'file_link',
  'event',
]);

const fault = z.union([
  z.strictObject({ kind: z.enum(['timeout', 'reset']), effect }),
  z.strictObject({ kind: z.literal('server_error'), effect }),
  z.strictObject({ kind: z.literal('server_error'), effect: z.literal('late'), delayMs: delay }),
  z.strictObject({ kind: z.enum(['delayed', 'event_lag', 'slow']), delayMs: delay }),
  z.strictObject({ kind: z.literal('rate_limited'), shouldRetry: z.boolean().exactOptional() }),
  z.strictObject({
    kind: z.enum([
      'conflict',
      'malformed',
      'truncated',
      'declined',
      'unauthorized',
      'forbidden',
      'bad_gateway',
    ]),
  }),
]);
const rules = z.array(
  z.strictObject({
    match: z.strictObject({
      method: z.string().exactOptional(),
      path: z.string().exactOptional(),
      nth: z.number().int().positive().exactOptional(),
    }),
    fault,
    times: z.number().int().positive().exactOptional(),
  }),
);

type Command = (control: Control, input: unknown) => unknown;

const nothing = z.strictObject({});

function command<T>(schema: z.ZodType<T>, run: (control: Control, input: T) => unknown): Command {
  return (control, input) => run(control, schema.parse(input));
}

const commands: Readonly<Record<string, Command>> = {
  now: command(nothing, (control) => control.now()),
  advance: command(z.strictObject({ ms: delay }), (control, input) => control.advance(input)),
  payInvoice: command(
    z.strictObject({ invoice: id, outcome: customerOutcome.exactOptional(), amount: amount.exactOptional() }),
    (control, input) => control.payInvoice(input),
  ),
  outcomes: command(z.strictObject({ invoice: id }), (control, input) => control.outcomes(input)),
  savePaymentMethod: command(
    z.strictObject({
      customer: id,
      outcome: methodOutcome.exactOptional(),
      asDefault: z.boolean().exactOptional(),
    }),
    (control, input) => control.savePaymentMethod(input),
  ),
  transfer: command(
    z.strictObject({
      customer: id,
      amount,
      currency: z.string().regex(/^[a-z]{3}$/),
      reference: id.exactOptional(),
    }),
    (control, input) => control.transfer(input),
  ),
  dispute: command(
    z.strictObject({
      charge: id,
      reason: id.exactOptional(),
      kind: z.enum(['chargeback', 'inquiry', 'prevented']).exactOptional(),
      amount: amount.exactOptional(),
      answerable: z.boolean().exactOptional(),
    }),
    (control, input) => control.dispute(input),
  ),
  failPayout: command(z.strictObject({ payout: id, code: id.exactOptional() }), (control, input) =>
    control.failPayout(input),
  ),
  adjust: command(
    z.strictObject({
      amount: z.number().int(),
      description: z.string(),
      type: z.enum(['adjustment', 'stripe_fee']).exactOptional(),
    }),
    (control, input) => control.adjust(input),
  ),
  escalateDispute: command(z.strictObject({ dispute: id }), (control, input) =>
    control.escalateDispute(input),
  ),
  offerAppeal: command(z.strictObject({ dispute: id }), (control, input) => control.offerAppeal(input)),
  decideDispute: command(z.strictObject({ dispute: id, status: z.enum(['won', 'lost']) }), (control, input) =>
    control.decideDispute(input),
  ),
  failRefund: command(z.strictObject({ refund: id, reason: id.exactOptional() }), (control, input) =>
    control.failRefund(input),
  ),
  completeRefund: command(z.strictObject({ refund: id }), (control, input) => control.completeRefund(input)),
  acceptRefund: command(z.strictObject({ refund: id }), (control, input) => control.acceptRefund(input)),
  faults: command(rules, (control, input) => control.faults.script(input)),
  emails: command(nothing, (control) => control.emails()),
  objects: command(z.strictObject({ type }), (control, input) => control.objects(input)),
  requests: command(nothing, (control) => control.requests()),
  revokeKey: command(z.strictObject({ key: id }), (control, input) => control.revokeKey(input)),
  restrictKey: command(
    z.strictObject({ key: id, permissions: z.array(z.string().regex(/^[a-z_]+_(read|write)$/)) }),
    (control, input) => control.restrictKey(input),
  ),
  changeAccount: command(accountChange, (control, input) => control.changeAccount(input)),
  seedCompany: command(nothing, (control) => control.seedCompany()),
};

function json(status: number, body: unknown): SimulatorResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? null) };
}

/** 200 with the result, 400 with the reason, 404 for an unknown name. */
export function answerControl(
  control: Control,
  method: string,
  path: string,
  body: string,
): SimulatorResponse {
  const name = path.slice('/_control/'.length);
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (method !== 'POST' || found === undefined) return json(404, { error: `No control named ${name}` });
  try {
    return json(200, found(control, JSON.parse(body === '' ? '{}' : body)));
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError || error instanceof Failure) return json(400, { error: error.message });
    throw error;
  }
}
