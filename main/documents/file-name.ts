// Names for exported files that every system accepts and no text of a customer can bend: letters, digits, dot, hyphen and underscore only.

/** Letters that do not come apart into a base letter and a mark. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/** Names that Windows gives to devices, whatever extension follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

const LONGEST = 80;

/**
 * One file name of at most 80 characters from words such as "Invoice", "NL-2026-0042", "Müller & Söhne".
 * Words of which nothing can be kept are left out; with nothing left, the name is "document". `extension` is without its dot.
 */
export function safeFileName(
  words: readonly string[],
  extension: 'pdf' | 'zip' | 'csv' | 'xlsx' | 'json' | 'journal' | 'beancount',
): string {
  const stem = words
    .map(plain)
    .filter((word) => word !== '')
    .join('-');
  const short = trimmed(stem.slice(0, LONGEST - extension.length - 1));
  const usable =
    short === ''
      ? 'document'
      : DEVICE.test(short)
        ? `_${short}`.slice(0, LONGEST - extension.length - 1)
        : short;
  return `${usable}.${extension}`;
}

function plain(word: string): string {
  const spelled = word.replace(/[^\p{ASCII}]/gu, (letter) => SPELLED[letter] ?? letter);
  const ascii = spelled.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return trimmed(
    ascii
      .replace(/['’]/g, '')
      .replace(/[^A-Za-z0-9._]+/g, '-')
      .replace(/\.{2,}/g, '.'),
  );
}

/** Without dots and hyphens at the ends: they hide a file, look like an option, or are dropped by Windows. */
function trimmed(name: string): string {
  return name.replace(/^[.-]+|[.-]+$/g, '');
}

/** Answers each name as it is or, when it was given before, with a number: also where only upper and lower case differ. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    const stem = dot > 0 ? name.slice(0, dot) : name;
    const extension = dot > 0 ? name.slice(dot) : '';
    let candidate = name;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = `${stem.slice(0, LONGEST - extension.length - String(count).length - 1)}-${count}${extension}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}
