// A disk without room: books that can have no page more than they have, which SQLite itself refuses.
import type { Db } from '../../../main/store/database.ts';

/** SQLite's own bound. */
const MOST_PAGES = 4_294_967_294;

export class Disk {
  #isFull = false;

  /** `db` as it is open now, null when it is not. */
  fill(db: Db | null): void {
    this.#isFull = true;
    if (db) limit(db, pagesOf(db));
  }

  free(db: Db | null): void {
    this.#isFull = false;
    if (db) limit(db, MOST_PAGES);
  }

  /** Every connection has a bound of its own. */
  opened(db: Db): void {
    if (this.#isFull) limit(db, pagesOf(db));
  }
}

function pagesOf({ connection }: Db): number {
  return Number(connection.pragma('page_count', { simple: true }));
}

function limit({ connection }: Db, pages: number): void {
  connection.pragma(`max_page_count = ${pages}`);
}
