// The accounts as the bookkeeper calls them, and what they are in the accountant's programs.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import {
  type AccountSetting,
  type Coded,
  type Codes,
  codesProblem,
  settingProblem,
} from '../../shared/domain/books/account-settings.ts';
import { type AccountInfo, accountOf, CHART, isOpenedRevenue } from '../../shared/domain/books/accounts.ts';
import type { Posting } from '../../shared/domain/books/entry.ts';
import { invalidInput, notFound } from '../refusal.ts';
import { accountSettings, postedTaxRates, saveAccountSetting } from '../store/account-settings.ts';
import { itemsOfAccounts } from '../store/item-accounts.ts';
import { once } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { rateNames } from '../store/reports/names.ts';

export interface NamedAccount extends AccountSetting {
  readonly account: number;
  readonly type: AccountInfo['type'];
}

export interface Chart {
  readonly all: readonly NamedAccount[];
  /** A number that is in no chart of ours is named by itself. */
  of(account: number): NamedAccount;
  /** What an account, or the part of it for a tax rate, is in a program: its own code, that of the whole, or else our number or name. */
  codeOf(program: Coded, account: number, part: string): string;
  /** Every code that entries can have in a program. */
  codes(program: Coded): readonly string[];
  /** Tax rates for which revenue has a code of its own in a program. */
  hasRevenueCodes(program: Coded): boolean;
}

const NO_CODES: Codes = { datev: '', quickbooks: '', xero: '' };
/** Accounts that have a code for each tax rate. */
const BY_RATE: readonly number[] = [CHART.revenue.number, CHART.taxPayable.number];

export function readChart(db: Db): Chart {
  const saved = new Map(accountSettings(db).map((row) => [`${row.account} ${row.part}`, row]));
  const named = ({ number, name, type }: Pick<AccountInfo, 'number' | 'name' | 'type'>): NamedAccount => {
    const own = saved.get(`${number} `);
    return {
      account: number,
      type,
      name: own?.name || name,
      number: own?.number || String(number),
      codes: own ?? NO_CODES,
    };
  };
  const opened = [...saved.values()].flatMap(({ account, part }) =>
    part === '' && isOpenedRevenue(account) ? (accountOf(account) ?? []) : [],
  );
  const all = [...Object.values(CHART), ...opened].toSorted((a, b) => a.number - b.number).map(named);
  const of = (account: number): NamedAccount =>
    all.find((one) => one.account === account) ??
    named({ number: account, name: `Account ${account}`, type: 'equity' });
  const codeOf = (program: Coded, account: number, part: string): string => {
    const whole = of(account);
    const code = (part !== '' && saved.get(`${account} ${part}`)?.[program]) || whole.codes[program];
    return code || (program === 'quickbooks' ? whole.name : whole.number);
  };
  return {
    all,
    of,
    codeOf,
    codes: (program) => [
      ...all.map(({ account }) => codeOf(program, account, '')),
      ...[...saved.values()].map(({ account, part }) => codeOf(program, account, part)),
    ],
    hasRevenueCodes: (program) =>
      [...saved.values()].some(
        (row) => row.account === CHART.revenue.number && row.part !== '' && row[program] !== '',
      ),
  };
}

export function listAccounts(db: Db): CallOutput<'books.accounts'> {
  const items = itemsOfAccounts(db);
  const saved = new Map(accountSettings(db).map((row) => [`${row.account} ${row.part}`, row]));
  const rates = namedRates(db);
  return {
    rows: readChart(db).all.flatMap(({ account, name, number, type, codes }) => {
      const { datev, quickbooks, xero } = codes;
      const standard = isOpenedRevenue(account) ? null : (accountOf(account)?.name ?? null);
      const whole = {
        account,
        part: '',
        partName: null,
        name,
        standard,
        number,
        type,
        items: items.get(account) ?? 0,
        codes: { datev, quickbooks, xero },
      };
      const parts = (BY_RATE.includes(account) ? rates : []).map((rate) => {
        const own = saved.get(`${account} ${rate.id}`) ?? NO_CODES;
        const ownCodes = { datev: own.datev, quickbooks: own.quickbooks, xero: own.xero };
        return { ...whole, part: rate.id, partName: rate.name, codes: ownCodes };
      });
      return [whole, ...parts];
    }),
  };
}

/** What a tax rate at Stripe is called, by its id; one that is not known by the id itself. */
function rateNamer(db: Db): (id: string) => string {
  const names = rateNames(db);
  return (id) => {
    const known = names.get(id);
    if (!known) return id;
    const { name, percentage, detail } = known;
    return `${name} ${percentage} %${detail === '' ? '' : `, ${detail}`}`;
  };
}

/** For postings to accounts whose sub-ledger is a tax rate: what that is called; null for every other. */
export function partNamer(db: Db): (posting: Pick<Posting, 'account' | 'sub'>) => string | null {
  const nameOf = rateNamer(db);
  return ({ account, sub }) => (account === CHART.taxPayable.number && sub !== '' ? nameOf(sub) : null);
}

/** Tax rates that have been posted, as they are called now. */
function namedRates(db: Db): readonly { readonly id: string; readonly name: string }[] {
  const nameOf = rateNamer(db);
  return postedTaxRates(db, CHART.taxPayable.number)
    .map((id) => ({ id, name: nameOf(id) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

export function saveAccount(
  { db, now }: { readonly db: Db; readonly now: () => number },
  { commandId, account, part, name, number, codes }: ParsedInput<'books.saveAccount'>,
): CallOutput<'books.saveAccount'> {
  return once(db, commandId, 'books.saveAccount', now(), () => {
    const standard = accountOf(account);
    const { all } = readChart(db);
    const isKnown = all.some((one) => one.account === account);
    if (!standard || !isKnown || (part !== '' && !BY_RATE.includes(account))) throw notFound('account');
    const setting = { name: name.trim(), number: number.trim(), codes };
    const others = all.filter((one) => one.account !== account);
    const problem = part === '' ? settingProblem(setting, others) : codesProblem(codes);
    if (problem) throw invalidInput(problem.path, problem.message);
    const isStandard = { name: setting.name === standard.name, number: setting.number === String(account) };
    saveAccountSetting(db, {
      account,
      part,
      name: part !== '' || isStandard.name ? '' : setting.name,
      number: part !== '' || isStandard.number ? '' : setting.number,
      ...codes,
    });
    return {};
  });
}
