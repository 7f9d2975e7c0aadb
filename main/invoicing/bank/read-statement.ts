// A bank file as it comes from the page, read into statements, and which of their lines are new.
import { CsvMapping as CsvMappingSchema } from '../../../shared/contract/bank.ts';
import type { ParsedInput } from '../../../shared/contract/calls.ts';
import type { CsvMapping } from '../../../shared/domain/bank/csv-mapping.ts';
import type { Statement } from '../../../shared/domain/bank/statement.ts';
import { badFile } from '../../bank/bad-file.ts';
import { type Pause, portionsInTurns, restAfter } from '../../bank/in-turns.ts';
import { type BankFile, readBankFile } from '../../bank/read-file.ts';
import { bankAccounts, csvMappingText, knownIdentities } from '../../store/bank-statements.ts';
import type { Db } from '../../store/database.ts';
import { readSettings } from '../../store/settings.ts';
import type { UseContext } from '../context.ts';
import { type IdentifiedLine, identified } from './identity.ts';

export type FileInput = ParsedInput<'bank.preview'>;

const MOST_BYTES = 10_000_000;
/** What is called so in the file's stead; an account of nobody's else. */
const UNNAMED = 'Bank account';

export async function readStatements(
  { db, locale }: UseContext,
  { file, mapping }: FileInput,
  pause: Pause,
): Promise<BankFile> {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(file.base64)) throw badFile('The file could not be read.');
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.length > MOST_BYTES)
    throw badFile('The file is larger than 10 MB: ask your bank for a shorter period.');
  await restAfter(bytes.length, pause);
  const known = {
    expected: {
      currency: readSettings(db).invoicing.defaultCurrency,
      account: bankAccounts(db)[0] ?? UNNAMED,
      dateOrder: /^en-US/i.test(locale) ? ('mdy' as const) : ('dmy' as const),
    },
    remembered: (shape: string) => rememberedMapping(db, shape),
  };
  return readBankFile(bytes, mapping, known, pause);
}

/** A mapping of an earlier version that no longer fits counts as none. */
function rememberedMapping(db: Db, shape: string): CsvMapping | null {
  const text = csvMappingText(db, shape);
  return text === undefined ? null : (CsvMappingSchema.safeParse(JSON.parse(text)).data ?? null);
}

export interface Fresh {
  readonly account: string;
  readonly fresh: readonly IdentifiedLine[];
  readonly known: number;
}

export async function freshLines(db: Db, statement: Statement, pause: Pause): Promise<Fresh> {
  const account = statement.account === '' ? UNNAMED : statement.account;
  const lines = await identified(statement.lines, pause);
  const fresh: IdentifiedLine[] = [];
  await portionsInTurns(lines, pause, (portion) => {
    const identities = portion.map(({ identity }) => identity);
    const known = knownIdentities(db, account, identities);
    fresh.push(...portion.filter(({ identity }) => !known.has(identity)));
  });
  return { account, fresh, known: lines.length - fresh.length };
}
