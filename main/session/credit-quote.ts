// What Stripe itself comes to for a credit note, before anything is queued: its preview, asked for when somebody looks.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { splitCredit } from '../../shared/domain/crediting.ts';
import type { CommandContext } from '../invoicing/command-context.ts';
import { type CreditRequest, creditRequest, tooMuch } from '../invoicing/corrections/credit-request.ts';
import { noteFigures } from '../invoicing/corrections/note-figures.ts';
import { Refusal, wrongState } from '../refusal.ts';
import { taxLabels } from '../store/tax-rates.ts';
import type { Gateway, JsonObject, ReadFailure } from '../stripe/request.ts';
import { syncError } from '../sync/sync-error.ts';

type Preview = Pick<Gateway, 'previewCreditNote'>;

/** How far from our own reckoning of lines Stripe's rounding is looked for, minor units. */
const MOST_STEPS = 3;

export async function quoteCredit(
  context: CommandContext,
  gateway: Preview | null,
  input: ParsedInput<'creditNotes.quote'>,
): Promise<CallOutput<'creditNotes.quote'>> {
  const request = creditRequest(context, input);
  if (!gateway) throw wrongState('no-key', 'Connect Stripe first: it works out the taxes of a credit note.');
  const told = await preview(gateway, request);
  // The parts of a line are rounded one by one: together they may come to a cent more than the whole.
  if (!told.ok && told.failure.kind === 'refused' && request.estimate > request.limit)
    throw tooMuch(context, request.basis, request.limit);
  if (!told.ok) throw new Refusal(refusalOf(told.failure));
  const figures = noteFigures(told.value, taxLabels(context.db));
  if (!figures) throw new Refusal(MAKES_NO_SENSE);
  if (figures.total > request.limit) throw tooMuch(context, request.basis, request.limit);
  const { total, pre, post, lines, net, taxes } = figures;
  const byEarlierRefunds = request.earlierRefunds.reduce((sum, { amount }) => sum + amount, 0);
  return {
    total,
    offInvoice: pre,
    toSettle: post,
    byEarlierRefunds,
    currency: request.basis.invoice.currency,
    lines,
    net,
    taxes,
  };
}

const MAKES_NO_SENSE: CallError = {
  kind: 'stripe-refused',
  code: null,
  message: 'Stripe gave an answer that makes no sense.',
  requestId: null,
};

type Told =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Stripe wants to be told how the money is given back before it says how much that is: our own reckoning is tried first, then the sums beside it. */
async function preview(gateway: Preview, request: CreditRequest): Promise<Told> {
  let first: Told | null = null;
  for (const total of candidates(request)) {
    const answer = await gateway.previewCreditNote(previewParams(request, total));
    if (answer.ok) return answer;
    first ??= answer;
    if (answer.failure.kind !== 'refused' || splitCredit(total, request.basis.facts).post === 0) break;
  }
  return first ?? { ok: false, failure: { kind: 'no-answer', why: 'malformed' } };
}

function candidates({ estimate, isExact }: CreditRequest): readonly number[] {
  if (isExact) return [estimate];
  const around = Array.from({ length: MOST_STEPS }, (_, index) => index + 1);
  return [estimate, ...around.flatMap((step) => [estimate - step, estimate + step])].filter((sum) => sum > 0);
}

function previewParams({ basis, what, earlierRefunds }: CreditRequest, total: number): JsonObject {
  const { post } = splitCredit(total, basis.facts);
  const linked = earlierRefunds.reduce((sum, { amount }) => sum + amount, 0);
  const rest = post - linked;
  return {
    invoice: basis.stripeId,
    ...what,
    ...(earlierRefunds.length === 0
      ? {}
      : {
          refunds: earlierRefunds.map(({ stripe_id: refund, amount }) => ({
            refund,
            amount_refunded: amount,
          })),
        }),
    ...(rest > 0 ? { out_of_band_amount: rest } : {}),
  };
}

function refusalOf(failure: ReadFailure): CallError {
  return failure.kind === 'key-refused' && failure.status === 403
    ? {
        kind: 'key-refused',
        reason: 'no-permission',
        message: 'The key may not work with credit notes. Give it the permission “Credit notes: Write”.',
      }
    : syncError(failure);
}
