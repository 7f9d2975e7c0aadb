// Whether the bank's words name a person or a business. Pure.

/** Banks leave them out, or write them in another way. */
const LEGAL_FORMS = new Set(
  'ab ag as bv co corp eg ek ev gbr gmbh inc kg kgaa limited llc llp ltd mbh nv ohg oy plc sa sarl sas sl spa srl ug'.split(
    ' ',
  ),
);

/** A single word shorter than this is found by chance. */
const SHORTEST = 4;

/** The name's words, as banks keep them of any writing: without marks, umlauts in either way, and legal forms. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([aou])e/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Tells of each text whether every word of one of the names is in it, in whatever order; e-mail addresses count as names. */
export function namesAnyOf(names: readonly string[]): (text: string) => boolean {
  const wanted = names
    .map((name) => wordsOf(name).filter((word) => !LEGAL_FORMS.has(word)))
    .filter((words) => words.length > 1 || (words[0]?.length ?? 0) >= SHORTEST);
  return (text) => {
    if (wanted.length === 0) return false;
    const said = new Set(wordsOf(text));
    return wanted.some((words) => words.every((word) => said.has(word)));
  };
}
