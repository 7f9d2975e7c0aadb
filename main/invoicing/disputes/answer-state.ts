// The answer to a dispute as it stands: what is written here over what Stripe has. Pure but for what it is given.
import type { CompellingAnswer } from '../../../shared/contract/compelling-evidence.ts';
import { contentOf, NOTHING_SAID, saysNothing } from '../../../shared/domain/compelling-evidence.ts';
import { compellingTexts } from '../../../shared/domain/compelling-rules.ts';
import { APPEAL, type EvidenceFile, type EvidenceText } from '../../../shared/domain/evidence.ts';
import type { CompellingChange } from '../../outbox/plan-compelling.ts';
import type { AttachedFile } from '../../store/dispute-answer.ts';
import type { CompellingAtStripe } from './compelling-at-stripe.ts';
import type { EvidenceAtStripe } from './evidence-at-stripe.ts';

export interface AnswerParts {
  /** An appeal is argued anew: what was said before the decision does not count. */
  readonly isAppeal: boolean;
  readonly atStripe: EvidenceAtStripe;
  /** What was written here, by Stripe's name of the field. */
  readonly written: Readonly<Record<string, string>>;
  readonly attached: readonly AttachedFile[];
  /** `written` is null while nothing of it was written here. */
  readonly compelling: { readonly atStripe: CompellingAtStripe; readonly written: CompellingAnswer | null };
}

/** Null where nothing of it was said, here or at Stripe. */
export function compellingOf({ compelling }: AnswerParts): CompellingAnswer | null {
  return compelling.written ?? compelling.atStripe.answer;
}

export function isCompellingChanged({ compelling: { written, atStripe } }: AnswerParts): boolean {
  return written !== null && contentOf(written) !== contentOf(atStripe.answer ?? NOTHING_SAID);
}

export function textOf({ atStripe, written }: AnswerParts, field: EvidenceText): string {
  return written[field] ?? atStripe.texts[field] ?? '';
}

export interface ShownFile {
  readonly name: string;
  /** Bytes; null where only Stripe knows the file. */
  readonly size: number | null;
  readonly atStripe: boolean;
}

/** What is attached in a field: a file of ours, else one that only Stripe knows. */
export function fileOf({ atStripe, attached }: AnswerParts, field: EvidenceFile): ShownFile | null {
  const stripeId = atStripe.files[field];
  const ours = attached.find((file) => file.field === field);
  if (ours?.isRemoved === true) return null;
  // Somebody has put another file in its place at Stripe.
  const isReplaced = (file: AttachedFile): boolean =>
    file.stripeId !== null && stripeId !== undefined && stripeId !== file.stripeId;
  if (ours && !isReplaced(ours))
    return {
      name: ours.name,
      size: ours.size,
      atStripe: ours.stripeId !== null && ours.stripeId === stripeId,
    };
  return stripeId === undefined ? null : { name: stripeId, size: null, atStripe: true };
}

/** Every text that says something and every field that is to be emptied, for one request that says it all. */
export function wholeTexts(parts: AnswerParts): Record<string, string> {
  const names = new Set([...Object.keys(parts.atStripe.texts), ...Object.keys(parts.written)]);
  const texts: Record<string, string> = {};
  for (const name of names) {
    const known = Object.entries(parts.atStripe.texts).find(([field]) => field === name)?.[1];
    const text = parts.written[name] ?? known ?? '';
    if (text !== '' || known !== undefined) texts[name] = text;
  }
  return texts;
}

/**
 * What Stripe is to have instead of what it has; null where that is what it has. A submission says all of it once more, for Stripe may
 * have something else by then; but not where Stripe has more than can be said here, and nobody has written it anew.
 */
export function compellingChange(parts: AnswerParts, submit: boolean): CompellingChange | null {
  const { answer: from, isOpen, isWhole } = parts.compelling.atStripe;
  const { written } = parts.compelling;
  const isChangedHere = written !== null && isCompellingChanged(parts);
  const isSaidAgain = submit && isOpen && isWhole && from !== null && !saysNothing(from);
  const to = isChangedHere ? written : isSaidAgain ? from : null;
  return to === null ? null : { from, isWhole, to };
}

/** These and the texts of compelling evidence: Stripe counts the characters of all of them together. */
export function allTexts(parts: AnswerParts): Readonly<Record<string, string>> {
  const compelling = compellingOf(parts);
  return { ...wholeTexts(parts), ...(compelling === null ? {} : compellingTexts(compelling)) };
}

/** Where a text of `allTexts` stands in what the page sends: an identifier is sent with each payment, and written once. */
export function pathOf(field: string): string {
  return field.startsWith('compelling.')
    ? field.replace(/^(compelling\.identifiers\..+)\.\d+$/, '$1')
    : `texts.${field}`;
}

/** The files of ours that belong to the answer; those that somebody replaced at Stripe do not. */
export function filesToSend({ atStripe, attached }: AnswerParts): readonly AttachedFile[] {
  return attached.filter(
    ({ field, stripeId, isRemoved }) =>
      !isRemoved &&
      (stripeId === null || atStripe.files[field] === undefined || atStripe.files[field] === stripeId),
  );
}

export function filesToClear({ atStripe, attached }: AnswerParts): readonly EvidenceFile[] {
  return attached.flatMap(({ field, isRemoved }) =>
    isRemoved && atStripe.files[field] !== undefined ? [field] : [],
  );
}

/** Whether Stripe does not have the answer as it stands here. */
export function isChanged(parts: AnswerParts): boolean {
  const { atStripe, written } = parts;
  const known: Readonly<Record<string, string | undefined>> = atStripe.texts;
  return (
    Object.entries(written).some(([field, text]) => text !== (known[field] ?? '')) ||
    filesToSend(parts).some(
      ({ field, stripeId }) => stripeId === null || atStripe.files[field] !== stripeId,
    ) ||
    filesToClear(parts).length > 0 ||
    isCompellingChanged(parts)
  );
}

export function isEmpty(parts: AnswerParts): boolean {
  if (parts.isAppeal)
    return (
      APPEAL.texts.every((field) => textOf(parts, field).trim() === '') &&
      APPEAL.files.every((field) => fileOf(parts, field) === null)
    );
  return (
    Object.values(wholeTexts(parts)).every((text) => text.trim() === '') &&
    filesToSend(parts).length === 0 &&
    Object.keys(parts.atStripe.files).length === filesToClear(parts).length &&
    saysNothing(compellingOf(parts) ?? NOTHING_SAID)
  );
}
