// Replies of commands by the id made at the click, so that a repeated command changes nothing and answers the same.
import { invalidInput } from '../refusal.ts';
import type { Db } from './database.ts';

/** Whether this command has run. */
export function isCommandKnown(db: Db, commandId: string): boolean {
  return db.get('SELECT 1 FROM command WHERE id = ?', [commandId]) !== undefined;
}

/** What this command answered; undefined when it has not run. Refuses an id under which another call has run. */
export function earlierReply(
  db: Db,
  commandId: string,
  name: string,
): { readonly reply: unknown } | undefined {
  const earlier = db.get<{ name: string; reply: string }>('SELECT name, reply FROM command WHERE id = ?', [
    commandId,
  ]);
  if (earlier && earlier.name !== name)
    throw invalidInput('commandId', 'This id was given to another command.');
  return earlier && { reply: JSON.parse(earlier.reply) };
}

/**
 * Answers the earlier reply of this command, or runs it; reply and effect are one transaction. Refuses an id under which another call
 * has run: its reply would not be this one's.
 */
export function once<Reply>(db: Db, commandId: string, name: string, at: number, run: () => Reply): Reply {
  return db.transaction(() => {
    const earlier = earlierReply(db, commandId, name);
    // The reply was stored by the run below, so it has the type that `run` answers.
    if (earlier) return earlier.reply as Reply;
    const reply = run();
    db.run('INSERT INTO command (id, name, reply, at) VALUES (?, ?, ?, ?)', [
      commandId,
      name,
      JSON.stringify(reply),
      at,
    ]);
    return reply;
  });
}
