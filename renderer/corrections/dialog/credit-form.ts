// The form of a credit note: what is credited and where the money goes, judged before it is asked for. Pure; the program judges again.
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import { formatMoney, minorStep } from '../../../shared/domain/money.ts';

export type CreditOptions = CallOutput<'creditNotes.options'>;
export type Quote = CallOutput<'creditNotes.quote'>;
export type CreditLine = CreditOptions['lines'][number];
export type What = CallInput<'creditNotes.quote'>['what'];
type Creation = CallInput<'creditNotes.create'>;

/** One way takes all that is to be given back; `split` says how much goes each way. */
export type Way = 'customer' | 'balance' | 'outside' | 'split';

export interface CreditForm {
  readonly by: 'amount' | 'lines';
  /** Minor units with taxes; null while empty or unreadable. */
  readonly amount: number | null;
  /** By line: how many, as plain decimal text, or minor units before taxes. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, number | null>>;
  /** Ids of the lines whose field cannot be read. */
  readonly unreadLines: readonly string[];
  readonly way: Way;
  readonly paymentId: string;
  readonly split: Readonly<Record<'customer' | 'balance' | 'outside', number | null>>;
  readonly unreadParts: readonly string[];
  readonly reason: NonNullable<Creation['reason']> | 'none';
  readonly memo: string;
  readonly email: boolean;
}

/** The fields that cannot be read, after one of them was typed in. */
export function withUnread(unread: readonly string[], id: string, isReadable: boolean): readonly string[] {
  const others = unread.filter((other) => other !== id);
  return isReadable ? others : [...others, id];
}

/** Null while nothing is said that could be credited. */
export function whatOf(form: CreditForm, { lines, currency }: CreditOptions): What | null {
  if (form.by === 'amount') {
    const { amount } = form;
    const fits = amount !== null && amount > 0 && amount % minorStep(currency) === 0;
    return fits ? { kind: 'amount', amount } : null;
  }
  const parts = lines.flatMap((line) => partOf(form, line));
  return parts.length === 0 ? null : { kind: 'lines', lines: parts };
}

type Part = Extract<What, { kind: 'lines' }>['lines'][number];

function partOf(form: CreditForm, { id, quantityLeft }: CreditLine): Part[] {
  if (quantityLeft !== null) {
    const quantity = Number(form.quantities[id] ?? '');
    return Number.isSafeInteger(quantity) && quantity > 0 ? [{ id, quantity }] : [];
  }
  const amount = form.amounts[id] ?? null;
  return amount !== null && amount > 0 ? [{ id, amount }] : [];
}

/** Why this cannot be credited, in words; null when it can, as far as the page knows. */
export function whatProblem(
  form: CreditForm,
  options: CreditOptions,
  most: number,
  locale: string,
): string | null {
  const { currency } = options;
  if (form.by === 'lines') {
    if (lineProblem(form, options) !== null) return lineProblem(form, options);
    return whatOf(form, options) === null ? 'Say how much of at least one line is credited' : null;
  }
  if (form.amount === null) return 'Enter how much';
  if (form.amount <= 0) return 'This must be more than zero';
  if (form.amount > most) return `At most ${formatMoney(most, currency, locale)}`;
  return form.amount % minorStep(currency) === 0 ? null : `Too many digits for ${currency.toUpperCase()}`;
}

function lineProblem(form: CreditForm, { lines }: CreditOptions): string | null {
  for (const { id, description, quantityLeft, amountLeft } of lines) {
    if (form.unreadLines.includes(id)) return `${description}: this cannot be read`;
    const text = form.quantities[id] ?? '';
    const tooMany = quantityLeft !== null && text !== '' && !isCountUpTo(text, quantityLeft);
    if (tooMany) return `${description}: a whole number up to ${quantityLeft}`;
    if (quantityLeft === null && (form.amounts[id] ?? 0) > amountLeft)
      return `${description}: more than what is left of the line`;
  }
  return null;
}

function isCountUpTo(text: string, most: number): boolean {
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 && value <= most;
}

/** What is still to be given back beside the refunds that were made before. */
export function restOf({ toSettle, byEarlierRefunds }: Quote): number {
  return toSettle - byEarlierRefunds;
}

export type Settlement = Pick<Creation, 'refund' | 'toBalance' | 'outside'>;

export function settlementOf(form: CreditForm, quote: Quote): Settlement {
  const rest = restOf(quote);
  const parts =
    form.way === 'split'
      ? {
          customer: form.split.customer ?? 0,
          balance: form.split.balance ?? 0,
          outside: form.split.outside ?? 0,
        }
      : { customer: 0, balance: 0, outside: 0, [form.way]: rest };
  return {
    refund: parts.customer > 0 ? { paymentId: form.paymentId, amount: parts.customer } : null,
    toBalance: parts.balance,
    outside: parts.outside,
  };
}

/** Why the money cannot go that way, in words; null when it can. */
export function settlementProblem(
  form: CreditForm,
  quote: Quote,
  { payments, currency }: CreditOptions,
  locale: string,
): string | null {
  const rest = restOf(quote);
  const money = (amount: number): string => formatMoney(amount, currency, locale);
  if (rest < 0)
    return `The refund gave back more than this credit note: credit at least ${money(quote.offInvoice + quote.byEarlierRefunds)}`;
  if (rest === 0) return null;
  if (form.way === 'split' && form.unreadParts.length > 0) return 'A part of it cannot be read';
  const { refund, toBalance, outside } = settlementOf(form, quote);
  const sum = (refund?.amount ?? 0) + toBalance + outside;
  if (sum !== rest) return `${money(sum)} of ${money(rest)} is given a way`;
  const left = payments.find(({ id }) => id === form.paymentId)?.left ?? 0;
  return refund !== null && refund.amount > left
    ? `At most ${money(left)} can go back through this payment`
    : null;
}
