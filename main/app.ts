// The application, whole: joins the parts behind one door. Hosts put it in front of a page.
import type { ChangeEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/errors.ts';

export interface App {
  /** Runs one call of the table; unknown names and input that does not fit are refused as data. Never rejects. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** Hears what changed, until the returned function is called. */
  subscribe(listener: (event: ChangeEvent) => void): () => void;
  /** Finishes the write under way, stops timers and closes the database. */
  close(): Promise<void>;
}
