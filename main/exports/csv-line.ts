// One line of a comma-separated file (RFC 4180) that a spreadsheet reads as what it is.

/** What a spreadsheet takes for the beginning of a formula, also in full width; a leading space does not stop all of them. */
const FORMULA = /^[\s\0]*[=+\-@\t\r\n\0＝＋－＠]/u;

/** Quoted; an apostrophe before what would be a formula says that it is text (owasp.org/www-community/attacks/CSV_Injection). */
export function textField(words: string): string {
  const safe = FORMULA.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csvLine(fields: readonly string[]): string {
  return `${fields.join(',')}\r\n`;
}
