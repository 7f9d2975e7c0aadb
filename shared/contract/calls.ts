// The one table of calls. Handlers, the dispatcher's parsing and the page's client all derive from it.
import type { z } from 'zod';
import { accountantFileCalls } from './accountant-files.ts';
import { accountCalls } from './accounts.ts';
import { activityCalls } from './activity.ts';
import { backupCalls } from './backups.ts';
import { bankCalls } from './bank.ts';
import { catalogueCalls } from './catalogue.ts';
import { chargingCalls } from './charging.ts';
import { correctionCalls } from './corrections.ts';
import { customerCalls } from './customers.ts';
import { disputeCalls } from './disputes.ts';
import { documentCalls } from './documents.ts';
import { draftCalls } from './drafts.ts';
import { goingLiveCalls } from './going-live.ts';
import { invoiceCalls } from './invoices.ts';
import { ledgerCalls } from './ledger.ts';
import { listExportCalls } from './list-exports.ts';
import { lockCalls } from './locking.ts';
import { paymentCalls } from './payments.ts';
import { payoutCalls } from './payouts.ts';
import { periodCalls } from './periods.ts';
import { practiceCalls } from './practice.ts';
import { recurringCalls } from './recurring.ts';
import { reminderCalls } from './reminders.ts';
import { reportCalls } from './reports.ts';
import { eventCalls } from './stripe-events.ts';
import { sessionCalls } from './session.ts';
import { settingsCalls } from './settings.ts';

export const calls = {
  ...sessionCalls,
  ...settingsCalls,
  ...customerCalls,
  ...catalogueCalls,
  ...draftCalls,
  ...invoiceCalls,
  ...paymentCalls,
  ...chargingCalls,
  ...correctionCalls,
  ...payoutCalls,
  ...disputeCalls,
  ...documentCalls,
  ...activityCalls,
  ...eventCalls,
  ...practiceCalls,
  ...goingLiveCalls,
  ...reminderCalls,
  ...recurringCalls,
  ...ledgerCalls,
  ...bankCalls,
  ...accountCalls,
  ...accountantFileCalls,
  ...reportCalls,
  ...listExportCalls,
  ...periodCalls,
  ...backupCalls,
  ...lockCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What a caller may pass (defaults left out). */
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
/** What a handler receives (parsed). */
export type ParsedInput<Name extends CallName> = z.output<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;
export type QueryName = { [Name in CallName]: Calls[Name]['kind'] extends 'query' ? Name : never }[CallName];
export type CommandName = Exclude<CallName, QueryName>;
