// What a question to the person is made from: read here, never taken from the page, which might be lying.
import type { BooksMode } from '../../shared/contract/session.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import type { Question } from '../ports.ts';
import type { Db } from '../store/database.ts';

/** The books that a call is about. */
export interface Subject {
  readonly db: Db;
  readonly mode: BooksMode;
  /** BCP 47. */
  readonly locale: string;
}

/** Null when nothing need be asked, or when the use case will refuse anyway and says why better than a question could. */
export type Asking<Input> = (subject: Subject, input: Input) => Question | null;

/** Asks in the books of a real business only: a practice e-mail or charge harms nobody. */
export function whenLive<Input>(asking: Asking<Input>): Asking<Input> {
  return (subject, input) => (subject.mode === 'live' ? asking(subject, input) : null);
}

export function moneyIn(
  { locale }: Subject,
  { amount, currency }: { readonly amount: number; readonly currency: string },
): string {
  return formatMoney(amount, currency, locale);
}
