// What the form of a recurring invoice holds, and what it sends. Lines may be half written.
import type { RecurringFields, RecurringLine } from '../../../shared/contract/recurring.ts';

export interface FormLine extends Omit<RecurringLine, 'quantity' | 'unitAmountDecimal'> {
  /** As typed. */
  readonly quantity: string;
  /** Minor units as decimal text; empty while there is no price. */
  readonly unitAmountDecimal: string;
}

export interface FormFields extends Omit<RecurringFields, 'lines'> {
  readonly lines: readonly FormLine[];
}

export interface Defaults {
  readonly currency: string;
  readonly terms: number;
  readonly taxRateIds: readonly string[];
}

export function newLine(taxRateIds: readonly string[]): FormLine {
  return {
    id: crypto.randomUUID(),
    itemId: null,
    priceId: null,
    description: '',
    quantity: '1',
    unitAmountDecimal: '',
    taxRateIds: [...taxRateIds],
  };
}

export function newFields(defaults: Defaults, customerId: string | null): FormFields {
  return {
    customerId,
    currency: defaults.currency,
    every: { interval: 'month', count: 1 },
    start: { kind: 'today' },
    end: { kind: 'never' },
    lines: [newLine(defaults.taxRateIds)],
    couponId: null,
    collection: { kind: 'send', days: defaults.terms },
    memo: '',
    footer: '',
  };
}

export function formLine(line: RecurringLine): FormLine {
  return { ...line, quantity: String(line.quantity) };
}

export function isBlank({ description, unitAmountDecimal }: FormLine): boolean {
  return description.trim() === '' && unitAmountDecimal === '';
}

export interface FormProblem {
  readonly path: string;
  readonly message: string;
}

/** A whole number from 1 to 999,999, as the contract takes it. */
function quantityOf(text: string): number | null {
  const quantity = /^[0-9]{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return quantity >= 1 ? quantity : null;
}

/** Of the lines that were begun: the others are not sent. */
export function sentLines(lines: readonly FormLine[]): RecurringLine[] {
  return lines
    .filter((line) => !isBlank(line))
    .map((line) => ({
      ...line,
      quantity: quantityOf(line.quantity) ?? 1,
      unitAmountDecimal: line.unitAmountDecimal === '' ? '0' : line.unitAmountDecimal,
    }));
}

export function sentFields({ lines, ...rest }: FormFields): RecurringFields {
  return { ...rest, lines: sentLines(lines) };
}

/** What the program could not know from what is sent, by the paths of what is sent. */
export function formProblems(lines: readonly FormLine[]): readonly FormProblem[] {
  return lines
    .filter((line) => !isBlank(line))
    .flatMap((line, index) => [
      ...(quantityOf(line.quantity) === null
        ? [{ path: `lines.${index}.quantity`, message: 'A whole number from 1 on.' }]
        : []),
      ...(line.unitAmountDecimal === ''
        ? [{ path: `lines.${index}.unitAmountDecimal`, message: 'Say what it costs.' }]
        : []),
    ]);
}

/** The place of a line among those that are sent; null for a blank one. */
export function sentIndex(lines: readonly FormLine[], id: string): number | null {
  const index = lines.filter((line) => !isBlank(line)).findIndex((line) => line.id === id);
  return index === -1 ? null : index;
}
