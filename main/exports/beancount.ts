// The journal for beancount: beancount.github.io/docs/beancount_language_syntax.html.
import { addDays } from '../../shared/domain/dates.ts';
import type { PlainItem } from './plain-entries.ts';
import { beancountPart, type PlainNames } from './plain-names.ts';
import { plainAmount, safePayee } from './plain-text.ts';
import type { ProofStatement } from './proof-statement.ts';
import type { Balance } from './running-balances.ts';

/** Text in portions; every account is opened on the day of its first use. Not the smallest unit may be left over. */
export function* beancountJournal(
  items: Iterable<PlainItem>,
  names: PlainNames,
  proof: ProofStatement,
): Generator<string> {
  for (const words of proof.words) yield `; ${words}\n`;
  yield 'option "title" "Quittance"\noption "inferred_tolerance_multiplier" "0"\n\n';
  const opened = new Set<string>();
  const open = function* (day: string, account: string, number: string): Generator<string> {
    if (opened.has(account)) return;
    opened.add(account);
    yield `${day} open ${account}\n  number: "${number}"\n`;
  };
  let last = '';
  for (const item of items) {
    last = item.day;
    if (item.kind === 'balances') {
      yield assertions(item.day, item.wholes, names);
      continue;
    }
    for (const { account, sub } of item.postings) {
      // The whole, too: its balance is asserted.
      yield* open(item.day, names.of(account), names.numberOf(account));
      yield* open(item.day, path(names, account, sub), names.numberOf(account));
    }
    yield entry(item, names);
  }
  const stated = proof.stated.filter(({ account }) => opened.has(names.of(account)));
  if (stated.length > 0) yield `; What Stripe says\n${assertions(last, stated, names)}`;
}

function entry(
  { day, payee, code, cause, happened, postings }: Extract<PlainItem, { kind: 'entry' }>,
  names: PlainNames,
): string {
  const number = code === null ? '' : safePayee(code);
  const lines = postings.map(
    ({ account, sub, currency, amount }) =>
      `  ${path(names, account, sub)}  ${plainAmount(amount, currency)} ${currency.toUpperCase()}\n`,
  );
  const since = happened === null ? '' : `  happened: ${happened}\n`;
  return `${day} * "${safePayee(payee)}" "${number}"\n  cause: "${cause}"\n${since}${lines.join('')}\n`;
}

/** Of whole accounts. Beancount asserts at the beginning of a day. */
function assertions(day: string, balances: readonly Balance[], names: PlainNames): string {
  const next = addDays(day, 1);
  return balances
    .map(
      ({ account, currency, amount }) =>
        `${next} balance ${names.of(account)}  ${plainAmount(amount, currency)} ${currency.toUpperCase()}\n`,
    )
    .join('');
}

function path(names: PlainNames, account: number, sub: string): string {
  const part = beancountPart(sub);
  if (part === '') return names.of(account);
  // A part may begin with any letter here, and with none that has no capital there.
  return `${names.of(account)}:${/^[\p{Lu}\p{Nd}]/u.test(part) ? part : `X-${part}`}`;
}
