// What accounts are called in plain-text accounting: by the bookkeeper's names, made safe for the format, and no two alike.
import type { AccountType } from '../../shared/domain/books/accounts.ts';
import type { Chart, NamedAccount } from '../books/chart.ts';
import { safePayee } from './plain-text.ts';

export interface PlainNames {
  /** The whole account, below the root of its type. */
  of(account: number): string;
  /** As the bookkeeper numbers it. */
  numberOf(account: number): string;
}

interface NameRules {
  readonly roots: Readonly<Record<AccountType, string>>;
  /** One part of a name. */
  readonly write: (name: string) => string;
  /** Between the name and the number that tells two names apart. */
  readonly separator: ' ' | '-';
}

/** hledger.org/hledger.html#account-names: a colon divides, two spaces end. */
const HLEDGER: NameRules = {
  roots: {
    asset: 'assets',
    liability: 'liabilities',
    equity: 'equity',
    income: 'income',
    expense: 'expenses',
  },
  write: (name) => safePayee(name.replaceAll(':', ' ')),
  separator: ' ',
};

/**
 * Each part begins with a capital letter or a digit and has letters, digits and hyphens only; scripts without capitals are led by
 * the account's number (beancount.core.account, ACC_COMP_NAME_RE).
 */
const BEANCOUNT: NameRules = {
  roots: {
    asset: 'Assets',
    liability: 'Liabilities',
    equity: 'Equity',
    income: 'Income',
    expense: 'Expenses',
  },
  write: beancountPart,
  separator: '-',
};

export const hledgerNames = (chart: Chart): PlainNames => namesOf(chart, HLEDGER);
export const beancountNames = (chart: Chart): PlainNames => namesOf(chart, BEANCOUNT);

/** Empty where the text has nothing that can be kept. */
export function beancountPart(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // A letter whose capital is two letters stays one word: ß becomes SS.
  return plain.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

function namesOf(chart: Chart, rules: NameRules): PlainNames {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  const name = (account: NamedAccount): string => {
    const known = names.get(account.account);
    if (known !== undefined) return known;
    const written = nameOf(account, rules);
    const isTaken = taken.has(written.toLowerCase());
    const given = isTaken ? `${written}${rules.separator}${account.account}` : written;
    taken.add(given.toLowerCase());
    names.set(account.account, given);
    return given;
  };
  for (const account of chart.all) name(account);
  return { of: (account) => name(chart.of(account)), numberOf: (account) => chart.of(account).number };
}

function nameOf({ account, name, type }: NamedAccount, { roots, write, separator }: NameRules): string {
  const written = write(name);
  const starts = separator === ' ' || /^[\p{Lu}\p{Nd}]/u.test(written);
  return `${roots[type]}:${starts ? written : [account, written].filter((part) => part !== '').join('-')}`;
}
