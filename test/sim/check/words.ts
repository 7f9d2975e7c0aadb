// I10: no key and nothing of a person in any line of the log.

const CANARIES = [/sk_test/, /zedernholz/i, /canary/i, /kanarienweg/i, /@/, /Forget Me/, /whsec/];

export function spilledWords(lines: readonly string[]): readonly string[] {
  const found = lines.find((line) => CANARIES.some((canary) => canary.test(line)));
  return found === undefined ? [] : [`I10: the log says ${found}`];
}
