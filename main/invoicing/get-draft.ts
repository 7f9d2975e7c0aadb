// A draft for the editor: ours, or one that so far exists at Stripe only.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { notFound, wrongState } from '../refusal.ts';
import type { Db } from '../store/database.ts';
import { draftById, type StoredDraft } from '../store/drafts.ts';
import { revisedBy } from '../store/revisions.ts';
import type { UseContext } from './context.ts';
import { contentFromMirror } from './content-from-mirror.ts';

type Draft = CallOutput<'drafts.get'>;

export function getDraft(context: UseContext, { id }: { readonly id: string }): Draft {
  const stored = draftById(context.db, id);
  return stored ? draftOf(context.db, stored) : atStripeOnly(context, id);
}

export function draftOf(db: Db, { id, content, revision, updatedAt, status, work }: StoredDraft): Draft {
  const sending = work === 'queued' || work === 'sending' || work === 'review';
  return {
    id,
    content,
    revision,
    updatedAt,
    state: status !== 'draft' ? 'issued' : sending ? 'sending' : 'editing',
    revises: revisesOf(db, id),
  };
}

function atStripeOnly(context: UseContext, id: string): Draft {
  const row = context.db.get<{ status: string; created: number }>(
    'SELECT status, created FROM invoice WHERE id = ? AND deleted = 0',
    [id],
  );
  if (!row) throw notFound('invoice');
  if (row.status !== 'draft')
    throw wrongState(
      'issued',
      'This invoice has been issued and cannot be edited. Duplicate it or credit it.',
    );
  return {
    id,
    content: contentFromMirror(context, id),
    revision: 0,
    updatedAt: row.created,
    state: 'editing',
    revises: revisesOf(context.db, id),
  };
}

function revisesOf(db: Db, id: string): Draft['revises'] {
  const invoice = revisedBy(db, id);
  return invoice ? { id: invoice.id, number: invoice.number ?? '' } : null;
}
