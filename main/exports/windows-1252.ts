// Text in Windows-1252, for programs that read nothing else.

/** The characters of 0x80 to 0x9f, in their order; a space where there is none. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const codes: ReadonlyMap<string, number> = new Map(
  Array.from(UPPER, (character, index): [string, number] => [character, 0x80 + index]).filter(
    ([c]) => c !== ' ',
  ),
);

/** A letter that there is not is written without its accents, anything else as a question mark. */
export function windows1252(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.normalize('NFC')) bytes.push(...bytesOf(character));
  return Uint8Array.from(bytes);
}

function bytesOf(character: string): readonly number[] {
  const own = byteOf(character);
  if (own !== undefined) return [own];
  const plain = Array.from(character.normalize('NFKD'), byteOf).filter((byte) => byte !== undefined);
  return plain.length === 0 ? [0x3f] : plain;
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : codes.get(character);
}
