// What of an invoice's page is about revisions: which invoice it replaces, what replaces it, and whether something may.
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Db } from '../store/database.ts';
import { revisable, revisedBy, revisionsOf } from '../store/revisions.ts';
import { refusalOf } from './revise-invoice.ts';

type Links = Pick<CallOutput<'invoices.get'>, 'revises' | 'revision'>;

/** `stripeId` is empty while Stripe does not have the invoice. */
export function revisionLinks(db: Db, id: string, stripeId: string): Links {
  const original = revisedBy(db, id);
  const all = stripeId === '' ? [] : revisionsOf(db, stripeId);
  const latest = all.findLast(({ status }) => status !== 'draft') ?? all.at(-1);
  return {
    revises: original ? { id: original.id, number: original.number ?? '' } : null,
    revision: latest ? { id: latest.id, number: latest.number, isDraft: latest.status === 'draft' } : null,
  };
}

export function isRevisable(db: Db, id: string): boolean {
  const invoice = revisable(db, id);
  return invoice !== undefined && refusalOf(invoice) === null;
}
