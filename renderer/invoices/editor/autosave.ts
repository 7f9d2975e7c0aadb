// Keeps a draft saved while it is being written: waits for a pause, one save at a time, never loses the last change.
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import type { CallError, Result } from '../../../shared/contract/errors.ts';

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: CallError };

export interface Autosaver {
  /** Tells what the draft says now. */
  change(content: DraftContent): void;
  /** Saves at once what is not saved. Answers the revision that now holds everything, or why it could not. */
  flush(): Promise<Result<number>>;
  /** Saves what is left and stops waiting. */
  close(): void;
}

type SaveDraft = (revision: number, content: DraftContent) => Promise<Result<{ readonly revision: number }>>;

const PAUSE_MS = 400;

/** `announce` hears each change of state. */
export function createAutosaver(
  start: { readonly revision: number; readonly content: DraftContent },
  save: SaveDraft,
  announce: (state: SaveState) => void,
): Autosaver {
  let revision = start.revision;
  let saved = start.content;
  let wanted = start.content;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Result<number>> | null = null;

  async function saveAll(): Promise<Result<number>> {
    if (wanted === saved) {
      announce({ kind: 'saved' });
      return { ok: true, value: revision };
    }
    const content = wanted;
    announce({ kind: 'saving' });
    const result = await save(revision, content);
    if (!result.ok) {
      announce({ kind: 'failed', error: result.error });
      return result;
    }
    revision = result.value.revision;
    saved = content;
    return saveAll();
  }

  async function flush(): Promise<Result<number>> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = null;
    });
    const result = await running;
    return result.ok && wanted !== saved ? flush() : result;
  }

  return {
    change(content) {
      if (content === wanted) return;
      wanted = content;
      clearTimeout(timer);
      if (running === null) announce({ kind: 'unsaved' });
      timer = setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
    close() {
      clearTimeout(timer);
      if (wanted !== saved) void flush();
    },
  };
}
