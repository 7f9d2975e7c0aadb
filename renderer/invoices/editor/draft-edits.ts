// What a bookkeeper can do to a draft, as pure changes of its content.
import type { DraftContent, DraftLine } from '../../../shared/contract/drafts.ts';
import { assertNever } from '../../../shared/domain/assert.ts';
import { formatDecimal, parseDecimal, roundToInteger, shiftPoint } from '../../../shared/domain/decimal.ts';
import { minorDigits } from '../../../shared/domain/money.ts';

export type DraftEdit =
  /** Takes a whole content as it is. */
  | { readonly type: 'content'; readonly content: DraftContent }
  | { readonly type: 'patch'; readonly patch: Partial<Omit<DraftContent, 'lines' | 'currency'>> }
  | { readonly type: 'currency'; readonly currency: string }
  | { readonly type: 'patch-line'; readonly id: string; readonly patch: Partial<Omit<DraftLine, 'id'>> }
  /** `at` is the index that the first new line gets. */
  | { readonly type: 'insert-lines'; readonly at: number; readonly lines: readonly DraftLine[] }
  /** Takes the place of one line by several, as a paste into an empty row does. */
  | { readonly type: 'replace-line'; readonly id: string; readonly lines: readonly DraftLine[] }
  | { readonly type: 'remove-line'; readonly id: string }
  | { readonly type: 'move-line'; readonly id: string; readonly by: -1 | 1 };

/** The most lines that a draft takes, as Stripe does. */
export const MAX_LINES = 250;

export function emptyLine(id: string, taxRateIds: readonly string[]): DraftLine {
  return {
    id,
    description: '',
    quantity: '1',
    unitAmountDecimal: '0',
    taxRateIds: [...taxRateIds],
    discount: null,
    item: null,
  };
}

/** True for a line that nobody has written in yet. */
export function isBlank(line: DraftLine): boolean {
  return line.description.trim() === '' && line.unitAmountDecimal === '0';
}

/**
 * The same draft without lines that nobody has written in; the same object when there are none, or only such. Those of `kept` stay:
 * something stands in a field of theirs that the draft does not hold.
 */
export function withoutBlankLines(content: DraftContent, kept: ReadonlySet<string | null>): DraftContent {
  const lines = content.lines.filter((line) => !isBlank(line) || kept.has(line.id));
  return lines.length === 0 || lines.length === content.lines.length ? content : { ...content, lines };
}

/** Answers the same object when the edit changes nothing. */
export function applyEdit(content: DraftContent, edit: DraftEdit): DraftContent {
  switch (edit.type) {
    case 'content':
      return edit.content;
    case 'patch':
      return { ...content, ...edit.patch };
    case 'currency':
      return edit.currency === content.currency ? content : inCurrency(content, edit.currency);
    case 'patch-line':
      return withLines(
        content,
        content.lines.map((line) => (line.id === edit.id ? patched(line, edit.patch) : line)),
      );
    case 'insert-lines':
      return withLines(content, content.lines.toSpliced(edit.at, 0, ...edit.lines));
    case 'replace-line': {
      const at = content.lines.findIndex((line) => line.id === edit.id);
      return at < 0 ? content : withLines(content, content.lines.toSpliced(at, 1, ...edit.lines));
    }
    case 'remove-line':
      return withLines(
        content,
        content.lines.filter((line) => line.id !== edit.id),
      );
    case 'move-line':
      return moveLine(content, edit.id, edit.by);
    default:
      return assertNever(edit);
  }
}

/** A description that was emptied begins a line of something else. */
function patched(line: DraftLine, patch: Partial<Omit<DraftLine, 'id'>>): DraftLine {
  const next = { ...line, ...patch };
  return next.item !== null && patch.description?.trim() === '' ? { ...next, item: null } : next;
}

function withLines(content: DraftContent, lines: readonly DraftLine[]): DraftContent {
  return { ...content, lines: lines.slice(0, MAX_LINES) };
}

function moveLine(content: DraftContent, id: string, by: -1 | 1): DraftContent {
  const from = content.lines.findIndex((line) => line.id === id);
  const line = content.lines[from];
  const to = from + by;
  if (!line || to < 0 || to >= content.lines.length) return content;
  return withLines(content, content.lines.toSpliced(from, 1).toSpliced(to, 0, line));
}

/** Keeps prices as the bookkeeper reads them: 10.50 stays 10.50, whatever the digits of the new currency. */
function inCurrency(content: DraftContent, currency: string): DraftContent {
  const shift = minorDigits(currency) - minorDigits(content.currency);
  const price = (text: string): string => {
    const value = parseDecimal(text);
    return value ? formatDecimal(shiftPoint(value, shift)) : text;
  };
  const discount = (of: DraftContent['discount']): DraftContent['discount'] => {
    if (of?.kind !== 'amount') return of;
    return {
      kind: 'amount',
      amount: Number(roundToInteger(shiftPoint({ units: BigInt(of.amount), places: 0 }, shift))),
    };
  };
  return {
    ...content,
    currency,
    discount: discount(content.discount),
    lines: content.lines.map((line) => ({
      ...line,
      unitAmountDecimal: price(line.unitAmountDecimal),
      discount: discount(line.discount),
    })),
  };
}
