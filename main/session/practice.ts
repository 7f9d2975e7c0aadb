// Books without real money: the bookkeeper acts as the customer, and lets the sample business's time pass.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import type { Practice } from '../ports.ts';
import { notFound, wrongState } from '../refusal.ts';
import { isCommandKnown, once } from '../store/commands.ts';
import { Changes } from '../sync/changes.ts';
import type { OpenBooks } from './open-books.ts';
import type { Session } from './session.ts';

const DAY_MS = 86_400_000;

export function practiceState(books: OpenBooks): CallOutput<'practice.state'> {
  return { day: dayIn(books), canAdvance: books.transport.practice !== undefined };
}

export function practiceOutcomes(
  books: OpenBooks,
  { invoiceId }: ParsedInput<'practice.outcomes'>,
): CallOutput<'practice.outcomes'> {
  const { practice } = books.transport;
  const id = stripeIdOf(books, invoiceId);
  return { outcomes: practice === undefined || id === null ? [] : [...practice.outcomes(id)] };
}

/** Acts on the hosted page as the customer would; what comes of it arrives by the poll, as it would from a real customer. */
export function practicePay(
  session: Session,
  books: OpenBooks,
  { commandId, invoiceId, outcome }: ParsedInput<'practice.pay'>,
): CallOutput<'practice.pay'> {
  const practice = practiceOf(books);
  const id = stripeIdOf(books, invoiceId);
  if (id === null) throw wrongState('draft', 'Only an issued invoice can be paid.');
  const note = (reply: CallOutput<'practice.pay'>): CallOutput<'practice.pay'> =>
    once(books.db, commandId, 'practice.pay', seconds(books), () => reply);
  if (isCommandKnown(books.db, commandId)) return note({ declined: null });
  if (!practice.outcomes(id).includes(outcome))
    throw wrongState('cannot-pay', 'The customer cannot pay this invoice that way now.');
  const reply = note(practice.pay(id, outcome));
  session.connection?.sync.now();
  return reply;
}

/** Day by day, with room between for everything else in the program. */
export async function practiceAdvance(
  session: Session,
  books: OpenBooks,
  { commandId, days }: ParsedInput<'practice.advance'>,
  announce: (changes: Changes) => void,
): Promise<CallOutput<'practice.advance'>> {
  const practice = practiceOf(books);
  const { db } = books;
  if (isCommandKnown(db, commandId)) return { day: dayIn(books) };
  // Noted first: a repeated click must not let the time pass again.
  once(db, commandId, 'practice.advance', seconds(books), () => ({}));
  for (let day = 0; day < days && session.books === books; day += 1) {
    practice.advance(DAY_MS);
    await new Promise<void>((resume) => books.clock.schedule(0, resume));
  }
  session.connection?.outbox.wake(true);
  session.connection?.sync.now();
  // Another day makes every list another: what is past due, for one.
  const changes = new Changes();
  changes.add('books');
  announce(changes);
  return { day: dayIn(books) };
}

function practiceOf({ transport }: OpenBooks): Practice {
  if (transport.practice === undefined)
    throw wrongState('not-practice', 'This is possible in the sample books only.');
  return transport.practice;
}

function dayIn(books: OpenBooks): string {
  return dayOf(seconds(books), books.settings().company.timeZone);
}

function seconds({ clock }: OpenBooks): number {
  return Math.floor(clock.now() / 1000);
}

function stripeIdOf({ db }: OpenBooks, invoiceId: string): string | null {
  const row = db.get<{ stripe_id: string | null }>('SELECT stripe_id FROM invoice WHERE id = ?', [invoiceId]);
  if (!row) throw notFound('invoice');
  return row.stripe_id;
}
