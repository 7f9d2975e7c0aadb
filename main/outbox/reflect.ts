// After each change of a step: the operation's own state, and what the things it works on must show.
import type { Db } from '../store/database.ts';
import { operationById, setOperationState, stepsOf } from '../store/outbox.ts';
import type { Changes } from '../sync/changes.ts';
import { explain, operationState } from './explain.ts';
import { reflectOnCatalogue } from './reflect/catalogue.ts';
import { reflectOnCreditNote, reflectOnCreditNoteVoid } from './reflect/credit-notes.ts';
import { reflectOnCustomer } from './reflect/customers.ts';
import { reflectOnErasure } from './reflect/erasure.ts';
import { reflectOnDispute } from './reflect/disputes.ts';
import { reflectOnChange, reflectOnSending } from './reflect/invoices.ts';
import { reflectOnRecurring } from './reflect/recurring.ts';
import { reflectOnRefund } from './reflect/refunds.ts';
import type { Reflect } from './reflect/work.ts';
import type { OperationKind } from './step.ts';

const REFLECT: Readonly<Record<OperationKind, Reflect>> = {
  'invoice.send': reflectOnSending,
  'invoice.issue': reflectOnSending,
  'invoice.send-again': reflectOnSending,
  'invoice.void': reflectOnChange,
  'invoice.mark-uncollectible': reflectOnChange,
  'invoice.mark-paid': reflectOnChange,
  'invoice.charge': reflectOnChange,
  'draft.delete': reflectOnChange,
  'customer.save': reflectOnCustomer,
  'customer.erase': reflectOnErasure,
  'tax-rate.create': reflectOnCatalogue,
  'tax-rate.archive': reflectOnCatalogue,
  'item.create': reflectOnCatalogue,
  'item.change': reflectOnCatalogue,
  'item.archive': reflectOnCatalogue,
  'price.create': reflectOnCatalogue,
  'price.replace': reflectOnCatalogue,
  'price.archive': reflectOnCatalogue,
  'coupon.create': reflectOnCatalogue,
  'coupon.delete': reflectOnCatalogue,
  'refund.create': reflectOnRefund,
  'recurring.create': reflectOnRecurring,
  'recurring.change': reflectOnRecurring,
  'recurring.pause': reflectOnRecurring,
  'recurring.resume': reflectOnRecurring,
  'recurring.cancel': reflectOnRecurring,
  'recurring.keep': reflectOnRecurring,
  'dispute.stage': reflectOnDispute,
  'dispute.submit': reflectOnDispute,
  'dispute.accept': reflectOnDispute,
  'credit-note.create': reflectOnCreditNote,
  'credit-note.void': reflectOnCreditNoteVoid,
};

/** Brings operation and subject in line with the steps, in the caller's transaction. `at` is unix seconds. */
export function reflect(db: Db, operationId: string, at: number, changes: Changes): void {
  const operation = operationById(db, operationId);
  if (!operation) return;
  const steps = stepsOf(db, operationId);
  const state = operationState(steps);
  const finished = state === 'done' || state === 'canceled';
  setOperationState(db, operationId, state, explain(state, steps), finished ? at : null);
  changes.add('outbox', operationId);
  REFLECT[operation.kind]({ db, operation, state, steps, changes, at });
}
