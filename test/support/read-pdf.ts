// Reads back what our own PDFs say: enough of the format to see their text, pages and structure without another program.
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  /** The text of each page: pieces in the order they were set, a line feed between them. */
  readonly pages: readonly string[];
  /** Every object outside the streams, as the file has it. */
  readonly structure: string;
  /** The uncompressed metadata packet. */
  readonly metadata: string;
}

type Objects = ReadonlyMap<string, string>;

/** Understands files as our typesetter writes them: plain objects, streams as they are or deflated, fonts with a map to Unicode. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects: Objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b(?!s)/.test(object));
  return {
    pages: pages.map((page) => pageText(page, objects)),
    structure: [...objects.values()].map((object) => object.split('stream\n')[0] ?? '').join('\n'),
    metadata: Buffer.from(/<\?xpacket[\s\S]*xpacket end[^>]*>/.exec(file)?.[0] ?? '', 'latin1').toString(
      'utf8',
    ),
  };
}

function pageText(page: string, objects: Objects): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map((match) => [
      match[1] ?? '',
      characterMap(objects.get(match[2] ?? '') ?? '', objects),
    ]),
  );
  const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '');
  return shownText(content, fonts).join('\n');
}

/** What is drawn, decoded by its font; where the file itself says what a piece reads as, that instead. */
function shownText(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly string[] {
  const pieces: string[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  let bytes = '';
  let replaced: 'no' | 'named next' | 'yes' = 'no';
  for (const token of tokens(content)) {
    if (token.kind === 'string' && replaced === 'named next') {
      pieces.push(textString(token.bytes));
      replaced = 'yes';
    } else if (token.kind === 'string') bytes += token.bytes;
    else if (token.text === 'ActualText') replaced = 'named next';
    else if (token.text === 'EMC') replaced = 'no';
    else if (token.text.startsWith('T')) {
      if (replaced === 'no') pieces.push(decode(bytes, font));
      bytes = '';
    } else font = fonts.get(token.text) ?? font;
  }
  return pieces;
}

function decode(bytes: string, font: ReadonlyMap<string, string>): string {
  return (bytes.match(/[\s\S]{2}/g) ?? []).map((glyph) => font.get(glyph) ?? '').join('');
}

function textString(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  return bytes.startsWith('\u00FE\u00FF') ? raw.subarray(2).swap16().toString('utf16le') : bytes;
}

type Token =
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'word'; readonly text: string };

/** The strings of a content stream, and the words that show them or choose their font. */
function* tokens(content: string): Generator<Token> {
  const next = /\(|<([0-9a-fA-F]*)>|\bT[jJ]\b|\bEMC\b|\/(f\d+|ActualText)\b/g;
  for (let match = next.exec(content); match !== null; match = next.exec(content)) {
    if (match[0] === '(') {
      const literal = literalAt(content, next.lastIndex);
      next.lastIndex = literal.end;
      yield { kind: 'string', bytes: literal.bytes };
    } else if (match[1] !== undefined)
      yield { kind: 'string', bytes: Buffer.from(match[1], 'hex').toString('latin1') };
    else yield { kind: 'word', text: match[2] ?? match[0] };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string in parentheses, which may hold balanced ones; `start` is behind the first. */
function literalAt(content: string, start: number): { readonly bytes: string; readonly end: number } {
  let bytes = '';
  let depth = 1;
  let at = start;
  for (; depth > 0 && at < content.length; at += 1) {
    const letter = content.charAt(at);
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      bytes +=
        octal === undefined
          ? (ESCAPES[content.charAt(at + 1)] ?? content.charAt(at + 1))
          : String.fromCharCode(Number.parseInt(octal, 8));
      at += octal?.length ?? 1;
    } else {
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      if (depth > 0) bytes += letter;
    }
  }
  return { bytes, end: at };
}

function characterMap(font: string, objects: Objects): ReadonlyMap<string, string> {
  const map = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '') ?? '');
  return new Map(
    [...map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)].map((match) => [
      Buffer.from(match[1] ?? '', 'hex').toString('latin1'),
      Buffer.from(match[2] ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    ]),
  );
}

function streamOf(object: string): string {
  const start = object.indexOf('stream\n');
  if (start < 0) return '';
  const body = object.slice(start + 'stream\n'.length, object.lastIndexOf('\nendstream'));
  const deflated = object.slice(0, start).includes('/FlateDecode');
  return deflated ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body;
}
