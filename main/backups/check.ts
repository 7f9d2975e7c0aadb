// What the check of a copy of the books answers, for whoever has one made.
import type { Held } from '../../shared/contract/backups.ts';
import type { CallError } from '../../shared/contract/errors.ts';

export type CopyCheck =
  | { readonly ok: true; readonly held: Held }
  /** `unbalanced` is a whole file whose books do not add up. */
  | { readonly ok: false; readonly why: 'damaged' | 'newer' | 'foreign' | 'unbalanced' }
  | {
      readonly ok: false;
      readonly why: 'storage';
      readonly problem: Extract<CallError, { kind: 'storage' }>;
    };

/** Checks the file at `path`, which nobody else has open, and notes in it what it holds and when it was made (unix seconds). */
export type Checker = (path: string, madeAt: number) => Promise<CopyCheck>;
