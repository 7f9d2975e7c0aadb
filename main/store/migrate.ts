// Brings a database to the newest schema: numbered steps, each whole or not at all.
import type Database from 'better-sqlite3';
import { assert } from '../../shared/domain/assert.ts';
import { isWellReferenced, isWhollySound } from './integrity.ts';
import { first } from './migrations/0001-first.ts';
import { reminders } from './migrations/0002-reminders.ts';
import { money } from './migrations/0003-money.ts';
import { catalogue } from './migrations/0004-catalogue.ts';
import { recurring } from './migrations/0005-recurring.ts';
import { events } from './migrations/0006-events.ts';
import { recurringRows } from './migrations/0007-recurring-rows.ts';
import { disputes } from './migrations/0008-disputes.ts';
import { coupons } from './migrations/0009-coupons.ts';
import { corrections } from './migrations/0010-corrections.ts';
import { books } from './migrations/0011-books.ts';
import { recurringFacts } from './migrations/0012-recurring-facts.ts';
import { erasure } from './migrations/0013-erasure.ts';
import { closings } from './migrations/0014-closings.ts';
import { beginnings } from './migrations/0015-beginnings.ts';
import { revisions } from './migrations/0016-revisions.ts';
import { customerBalance } from './migrations/0017-customer-balance.ts';
import { sales } from './migrations/0018-sales.ts';
import { walks } from './migrations/0019-walks.ts';
import { bank } from './migrations/0020-bank.ts';
import { accountSettings } from './migrations/0021-account-settings.ts';
import { voidBalance } from './migrations/0022-void-balance.ts';
import { bankPortions } from './migrations/0023-bank-portions.ts';
import { compellingEvidence } from './migrations/0024-compelling-evidence.ts';
import { itemAccounts } from './migrations/0025-item-accounts.ts';
import { postingChecks } from './migrations/0026-posting-checks.ts';

export interface Migration {
  /** Rises by one; kept in `user_version`. */
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: reminders },
  { version: 3, sql: money },
  { version: 4, sql: catalogue },
  { version: 5, sql: recurring },
  { version: 6, sql: events },
  { version: 7, sql: recurringRows },
  { version: 8, sql: disputes },
  { version: 9, sql: coupons },
  { version: 10, sql: corrections },
  { version: 11, sql: books },
  { version: 12, sql: recurringFacts },
  { version: 13, sql: erasure },
  { version: 14, sql: closings },
  { version: 15, sql: beginnings },
  { version: 16, sql: revisions },
  { version: 17, sql: customerBalance },
  { version: 18, sql: sales },
  { version: 19, sql: walks },
  { version: 20, sql: bank },
  { version: 21, sql: accountSettings },
  { version: 22, sql: voidBalance },
  { version: 23, sql: bankPortions },
  { version: 24, sql: compellingEvidence },
  { version: 25, sql: itemAccounts },
  { version: 26, sql: postingChecks },
];

export function newestVersion(steps: readonly Migration[] = migrations): number {
  return steps.at(-1)?.version ?? 0;
}

/**
 * Runs what is missing. A step that fails leaves the database as the step before left it, and throws. The whole file is checked in the
 * last step alone: of large books a check takes seconds, most of an update, while nothing can be done with them.
 */
export function migrate(
  connection: Database.Database,
  from: number,
  steps: readonly Migration[] = migrations,
): void {
  for (const step of steps) {
    const isSound = step === steps.at(-1) ? isWhollySound : isWellReferenced;
    if (step.version > from) runStep(connection, step, isSound);
  }
}

function runStep(
  connection: Database.Database,
  step: Migration,
  isSound: (connection: Database.Database) => boolean,
): void {
  connection
    .transaction(() => {
      connection.exec(step.sql);
      connection.pragma(`user_version = ${step.version}`);
      assert(isSound(connection), `Migration ${step.version} must leave a sound database`);
    })
    .exclusive();
}
