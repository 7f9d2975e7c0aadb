// Free text of a statement, made fit to be kept and shown.

const LONGEST = 500;

/** Parts beside one another; without control characters, repeated blanks and parts that say nothing or say it again. */
export function plainWords(parts: readonly string[], separator = ' · '): string {
  const plain = parts
    .map((part) => part.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
    .filter((part) => part !== '' && part !== 'NOTPROVIDED');
  return [...new Set(plain)].join(separator).slice(0, LONGEST).trim();
}
