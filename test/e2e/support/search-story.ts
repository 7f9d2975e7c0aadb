// Every story is also a search: whatever it is about, no Stripe key may be left in a file or in what was printed.
import { expect } from '@playwright/test';
import { keepSearched } from '../../canaries/record.ts';
import { createSecretSearch } from '../../canaries/search.ts';

/** `folders` are the data folder and what the host keeps beside it; `printed` is what each run has printed. */
export function searchStory(folders: readonly string[], printed: readonly string[]): void {
  const search = createSecretSearch();
  for (const folder of folders) search.lookBelow(folder);
  for (const text of printed) search.look('what was printed', text);
  const searched = search.result();
  keepSearched(searched);
  expect(searched.found, 'where a Stripe key was left').toEqual([]);
}
