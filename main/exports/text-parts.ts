// Text of any length as bytes in parts, for a file that is never whole in memory.

/** Some milliseconds of the journal: whoever writes a part lets everything else have its turn meanwhile. */
const PART_LENGTH = 32 * 1024;

/** UTF-8, in parts of some tens of kilobytes; an error of `texts` goes to the reader. */
export async function* textParts(texts: Iterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let part = '';
  for (const text of texts) {
    part += text;
    if (part.length < PART_LENGTH) continue;
    yield encoder.encode(part);
    part = '';
  }
  if (part !== '') yield encoder.encode(part);
}
