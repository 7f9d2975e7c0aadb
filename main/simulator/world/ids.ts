// Ids and secrets that look like Stripe's and depend on nothing but the seed and a running number.

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Numbers below 2^32 that repeat with the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** `length` characters; the last six count, so that no two are equal. */
export function token(seed: number, count: number, length = 24): string {
  const next = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ Math.imul(count + 1, 0x85ebca6b));
  let characters = '';
  while (characters.length < length - 6) characters += ALPHABET[next() % ALPHABET.length] ?? '';
  let rest = count;
  let tail = '';
  while (tail.length < 6) {
    tail = (ALPHABET[rest % ALPHABET.length] ?? '') + tail;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return characters + tail;
}

/** A number from 0 to 1 that belongs to a text. */
export function chance(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return randomNumbers(hash)() / 2 ** 32;
}
