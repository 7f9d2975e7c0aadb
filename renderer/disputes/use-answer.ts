// The texts of an answer as a form that saves itself: what is typed is kept here at once and in the books a moment later.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CompellingAnswer } from '../../shared/contract/compelling-evidence.ts';
import { contentOf, NOTHING_SAID } from '../../shared/domain/compelling-evidence.ts';
import type { EvidenceText } from '../../shared/domain/evidence.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { useCommand } from '../data.ts';
import type { Dispute } from './dispute.ts';

const QUIET_MS = 500;

type Texts = Readonly<Partial<Record<EvidenceText, string>>>;

interface Edited {
  readonly texts: Texts;
  readonly compelling?: CompellingAnswer;
}

export interface AnswerForm {
  readonly textOf: (field: EvidenceText) => string;
  readonly change: (texts: Texts) => void;
  /** As it was changed here; undefined while it was not. */
  readonly compelling: CompellingAnswer | undefined;
  readonly changeCompelling: (answer: CompellingAnswer) => void;
  readonly state: 'saved' | 'saving' | 'refused';
  readonly error: CallError | null;
  /** Why a field was refused, in words. */
  readonly problemOf: (field: EvidenceText) => string | undefined;
  /** Saves at once what is not saved yet; false when that was refused. */
  readonly flush: () => Promise<boolean>;
}

export function useAnswer({ id, answer }: Dispute): AnswerForm {
  const { run, error } = useCommand('disputes.write', { failure: 'quiet' });
  const [edited, setEdited] = useState<Edited | null>(null);
  const latest = useRef<Edited | null>(null);
  const flush = useCallback(async (): Promise<boolean> => {
    const changes = latest.current;
    if (changes === null) return true;
    const result = await run({ id, ...changes });
    if (result.ok && latest.current === changes) latest.current = null;
    return result.ok;
  }, [id, run]);
  const change = (changes: Partial<Edited>): void => {
    const next = { ...edited, ...changes, texts: { ...edited?.texts, ...changes.texts } };
    latest.current = next;
    setEdited(next);
  };
  useEffect(() => {
    if (edited === null || latest.current === null) return undefined;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [edited, flush]);
  // Leaving the screen saves what the timer has not.
  useEffect(() => () => void flush(), [flush]);
  const saved = new Map(answer.texts.map(({ field, text }) => [field, text]));
  const isSaved =
    edited === null ||
    (Object.entries(edited.texts).every(([field, text]) => savedAs(saved, field) === text) &&
      (edited.compelling === undefined ||
        contentOf(edited.compelling) === contentOf(answer.compelling?.answer ?? NOTHING_SAID)));
  return {
    textOf: (field) => edited?.texts[field] ?? saved.get(field) ?? '',
    change: (texts) => change({ texts }),
    compelling: edited?.compelling,
    changeCompelling: (compelling) => change({ compelling }),
    state: error !== null ? 'refused' : isSaved ? 'saved' : 'saving',
    error,
    problemOf: (field) =>
      error?.kind === 'invalid-input'
        ? error.issues.find(({ path }) => path === `texts.${field}`)?.message
        : undefined,
    flush,
  };
}

function savedAs(saved: ReadonlyMap<string, string>, field: string): string | undefined {
  return saved.get(field);
}
