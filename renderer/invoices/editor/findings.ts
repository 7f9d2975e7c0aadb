// Ties what the review found to the fields of the draft, and lets a finding go once its field has changed.
import type { DraftContent, ReviewFinding } from '../../../shared/contract/drafts.ts';
import { valueAt } from '../../value-at.ts';

export interface ReviewedDraft {
  readonly content: DraftContent;
  readonly findings: readonly ReviewFinding[];
}

/** Follows a line by its id, wherever it has moved since the review; null when it is gone. */
function pathNow(path: string, then: DraftContent, now: DraftContent): string | null {
  const match = /^lines\.(\d+)(.*)$/.exec(path);
  if (!match) return path;
  const id = then.lines[Number(match[1])]?.id;
  const index = now.lines.findIndex((line) => line.id === id);
  return index < 0 ? null : `lines.${index}${match[2] ?? ''}`;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Errors of the last review that still hold, by the path of their field now. */
export function openErrors(reviewed: ReviewedDraft | null, now: DraftContent): ReadonlyMap<string, string> {
  if (!reviewed) return NONE;
  const errors = new Map<string, string>();
  for (const { severity, path, message } of reviewed.findings) {
    const current = pathNow(path, reviewed.content, now);
    if (severity !== 'error' || current === null || errors.has(current)) continue;
    if (valueAt(reviewed.content, path) === valueAt(now, current)) errors.set(current, message);
  }
  return errors.size === 0 ? NONE : errors;
}

/** Puts the focus into the field of a path, or into the nearest field around it. Answers false when there is none. */
export function focusPath(root: ParentNode, path: string): boolean {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-path]')];
  for (let wanted = path; ; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf('.')))) {
    const field = fields.find((candidate) => candidate.dataset['path'] === wanted);
    const target = field && focusable(field);
    if (field && target) {
      field.closest('details')?.setAttribute('open', '');
      target.focus();
      target.scrollIntoView?.({ block: 'nearest' });
      return true;
    }
    if (wanted === '') return false;
  }
}

const FOCUSABLE = 'input, textarea, button, [tabindex="0"]';

function focusable(field: HTMLElement): HTMLElement | null {
  return field.matches(FOCUSABLE) ? field : field.querySelector<HTMLElement>(FOCUSABLE);
}
