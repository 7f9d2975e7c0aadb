// The journal for hledger and ledger, which read the same file: hledger.org/hledger.html#journal.
import { type AccountInfo, accountOf, type AccountType } from '../../shared/domain/books/accounts.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import type { PlainItem } from './plain-entries.ts';
import { plainAmount, safePayee } from './plain-text.ts';

const ROOTS: Readonly<Record<AccountType, string>> = {
  asset: 'assets',
  liability: 'liabilities',
  equity: 'equity',
  income: 'income',
  expense: 'expenses',
};

/** Text in portions; every account, commodity and payee is declared before its first use. */
export function* hledgerJournal(items: Iterable<PlainItem>): Generator<string> {
  yield '; Amounts are exact. Debits are positive.\n\npayee Balances\n';
  const declared = new Set<string>();
  const declare = function* (line: string): Generator<string> {
    if (declared.has(line)) return;
    declared.add(line);
    yield `${line}\n`;
  };
  for (const item of items) {
    if (item.kind === 'balances') {
      yield balances(item);
      continue;
    }
    yield* declare(`payee ${safePayee(item.payee)}`);
    for (const { account, sub, currency } of item.postings) {
      yield* declare(`account ${path(account, sub)}`);
      yield* declare(commodity(currency));
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
  const number = code === null ? '' : ` (${code.replace(/[^A-Za-z0-9 ._/-]/g, ' ')})`;
  const lines = postings.map(
    ({ account, sub, currency, amount }) =>
      `    ${path(account, sub)}  ${plainAmount(amount, currency)} ${currency.toUpperCase()}\n`,
  );
  const since = happened === null ? '' : `    ; happened: ${happened}\n`;
  return `${day} *${number} ${safePayee(payee)}\n    ; ${cause}\n${since}${lines.join('')}\n`;
}

/** Only of accounts without parts: one file for two programs, of which one knows no assertion of a whole. */
function balances({ day, balances: all }: Extract<PlainItem, { kind: 'balances' }>): string {
  const lines = all
    .filter(({ account }) => accountOf(account)?.sub === 'none')
    .map(({ account, currency, amount }) => {
      const code = currency.toUpperCase();
      return `    ${path(account, '')}  ${plainAmount(0, currency)} ${code} = ${plainAmount(amount, currency)} ${code}\n`;
    });
  return lines.length === 0 ? '' : `${day} * Balances\n${lines.join('')}\n`;
}

function commodity(currency: string): string {
  const digits = minorDigits(currency);
  const code = currency.toUpperCase();
  return `commodity ${code}\n    format 1,000.${'0'.repeat(digits)} ${code}`;
}

/** Ids have no character that means anything in an account's name. */
function path(number: number, sub: string): string {
  const info: AccountInfo | undefined = accountOf(number);
  const name = info ? `${ROOTS[info.type]}:${info.name}` : `equity:Account ${number}`;
  const part = sub.replace(/[^A-Za-z0-9_.-]/g, '-');
  return part === '' ? name : `${name}:${part}`;
}
