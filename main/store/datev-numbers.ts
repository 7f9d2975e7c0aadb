// The numbers of consultant and client at DATEV, as they were used last.
import { z } from 'zod';
import type { Db } from './database.ts';

const DatevNumbers = z.object({ consultant: z.int(), client: z.int() });
export type DatevNumbers = z.infer<typeof DatevNumbers>;

export function readDatevNumbers(db: Db): DatevNumbers | null {
  const row = db.get<{ json: string }>("SELECT json FROM setting WHERE key = 'datev'");
  return row === undefined ? null : DatevNumbers.parse(JSON.parse(row.json));
}

export function writeDatevNumbers(db: Db, numbers: DatevNumbers): void {
  db.run(
    "INSERT INTO setting (key, json) VALUES ('datev', ?) ON CONFLICT (key) DO UPDATE SET json = excluded.json",
    [JSON.stringify(numbers)],
  );
}
