// The journal for beancount: beancount.github.io/docs/beancount_language_syntax.html.
import { accountOf, type AccountType } from '../../shared/domain/books/accounts.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { PlainItem } from './plain-entries.ts';
import { plainAmount, safePayee } from './plain-text.ts';

const ROOTS: Readonly<Record<AccountType, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
};

/** Text in portions; every account is opened on the day of its first use. Not the smallest unit may be left over. */
export function* beancountJournal(items: Iterable<PlainItem>): Generator<string> {
  yield 'option "title" "Quittance"\noption "inferred_tolerance_multiplier" "0"\n\n';
  const opened = new Set<string>();
  const open = function* (day: string, account: string): Generator<string> {
    if (opened.has(account)) return;
    opened.add(account);
    yield `${day} open ${account}\n`;
  };
  for (const item of items) {
    if (item.kind === 'balances') {
      yield balances(item);
      continue;
    }
    for (const { account, sub } of item.postings) {
      // The whole, too: its balance is asserted.
      yield* open(item.day, path(account, ''));
      yield* open(item.day, path(account, sub));
    }
    yield entry(item);
  }
}

function entry({
  day,
  payee,
  code,
  cause,
  happened,
  postings,
}: Extract<PlainItem, { kind: 'entry' }>): string {
  const number = code === null ? '' : safePayee(code);
  const lines = postings.map(
    ({ account, sub, currency, amount }) =>
      `  ${path(account, sub)}  ${plainAmount(amount, currency)} ${currency.toUpperCase()}\n`,
  );
  const since = happened === null ? '' : `  happened: ${happened}\n`;
  return `${day} * "${safePayee(payee)}" "${number}"\n  cause: "${cause}"\n${since}${lines.join('')}\n`;
}

/** Beancount asserts at the beginning of a day. */
function balances({ day, balances: all }: Extract<PlainItem, { kind: 'balances' }>): string {
  const next = addDays(day, 1);
  return all
    .map(
      ({ account, currency, amount }) =>
        `${next} balance ${path(account, '')}  ${plainAmount(amount, currency)} ${currency.toUpperCase()}\n`,
    )
    .join('');
}

/** Each part begins with a capital letter and has letters, digits and hyphens only. */
function path(number: number, sub: string): string {
  const info = accountOf(number);
  const name = info ? `${ROOTS[info.type]}:${component(info.name)}` : `Equity:Account-${number}`;
  return sub === '' ? name : `${name}:${component(sub)}`;
}

function component(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`;
}
