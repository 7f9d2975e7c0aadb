// Looks for Stripe keys where none may ever be: in files, logs, replies, exports and whatever else leaves the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one program's search came to. */
export interface Searched {
  readonly files: number;
  /** Replies, lines of the log, notifications, saved files, addresses: everything that is not a file of the data folder. */
  readonly texts: number;
  /** Where a key was found, never the key. */
  readonly found: readonly string[];
}

export const nothingSearched: Searched = { files: 0, texts: 0, found: [] };

export function addSearched(a: Searched, b: Searched): Searched {
  return { files: a.files + b.files, texts: a.texts + b.texts, found: [...a.found, ...b.found] };
}

export interface SecretSearch {
  /** From now on this key is looked for; a part of it is as bad as the whole. */
  learn(key: string): void;
  look(where: string, text: string): void;
  /** Every file in a folder and below, read as bytes: also inside databases and archives. */
  lookBelow(folder: string): void;
  result(): Searched;
}

/** Anything that looks like a key, whoever's it is. */
const ANY_KEY = /(?:sk|rk)_(?:test|live)_[A-Za-z0-9]{8,}/;

/** Shorter texts are words: `sk_test_` in a hint is no secret. */
const FEWEST_CHARACTERS = 8;

export function createSecretSearch(): SecretSearch {
  const bodies = new Set<string>();
  const found = new Set<string>();
  let files = 0;
  let texts = 0;

  const isSecretIn = (text: string): boolean =>
    (text.includes('k_') && ANY_KEY.test(text)) || [...bodies].some((body) => text.includes(body));

  return {
    learn(key) {
      const body = key.trim().split('_').at(-1) ?? '';
      if (body.length >= FEWEST_CHARACTERS) bodies.add(body);
    },
    look(where, text) {
      texts += 1;
      if (isSecretIn(text)) found.add(where);
    },
    lookBelow(folder) {
      for (const file of filesBelow(folder)) {
        files += 1;
        // One character a byte: a key is ASCII, and is found in any file.
        if (isSecretIn(readFileSync(file, 'latin1'))) found.add(file);
      }
    },
    result: () => ({ files, texts, found: [...found] }),
  };
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}
