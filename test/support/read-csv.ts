// Reads CSV by the rules of RFC 4180, so that tests compare what a reader gets and not how it was written.

/** Throws where a quoted field does not end, or something follows it. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  for (let at = text.startsWith('\u{feff}') ? 1 : 0; ;) {
    field.lastIndex = at;
    const found = field.exec(text);
    if (!found) throw new Error(`no field at ${at}`);
    lines.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at = field.lastIndex;
    if (at === text.length) return lines;
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at === text.length) return lines;
      lines.push([]);
    } else throw new Error(`something follows a field at ${at}`);
  }
}
