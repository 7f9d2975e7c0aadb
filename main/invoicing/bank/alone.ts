// One long work at a time on the bank's statements of the same books: each finds whole what the one before has left.
import type { Pause } from '../../bank/in-turns.ts';
import { clearUnfinished } from '../../store/bank-statements.ts';
import type { Db } from '../../store/database.ts';

const latest = new WeakMap<Db, Promise<unknown>>();

/** Waits for what is under way, and takes away what an interrupted work has left, before it begins. */
export function alone<Result>(db: Db, pause: Pause, work: () => Promise<Result>): Promise<Result> {
  const begin = async (): Promise<Result> => {
    while (clearUnfinished(db)) await pause();
    return work();
  };
  const turn = (latest.get(db) ?? Promise.resolve()).then(begin);
  // The next one does not care how this one ended.
  latest.set(
    db,
    turn.catch(() => null),
  );
  return turn;
}
