// The text by which names and numbers are put in order: without case or accents, and with numbers by their value.

const LONGEST = 200;
const DIGITS = 12;

/** Kept beside the text in the database, because SQLite itself orders by code points only. `INV-9` comes before `INV-10`. */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .slice(0, LONGEST)
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}
