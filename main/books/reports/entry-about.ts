// What a posting is about, for the line of a report: what happened, with whom, and the document that it leads to.
import type { Target } from '../../../shared/contract/reports.ts';
import { entryWords, movementWords } from '../../../shared/text/entry-words.ts';
import type { Db } from '../../store/database.ts';
import { entryParty, type EntrySubject, entrySubject, movementCategory } from '../../store/journal-list.ts';
import { creditNoteByStripeId } from '../../store/reports/parties.ts';
import type { PostedLine } from '../../store/reports/posted.ts';

export interface About {
  readonly what: string;
  /** The customer's name; empty where there is none. */
  readonly party: string;
  /** A number, or what it is. */
  readonly document: string;
  readonly to: Target | null;
}

export function aboutOf(db: Db, { cause, version, case_id: caseId }: PostedLine): About {
  const [kind = '', stripeId = ''] = cause.split(':');
  const category = kind === 'movement' ? movementCategory(db, stripeId) : null;
  const words = category === null ? entryWords(kind) : movementWords(category);
  const party = entryParty(db, caseId);
  return {
    what: version > 1 ? `${words}, corrected` : words,
    party: party?.name ?? '',
    ...documentOf(db, kind, stripeId, caseId),
  };
}

function documentOf(db: Db, kind: string, stripeId: string, caseId: string): Pick<About, 'document' | 'to'> {
  const note = kind.startsWith('credit-note.') ? creditNoteByStripeId(db, stripeId) : undefined;
  if (note) return { document: note.number ?? stripeId, to: { kind: 'credit-note', id: note.id } };
  const subject = entrySubject(db, caseId);
  if (!subject) return { document: stripeId, to: null };
  return { document: subjectWords(subject), to: { kind: subject.kind, id: subject.id } };
}

function subjectWords({ kind, id, label }: EntrySubject): string {
  if (kind === 'payment') return 'Payment';
  // Banks name a payout by nothing else.
  return kind === 'payout' ? id : label;
}
