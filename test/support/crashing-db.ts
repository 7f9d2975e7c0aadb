// Books whose program dies at a commit: either nothing of it is kept, or all of it and nothing after.
import type { Db } from '../../main/store/database.ts';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/** The same database; its `nth` transaction from now on ends in a crash, before or after its commit. */
export function crashingDb(db: Db, nth: number, when: 'before' | 'after'): Db {
  let left = nth;
  const transaction = <Value>(work: () => Value): Value => {
    if (db.inTransaction) return work();
    left -= 1;
    if (left !== 0) return db.transaction(work);
    if (when === 'after') db.transaction(work);
    else {
      try {
        db.transaction(() => {
          work();
          throw new Crash('before the commit');
        });
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
    }
    throw new Crash(`${when} the commit`);
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
