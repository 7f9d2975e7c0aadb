// Takes secrets and personal data out of a text before it is written anywhere.

/** `needed` is in every text in which the pattern is found: most lines have no address, and need not be searched letter by letter. */
const patterns: readonly (readonly [pattern: RegExp, replacement: string, needed?: RegExp])[] = [
  [/\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9_]+/g, '[key]'],
  [/\bwhsec_[A-Za-z0-9+/=_-]+/g, '[webhook secret]'],
  [/\b\w+_secret_[A-Za-z0-9]+/g, '[client secret]'],
  [/\bBearer\s+[\w.~+/-]+=*/gi, 'Bearer [token]'],
  [/[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]', /@|%40/],
  // An IBAN, written together or in groups of four; ids of Stripe's have lower-case letters and do not match.
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, '[bank account]'],
];

/** The same text without API keys, secrets, e-mail addresses and bank accounts. */
export function redact(text: string): string {
  let redacted = text;
  for (const [pattern, replacement, needed] of patterns)
    if (needed?.test(redacted) !== false) redacted = redacted.replaceAll(pattern, replacement);
  return redacted;
}
