// The text of a bank file, whose encoding is rarely said and sometimes said wrongly.
import { badFile } from './bad-file.ts';

export interface DecodedText {
  readonly text: string;
  /** The name of the encoding, as the WHATWG standard has it. */
  readonly encoding: string;
}

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Other kinds of files that are chosen by mistake, by their first bytes. */
const OTHERS = [
  { name: 'a PDF', start: '%PDF' },
  { name: 'a workbook or an archive', start: 'PK\u0003\u0004' },
  { name: 'an old Excel workbook', start: '\u00d0\u00cf\u0011\u00e0' },
] as const;

/**
 * By its mark, else by what it can be: text that is whole UTF-8 is UTF-8, whatever the file says of itself; else what an XML
 * declaration names; else Windows-1252, of which ISO 8859-1 is a part.
 */
export function decodeBankFile(bytes: Uint8Array): DecodedText {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const other = OTHERS.find((kind) => start.startsWith(kind.start));
  if (other) throw badFile(`This is ${other.name}. Ask your bank for CSV, OFX or CAMT.053.`);
  const encoding = marked(bytes) ?? unmarkedUtf16(bytes);
  const decoded = encoding === null ? guessed(bytes, start) : decode(bytes, encoding);
  if (decoded === null || decoded.text.includes('\0'))
    throw badFile('This is not a text file, so it is no bank statement that can be read here.');
  if (decoded.text.trim() === '') throw badFile('The file is empty.');
  return decoded;
}

function marked(bytes: Uint8Array): string | null {
  return MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding ?? null;
}

/** Every second byte of plain text in UTF-16 is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null;
}

function guessed(bytes: Uint8Array, start: string): DecodedText | null {
  const declared = /^<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]{1,40})["']/.exec(start)?.[1];
  return (
    decode(bytes, 'utf-8') ??
    (declared === undefined ? null : decode(bytes, declared)) ??
    decode(bytes, 'windows-1252')
  );
}

/** Null when the bytes are not of this encoding, or nobody knows it. */
function decode(bytes: Uint8Array, label: string): DecodedText | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    // Both an unknown name and a byte that does not fit mean that it is another one.
    return null;
  }
}
