// One handler for each call of the table: the compiler demands that none is missing and that types agree.
import type { CallName, CallOutput, ParsedInput } from '../shared/contract/calls.ts';
import { backupHandlers } from './handlers-backups.ts';
import { askFirst } from './confirming/ask-first.ts';
import { bankHandlers } from './handlers-bank.ts';
import { accountantFileHandlers } from './handlers-accountant-files.ts';
import { accountHandlers } from './handlers-accounts.ts';
import { booksHandlers } from './handlers-books.ts';
import { catalogueHandlers } from './handlers-catalogue.ts';
import { chargingHandlers } from './handlers-charging.ts';
import { disputeHandlers } from './handlers-disputes.ts';
import { correctionHandlers } from './handlers-corrections.ts';
import { eventHandlers } from './handlers-events.ts';
import { fileHandlers } from './handlers-files.ts';
import { ledgerHandlers } from './handlers-ledger.ts';
import { lockHandlers } from './handlers-locking.ts';
import { packHandlers } from './handlers-pack.ts';
import { payoutHandlers } from './handlers-payouts.ts';
import { periodHandlers } from './handlers-periods.ts';
import { practiceHandlers } from './handlers-practice.ts';
import { recurringHandlers } from './handlers-recurring.ts';
import { reportHandlers } from './handlers-reports.ts';
import { salesHandlers } from './handlers-sales.ts';
import { sessionHandlers } from './handlers-session.ts';
import type { HandlerDependencies } from './handlers-context.ts';

export type Handlers = {
  readonly [Name in CallName]: (input: ParsedInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const handlers: Handlers = {
    ...sessionHandlers(dependencies),
    ...salesHandlers(dependencies),
    ...booksHandlers(dependencies),
    ...catalogueHandlers(dependencies),
    ...fileHandlers(dependencies),
    ...chargingHandlers(dependencies),
    ...correctionHandlers(dependencies),
    ...payoutHandlers(dependencies),
    ...disputeHandlers(dependencies),
    ...eventHandlers(dependencies),
    ...practiceHandlers(dependencies),
    ...recurringHandlers(dependencies),
    ...ledgerHandlers(dependencies),
    ...bankHandlers(dependencies),
    ...accountHandlers(dependencies),
    ...accountantFileHandlers(dependencies),
    ...packHandlers(dependencies),
    ...reportHandlers(dependencies),
    ...periodHandlers(dependencies),
    ...backupHandlers(dependencies),
    ...lockHandlers(dependencies),
  };
  return askFirst(handlers, dependencies);
}
