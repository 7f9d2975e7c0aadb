// What a report reads from, and the days by which it reads.
import type { Db } from '../../store/database.ts';

export interface ReportContext {
  readonly db: Db;
  /** In the business's zone. */
  readonly today: string;
  /** IANA. */
  readonly timeZone: string;
  /** Lets others have their turn between two portions of a long report; throws when the books are closed meanwhile. */
  readonly pause: () => Promise<void>;
}
