// What Stripe said, whole: the latest JSON of every object, whatever its type, and which were deleted there.
import type { Db } from './database.ts';

/** The stored JSON text; undefined when the object was never seen. */
export function storedText(db: Db, id: string): string | undefined {
  return db.get<{ json: string }>('SELECT json FROM stripe_object WHERE id = ?', [id])?.json;
}

export function isTombstone(db: Db, id: string): boolean {
  return db.get('SELECT 1 FROM stripe_object WHERE id = ? AND deleted = 1', [id]) !== undefined;
}

export interface RawObject {
  readonly id: string;
  readonly type: string;
  /** Unix seconds; 0 where Stripe tells none. */
  readonly created: number;
  readonly json: string;
}

/** Keeps the latest JSON; answers whether it differs from what was there. What was deleted stays deleted. */
export function saveObject(db: Db, { id, type, created, json }: RawObject): boolean {
  const known = storedText(db, id);
  if (known === json) return false;
  if (known === undefined) {
    db.run('INSERT INTO stripe_object (id, type, created, json) VALUES (?, ?, ?, ?)', [
      id,
      type,
      created,
      json,
    ]);
  } else {
    db.run('UPDATE stripe_object SET json = ?, created = ? WHERE id = ?', [json, created, id]);
  }
  return true;
}

/** Marks an object as deleted at Stripe and keeps its last JSON; answers whether that was new. */
export function saveTombstone(db: Db, object: RawObject): boolean {
  return (
    db.run(
      `INSERT INTO stripe_object (id, type, created, json, deleted) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT (id) DO UPDATE SET deleted = 1 WHERE deleted = 0`,
      [object.id, object.type, object.created, object.json],
    ) > 0
  );
}
