// Revenue accounts of the bookkeeper's own, and which items are sold to them.
import type { CallOutput, ParsedInput } from '../../shared/contract/calls.ts';
import { settingProblem } from '../../shared/domain/books/account-settings.ts';
import { CHART, isRevenue, OPENED_REVENUE } from '../../shared/domain/books/accounts.ts';
import { invalidInput, notFound, wrongState } from '../refusal.ts';
import { revenueAccounts, saveAccountSetting } from '../store/account-settings.ts';
import { once } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { addItemAccount, chosenAccount } from '../store/item-accounts.ts';
import { itemById } from '../store/items.ts';
import { endOfJournal } from '../store/journal.ts';
import { readChart } from './chart.ts';

interface AccountContext {
  readonly db: Db;
  /** Unix seconds. */
  readonly now: () => number;
}

export function openAccount(
  { db, now }: AccountContext,
  { commandId, codes, ...texts }: ParsedInput<'books.openAccount'>,
): CallOutput<'books.openAccount'> {
  return once(db, commandId, 'books.openAccount', now(), () => {
    const [name, number] = [texts.name.trim(), texts.number.trim()];
    const problem = settingProblem({ name, number, codes }, readChart(db).all);
    if (problem) throw invalidInput(problem.path, problem.message);
    const account = Math.max(OPENED_REVENUE.first - 1, ...revenueAccounts(db)) + 1;
    if (account > OPENED_REVENUE.last) throw wrongState('full', 'No more revenue accounts can be opened.');
    saveAccountSetting(db, { account, part: '', name, number, ...codes });
    return { account };
  });
}

export function itemAccount(
  db: Db,
  { item }: ParsedInput<'books.itemAccount'>,
): CallOutput<'books.itemAccount'> {
  if (!itemById(db, item)) throw notFound('item');
  return { account: chosenAccount(db, item) ?? CHART.revenue.number };
}

export function setItemAccount(
  { db, now }: AccountContext,
  { commandId, item, account }: ParsedInput<'books.setItemAccount'>,
): CallOutput<'books.setItemAccount'> {
  return once(db, commandId, 'books.setItemAccount', now(), () => {
    if (!itemById(db, item)) throw notFound('item');
    if (!isRevenue(account) || !revenueAccounts(db).includes(account)) throw notFound('account');
    if (account !== (chosenAccount(db, item) ?? CHART.revenue.number))
      addItemAccount(db, { item, account, afterEntry: endOfJournal(db).seq, at: now() });
    return {};
  });
}
