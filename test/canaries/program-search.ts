// Every test of the whole program is also a search: whatever it is about, no key may be left behind by it.
import { expect } from 'vitest';
import type { Result } from '../../shared/contract/errors.ts';
import { keepSearched } from './record.ts';
import { createSecretSearch } from './search.ts';

/** What a program leaves outside its replies. */
export interface Leavings {
  readonly directory: string;
  readonly savedFiles: ReadonlyMap<string, Uint8Array>;
  /** Log lines, notifications, addresses that were opened or copied. */
  readonly records: Readonly<Record<string, readonly unknown[]>>;
}

export interface ProgramSearch {
  /** Learns the keys that the program is given, and looks at what the page would see of each call. */
  hear(name: string, input: unknown, reply: Result<unknown>): void;
  /** Fails the test when a key was found anywhere. */
  end(leavings: Leavings): void;
}

export function searchProgram(): ProgramSearch {
  const search = createSecretSearch();
  return {
    hear(name, input, reply) {
      if (isKeyGiven(name, input)) search.learn(input.key);
      search.look(`the reply to ${name}`, JSON.stringify(reply));
    },
    end({ directory, savedFiles, records }) {
      search.lookBelow(directory);
      for (const [name, bytes] of savedFiles) search.look(name, Buffer.from(bytes).toString('latin1'));
      for (const [what, entries] of Object.entries(records))
        for (const entry of entries) search.look(what, JSON.stringify(entry));
      const searched = search.result();
      keepSearched(searched);
      expect(searched.found, 'where a Stripe key was left').toEqual([]);
    },
  };
}

function isKeyGiven(name: string, input: unknown): input is { readonly key: string } {
  const hasKey = typeof input === 'object' && input !== null && 'key' in input;
  return name === 'stripe.connect' && hasKey && typeof input.key === 'string';
}
