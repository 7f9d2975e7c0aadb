// The last guard of a call: whatever happens below, the page gets a result as data and no message of an error.
import { randomUUID } from 'node:crypto';
import type { Result } from '../../../shared/contract/errors.ts';
import type { App } from '../../app.ts';
import type { Log } from '../../ports.ts';

/** Dispatches one call. Never rejects: an unforeseen failure is logged under a reference and answered as a bug. */
export async function answer(app: App, log: Log, name: string, input: unknown): Promise<Result<unknown>> {
  try {
    return await app.dispatch(name, input);
  } catch (error) {
    const reference = randomUUID();
    log.error('call-failed', { reference, error });
    return { ok: false, error: { kind: 'bug', reference } };
  }
}
