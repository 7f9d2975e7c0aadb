// What a customer has saved to pay with, asked for anew when somebody looks.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import type { Ports } from '../ports.ts';
import { notFound, Refusal, wrongState } from '../refusal.ts';
import type { Changes } from '../sync/changes.ts';
import { refreshPaymentMethods } from '../sync/refresh-methods.ts';
import type { ReadFailure } from '../stripe/request.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { syncError } from '../sync/sync-error.ts';
import type { OpenBooks } from './open-books.ts';
import type { Session } from './session.ts';

interface Dependencies {
  readonly ports: Pick<Ports, 'clock' | 'log'>;
  readonly session: Session;
  readonly announce: (changes: Changes) => void;
}

export async function refreshSavedMethods(
  { ports, session, announce }: Dependencies,
  books: OpenBooks,
  { customerId }: ParsedInput<'charges.refresh'>,
): Promise<CallOutput<'charges.refresh'>> {
  const { db } = books;
  const customer = db.get<{ stripe_id: string | null }>('SELECT stripe_id FROM customer WHERE id = ?', [
    customerId,
  ]);
  if (!customer) throw notFound('customer');
  if (customer.stripe_id === null) return { known: 0 };
  if (!session.connection) throw wrongState('no-key', 'Connect Stripe first.');
  const { gateway } = session.connection;
  const timeZone = (): string => books.settings().company.timeZone;
  const refreshed = await refreshPaymentMethods(
    { db, gateway, log: ports.log, clock: ports.clock, timeZone, announce },
    customer.stripe_id,
  );
  if (!refreshed.ok) throw new Refusal(refusalOf(refreshed.failure));
  return { known: refreshed.known };
}

function refusalOf(failure: ReadFailure): CallError {
  return failure.kind === 'key-refused' && failure.status === 403
    ? {
        kind: 'key-refused',
        reason: 'no-permission',
        message: 'The key may not read saved payment methods. Give it the permission “PaymentMethods: Read”.',
      }
    : syncError(failure);
}
