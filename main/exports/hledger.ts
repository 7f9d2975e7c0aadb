// The journal for hledger and ledger, which read the same file: hledger.org/hledger.html#journal.
import { minorDigits } from '../../shared/domain/money.ts';
import type { PlainItem } from './plain-entries.ts';
import type { PlainNames } from './plain-names.ts';
import { plainAmount, safePayee } from './plain-text.ts';
import type { ProofStatement } from './proof-statement.ts';
import type { Balance } from './running-balances.ts';

/** Payees and parts that are remembered: of a large journal all would fill the memory, as every payment is a part of an account. */
const REMEMBERED = 10_000;

/**
 * Text in portions; every account, commodity and payee is declared before its first use. Payees and parts of accounts are declared again
 * where that is more than `remembered` of them ago, which both programs allow.
 */
export function* hledgerJournal(
  items: Iterable<PlainItem>,
  names: PlainNames,
  proof: ProofStatement,
  remembered: number = REMEMBERED,
): Generator<string> {
  yield '; Amounts are exact. Debits are positive.\n';
  for (const words of proof.words) yield `; ${words}\n`;
  yield '\npayee Balances\n';
  const declared = new Set<string>();
  const lately = new Set<string>();
  const declare = function* (known: Set<string>, line: string, more = ''): Generator<string> {
    if (known.has(line)) return;
    if (known === lately && lately.size >= remembered) lately.clear();
    known.add(line);
    yield `${line}\n${more}`;
  };
  let last = '';
  for (const item of items) {
    last = item.day;
    if (item.kind === 'balances') {
      yield assertions(item.day, 'Balances', item.parts, names);
      continue;
    }
    yield* declare(lately, `payee ${safePayee(item.payee)}`);
    for (const { account, sub, currency } of item.postings) {
      const known = sub === '' ? declared : lately;
      const number = `    ; number: ${names.numberOf(account)}\n`;
      yield* declare(known, `account ${path(names, account, sub)}`, number);
      yield* declare(declared, commodity(currency));
    }
    yield entry(item, names);
  }
  const whole = proof.stated.filter(
    ({ account, currency }) =>
      // Only of accounts without parts: one file for two programs, of which one knows no assertion of a whole.
      declared.has(`account ${names.of(account)}`) && declared.has(commodity(currency)),
  );
  if (whole.length > 0) yield `payee What Stripe says\n${assertions(last, 'What Stripe says', whole, names)}`;
}

function entry(
  { day, payee, code, cause, happened, postings }: Extract<PlainItem, { kind: 'entry' }>,
  names: PlainNames,
): string {
  const number = code === null ? '' : ` (${code.replace(/[^A-Za-z0-9 ._/-]/g, ' ')})`;
  const lines = postings.map(
    ({ account, sub, currency, amount }) =>
      `    ${path(names, account, sub)}  ${plainAmount(amount, currency)} ${currency.toUpperCase()}\n`,
  );
  const since = happened === null ? '' : `    ; happened: ${happened}\n`;
  return `${day} *${number} ${safePayee(payee)}\n    ; ${cause}\n${since}${lines.join('')}\n`;
}

/** Of each account or part by itself, without what is below it. */
function assertions(day: string, payee: string, balances: readonly Balance[], names: PlainNames): string {
  const lines = balances.map(({ account, sub, currency, amount }) => {
    const code = currency.toUpperCase();
    return `    ${path(names, account, sub)}  ${plainAmount(0, currency)} ${code} = ${plainAmount(amount, currency)} ${code}\n`;
  });
  return lines.length === 0 ? '' : `${day} * ${payee}\n${lines.join('')}\n`;
}

function commodity(currency: string): string {
  const digits = minorDigits(currency);
  const code = currency.toUpperCase();
  return `commodity ${code}\n    format 1,000.${'0'.repeat(digits)} ${code}`;
}

/** Ids have no character that means anything in an account's name. */
function path(names: PlainNames, account: number, sub: string): string {
  const part = sub.replace(/[^A-Za-z0-9_.-]/g, '-');
  return part === '' ? names.of(account) : `${names.of(account)}:${part}`;
}
