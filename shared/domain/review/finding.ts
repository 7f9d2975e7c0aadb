// How the findings of the review are written.
import type { ReviewFinding } from '../../contract/drafts.ts';

type Code = ReviewFinding['code'];

/** Forbids sending. */
export const error = (code: Code, path: string, message: string): ReviewFinding => ({
  severity: 'error',
  code,
  path,
  message,
});

/** Is shown, and may be passed over. */
export const warning = (code: Code, path: string, message: string): ReviewFinding => ({
  severity: 'warning',
  code,
  path,
  message,
});
