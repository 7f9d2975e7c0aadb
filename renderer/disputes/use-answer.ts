// The texts of an answer as a form that saves itself: what is typed is kept here at once and in the books a moment later.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CompellingAnswer } from '../../shared/contract/compelling-evidence.ts';
import { contentOf, NOTHING_SAID } from '../../shared/domain/compelling-evidence.ts';
import type { EvidenceText } from '../../shared/domain/evidence.ts';
import type { CallError } from '../../shared/contract/errors.ts';
import { useCommand } from '../data.ts';
import type { SaveStateProps } from '../settings/save-state.tsx';
import type { Dispute } from './dispute.ts';

const QUIET_MS = 500;

type Texts = Readonly<Partial<Record<EvidenceText, string>>>;

interface Edited {
  readonly texts?: Texts;
  readonly compelling?: CompellingAnswer;
}

export interface AnswerForm {
  readonly textOf: (field: EvidenceText) => string;
  readonly change: (texts: Texts) => void;
  /** As it was changed here; undefined while it was not. */
  readonly compelling: CompellingAnswer | undefined;
  readonly changeCompelling: (answer: CompellingAnswer) => void;
  /** How far each part is kept: one is kept also while the other is refused. */
  readonly kept: Readonly<Record<keyof Edited, SaveStateProps>>;
  /** Why what stands at one of these paths was refused, in words, such as `texts.service_date` and `compelling.description`. */
  readonly problemAt: (...paths: readonly string[]) => string | undefined;
  /** Saves at once what is not saved yet; false when any of it was refused. */
  readonly flush: () => Promise<boolean>;
}

export function useAnswer({ id, answer }: Dispute): AnswerForm {
  const { run: runTexts, error: textsError } = useCommand('disputes.write', { failure: 'quiet' });
  const { run: runCompelling, error: compellingError } = useCommand('disputes.write', { failure: 'quiet' });
  const [edited, setEdited] = useState<Edited>({});
  /** What has not been accepted yet. */
  const pending = useRef<Edited>({});
  const flush = useCallback(async (): Promise<boolean> => {
    const { texts } = pending.current;
    const isTextsKept = texts === undefined || (await runTexts({ id, texts })).ok;
    if (isTextsKept && pending.current.texts === texts) pending.current = without(pending.current, 'texts');
    const { compelling } = pending.current;
    const isRestKept = compelling === undefined || (await runCompelling({ id, texts: {}, compelling })).ok;
    if (isRestKept && pending.current.compelling === compelling)
      pending.current = without(pending.current, 'compelling');
    return isTextsKept && isRestKept;
  }, [id, runTexts, runCompelling]);
  const note = (changes: Edited): void => {
    pending.current = { ...pending.current, ...changes };
    setEdited({ ...edited, ...changes });
  };
  useEffect(() => {
    if (!hasAny(edited) || !hasAny(pending.current)) return undefined;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [edited, flush]);
  // Leaving the screen saves what the timer has not.
  useEffect(() => () => void flush(), [flush]);
  const saved = new Map<string, string>(answer.texts.map(({ field, text }) => [field, text]));
  const isTextsSaved = Object.entries(edited.texts ?? {}).every(([field, text]) => saved.get(field) === text);
  const isCompellingSaved =
    edited.compelling === undefined ||
    contentOf(edited.compelling) === contentOf(answer.compelling?.answer ?? NOTHING_SAID);
  return {
    textOf: (field) => edited.texts?.[field] ?? saved.get(field) ?? '',
    change: (texts) => note({ texts: { ...edited.texts, ...texts } }),
    compelling: edited.compelling,
    changeCompelling: (compelling) => note({ compelling }),
    kept: {
      texts: keptAs(textsError, isTextsSaved),
      compelling: keptAs(compellingError, isCompellingSaved),
    },
    problemAt: (...paths) =>
      [textsError, compellingError]
        .flatMap((error) => (error?.kind === 'invalid-input' ? error.issues : []))
        .find(({ path }) => paths.includes(path))?.message,
    flush,
  };
}

function hasAny(edited: Edited): boolean {
  return Object.keys(edited).length > 0;
}

function without({ texts, compelling }: Edited, part: keyof Edited): Edited {
  return {
    ...(part === 'texts' || texts === undefined ? {} : { texts }),
    ...(part === 'compelling' || compelling === undefined ? {} : { compelling }),
  };
}

function keptAs(error: CallError | null, isSaved: boolean): SaveStateProps {
  return { state: error === null ? (isSaved ? 'saved' : 'saving') : 'refused', error };
}
