// What Stripe said, whole: the latest JSON of every object, whatever its type, and which were deleted there.
import type { Db } from './database.ts';

export interface StoredText {
  readonly json: string;
  readonly deleted: 0 | 1;
}

/** Undefined when the object was never seen. */
export function storedRow(db: Db, id: string): StoredText | undefined {
  return db.get<StoredText>('SELECT json, deleted FROM stripe_object WHERE id = ?', [id]);
}

/** The stored JSON text; undefined when the object was never seen. */
export function storedText(db: Db, id: string): string | undefined {
  return storedRow(db, id)?.json;
}

/** Unix seconds, as Stripe told; undefined when the object was never seen. */
export function storedCreated(db: Db, id: string): number | undefined {
  return db.get<{ created: number }>('SELECT created FROM stripe_object WHERE id = ?', [id])?.created;
}

/** What is left of an object of which nothing may be kept: that it was there. */
export function buryObject(db: Db, id: string): void {
  db.run(
    `UPDATE stripe_object SET deleted = 1, json = json_object('id', id, 'object', type, 'deleted', json('true')) WHERE id = ?`,
    [id],
  );
}

export interface RawObject {
  readonly id: string;
  readonly type: string;
  /** Unix seconds; 0 where Stripe tells none. */
  readonly created: number;
  readonly json: string;
}

export interface Kept {
  /** Whether it differs from what was there. */
  readonly news: boolean;
  readonly seenBefore: boolean;
  /** Deleted at Stripe, which no later word undoes. */
  readonly deleted: boolean;
}

/** Keeps the latest JSON of an object. */
export function saveObject(db: Db, { id, type, created, json }: RawObject): Kept {
  const inserted = db.run(
    'INSERT INTO stripe_object (id, type, created, json) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    [id, type, created, json],
  );
  if (inserted > 0) return { news: true, seenBefore: false, deleted: false };
  const known = storedRow(db, id);
  const news = known?.json !== json;
  if (news) db.run('UPDATE stripe_object SET json = ?, created = ? WHERE id = ?', [json, created, id]);
  return { news, seenBefore: true, deleted: known?.deleted === 1 };
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
