// The closed union of errors that may cross to the page. Nothing is thrown across; a reply carries one of these as data.
import { z } from 'zod';

const Issue = z.object({ path: z.string(), message: z.string() });

export const CallError = z.discriminatedUnion('kind', [
  /** The input does not fit its schema or a rule of the business; each issue names the field and the reason. */
  z.object({ kind: z.literal('invalid-input'), issues: z.array(Issue).min(1) }),
  z.object({ kind: z.literal('not-found'), what: z.string() }),
  /** The thing exists but is not in a state that allows this; `message` says why in words. */
  z.object({ kind: z.literal('wrong-state'), code: z.string(), message: z.string() }),
  z.object({
    kind: z.literal('stripe-refused'),
    code: z.string().nullable(),
    message: z.string(),
    requestId: z.string().nullable(),
  }),
  /** A Stripe key that cannot be used: `reason` says which way. */
  z.object({
    kind: z.literal('key-refused'),
    reason: z.enum(['publishable', 'malformed', 'revoked', 'wrong-account', 'wrong-mode', 'no-permission']),
    message: z.string(),
  }),
  z.object({ kind: z.literal('offline') }),
  /** No books are open yet: the page shows the first-run screen. */
  z.object({ kind: z.literal('no-books') }),
  /** The disk or the database said no. `newer` is a file from a newer Quittance, `foreign` not ours at all. */
  z.object({
    kind: z.literal('storage'),
    reason: z.enum(['disk-full', 'read-only', 'corrupt', 'newer', 'foreign', 'busy']),
    message: z.string(),
  }),
  /** A defect of the program: logged in full under `reference`, shown without details. */
  z.object({ kind: z.literal('bug'), reference: z.string() }),
]);

export type CallError = z.infer<typeof CallError>;

export type Result<Value, Failure = CallError> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };
