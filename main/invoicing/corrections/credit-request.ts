// Turns what the bookkeeper wants to credit into Stripe's own parameters, and refuses what cannot be. Nothing talks to Stripe.
import type { ParsedInput } from '../../../shared/contract/calls.ts';
import { creditable, creditRefusal, estimateLineCredit } from '../../../shared/domain/crediting.ts';
import { multiply, parseDecimal, roundToInteger } from '../../../shared/domain/decimal.ts';
import { formatMoney, minorStep } from '../../../shared/domain/money.ts';
import { invalidInput, wrongState } from '../../refusal.ts';
import { creditNoteTexts, type LoneRefund } from '../../store/credit-basis.ts';
import type { JsonObject } from '../../stripe/request.ts';
import type { UseContext } from '../context.ts';
import { type CreditBasis, creditBasis } from './credit-facts.ts';
import { type LineLeft, linesLeft } from './credit-lines.ts';

export interface CreditRequest {
  readonly basis: CreditBasis;
  /** `amount` or `lines` of Stripe's parameters. */
  readonly what: JsonObject;
  /** What it comes to with taxes; exact for an amount, for lines our own reckoning of what Stripe will make of them. */
  readonly estimate: number;
  readonly isExact: boolean;
  readonly earlierRefunds: readonly LoneRefund[];
  /** The most that Stripe takes: refunds that get their credit note now count towards it. */
  readonly limit: number;
}

type Input = Pick<ParsedInput<'creditNotes.quote'>, 'invoiceId' | 'what' | 'refundIds'>;

export function creditRequest(context: UseContext, { invoiceId, what, refundIds }: Input): CreditRequest {
  const basis = creditBasis(context.db, invoiceId);
  const refusal = creditRefusal(basis.facts);
  if (refusal !== null) throw wrongState(basis.facts.busy ? 'busy' : basis.facts.status, refusal);
  const earlierRefunds = refundIds.map((id) => earlierRefund(basis, id));
  const limit = creditable(basis.facts) + earlierRefunds.reduce((sum, { amount }) => sum + amount, 0);
  const asked =
    what.kind === 'amount' ? ofAmount(context, basis, what.amount) : ofLines(context, basis, what.lines);
  if (asked.estimate > limit + (asked.isExact ? 0 : asked.slack)) throw tooMuch(context, basis, limit);
  return { basis, earlierRefunds, limit, what: asked.what, estimate: asked.estimate, isExact: asked.isExact };
}

export function tooMuch(context: UseContext, { invoice }: CreditBasis, limit: number): Error {
  const most = formatMoney(limit, invoice.currency, context.locale);
  return invalidInput('what', `At most ${most} of this invoice can still be credited.`);
}

function earlierRefund({ loneRefunds }: CreditBasis, id: string): LoneRefund {
  const refund = loneRefunds.find((known) => known.id === id && known.stripe_id !== null);
  if (!refund)
    throw invalidInput('refundIds', 'This refund has a credit note already, or did not go through.');
  return refund;
}

interface Asked {
  readonly what: JsonObject;
  readonly estimate: number;
  readonly isExact: boolean;
  /** By how much Stripe may round otherwise, minor units. */
  readonly slack: number;
}

function ofAmount(context: UseContext, basis: CreditBasis, amount: number): Asked {
  const { invoice, facts } = basis;
  if (amount <= 0) throw invalidInput('what.amount', 'A credit note must be more than zero.');
  if (amount % minorStep(invoice.currency) !== 0)
    throw invalidInput('what.amount', `Too many digits for ${invoice.currency.toUpperCase()}.`);
  // All of an untouched invoice is all of its lines: then each tax is exactly the one that was invoiced.
  const isWhole = amount === invoice.total && facts.credited === 0 && facts.refundedAlone === 0;
  const lines = isWhole ? linesOf(context, basis) : [];
  const covers = lines.reduce((sum, line) => sum + estimateLineCredit(line, line.amount), 0) === amount;
  return {
    what:
      covers && isWhole
        ? { lines: lines.map((line) => lineParams(line.id, { amount: line.amount })) }
        : { amount },
    estimate: amount,
    isExact: true,
    slack: 0,
  };
}

type LineInput = Extract<Input['what'], { kind: 'lines' }>['lines'][number];

function ofLines(context: UseContext, basis: CreditBasis, wanted: readonly LineInput[]): Asked {
  const left = new Map(linesOf(context, basis).map((line) => [line.id, line]));
  if (new Set(wanted.map(({ id }) => id)).size < wanted.length)
    throw invalidInput('what.lines', 'A line can be credited only once in a credit note.');
  const parts = wanted.map((part, index) => {
    const line = left.get(part.id);
    if (!line)
      throw invalidInput(
        `what.lines.${index}`,
        'This line has been credited, or takes something off itself.',
      );
    return { line, ...partOf(line, part, `what.lines.${index}`) };
  });
  return {
    what: { lines: parts.map(({ line, params }) => lineParams(line.id, params)) },
    estimate: parts.reduce((sum, { line, amount }) => sum + estimateLineCredit(line, amount), 0),
    isExact: false,
    slack: parts.reduce((sum, { line }) => sum + line.discounts.length + line.taxes.length, 0),
  };
}

function partOf(
  line: LineLeft,
  { quantity, amount }: LineInput,
  path: string,
): { params: JsonObject; amount: number } {
  if ((quantity === undefined) === (amount === undefined))
    throw invalidInput(path, 'Say how many or how much of the line is credited, one of the two.');
  if (quantity !== undefined) {
    if (line.quantityLeft === null || line.unitAmount === null)
      throw invalidInput(`${path}.quantity`, 'This line is credited by an amount.');
    if (quantity > line.quantityLeft)
      throw invalidInput(`${path}.quantity`, `Only ${line.quantityLeft} of this line are left.`);
    return { params: { quantity }, amount: amountOf(line.unitAmount, quantity) };
  }
  const part = amount ?? 0;
  if (!line.byAmount)
    throw invalidInput(`${path}.amount`, 'A part of this line was credited by quantity: so is the rest.');
  if (part <= 0) throw invalidInput(`${path}.amount`, 'A credit must be more than zero.');
  if (part > line.amountLeft)
    throw invalidInput(`${path}.amount`, 'This is more than what is left of the line.');
  return { params: { amount: part }, amount: part };
}

function amountOf(unitAmount: string, quantity: number): number {
  const unit = parseDecimal(unitAmount);
  return unit ? Number(roundToInteger(multiply(unit, { units: BigInt(quantity), places: 0 }))) : 0;
}

function lineParams(id: string, params: JsonObject): JsonObject {
  return { type: 'invoice_line_item', invoice_line_item: id, ...params };
}

export function linesOf(
  { db }: Pick<UseContext, 'db'>,
  { invoice, stripeId }: CreditBasis,
): readonly LineLeft[] {
  return invoice.json === null ? [] : linesLeft(invoice.json, creditNoteTexts(db, stripeId));
}
