// Makes any text fit to be set on paper: drops what cannot be printed and lets very long words break.

/** Controls except the line feed; and the two marks that force a direction upon what follows, with which a figure can be made to read backwards. */
const UNPRINTABLE = /(?!\n)\p{Cc}|[\u202D\u202E\uFEFF\uFFFE\uFFFF]/gu;

/** The text without what cannot be printed, on one line. */
export function plainText(text: string): string {
  return clean(text).replaceAll('\n', ' ');
}

function clean(text: string): string {
  const lines = text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\t', ' ');
  return lines.replace(UNPRINTABLE, '');
}

const LONG_WORD = /[^\s\u200B]{22,}/g;
const SOFT_PLACES = /([@./_\-?&=,;:+|\\])(?=[^\s@./_\-?&=,;:+|\\])/g;
/** Scripts that are written without spaces and break by rules of their own. */
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * The text as the typesetter gets it. Words of 22 or more characters may break after punctuation, and, where none helps, after every twelfth
 * character: by invisible marks, so that nothing is added that a reader could see.
 */
export function printable(text: string): string {
  return clean(text).replace(LONG_WORD, breakable);
}

function breakable(word: string): string {
  const parts = word.replace(SOFT_PLACES, `$1${ZERO_WIDTH_SPACE}`).split(ZERO_WIDTH_SPACE);
  return parts.map(breakPart).join(ZERO_WIDTH_SPACE);
}

function breakPart(part: string): string {
  if (part.length < 25 || BREAKS_ANYWHERE.test(part)) return part;
  const clusters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(part)].map(
    (s) => s.segment,
  );
  const pieces = clusters.flatMap((cluster, index) =>
    index > 0 && index % 12 === 0 ? [ZERO_WIDTH_SPACE, cluster] : [cluster],
  );
  return pieces.join('');
}

/** `printable`, cut at line ends; without empty lines at either end. */
export function printableLines(text: string): readonly string[] {
  return printable(text).trim().split('\n');
}

/** A figure, which gets no places to break at: a reader must not take the half of an amount for the whole. Very long ones are treated as text. */
export function printableFigure(text: string): string {
  if (text.length > 32) return printable(text);
  return clean(text).replace(/\s+/gu, '\u00A0');
}
