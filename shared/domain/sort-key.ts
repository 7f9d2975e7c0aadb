// The text by which names and numbers are put in order: without case or accents, and with numbers by their value.

const LONGEST = 200;
const DIGITS = 12;

/** Kept beside the text in the database, because SQLite itself orders by code points only. `INV-9` comes before `INV-10`. */
export function sortKey(text: string): string {
  return fold(text)
    .slice(0, LONGEST)
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}

/** Without case or accents: how words are compared. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** What a row of a short list is found by, kept beside it: each part on a line of its own. */
export function foldedWords(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map(fold)
    .join('\n');
}

const MOST_TERMS = 8;

/** The words of a search, each of which must be part of `foldedWords`. */
export function foldedTerms(search: string | undefined): readonly string[] {
  return fold(search ?? '')
    .split(/\s+/u)
    .filter((term) => term !== '')
    .slice(0, MOST_TERMS);
}
