// Takes the new lines of a bank file in. The same file again brings nothing, and a long one holds nobody up.
import { bankCalls } from '../../../shared/contract/bank.ts';
import type { CallOutput, ParsedInput } from '../../../shared/contract/calls.ts';
import { type Statement, unexplained } from '../../../shared/domain/bank/statement.ts';
import { type Pause, portionsInTurns } from '../../bank/in-turns.ts';
import {
  addBankLines,
  beginBankStatement,
  completeBankStatement,
  keepCsvMapping,
} from '../../store/bank-statements.ts';
import { earlierReply, once } from '../../store/commands.ts';
import type { Db } from '../../store/database.ts';
import type { UseContext } from '../context.ts';
import { alone } from './alone.ts';
import { freshLines, readStatements } from './read-statement.ts';
import { prepareLines, reconciliation } from './reconciliation.ts';

type Input = ParsedInput<'bank.import'>;
type Imported = CallOutput<'bank.import'>;

export function importStatement(context: UseContext, input: Input, pause: Pause): Promise<Imported> {
  return alone(context.db, pause, () => takeIn(context, input, pause));
}

/** By portions, each a transaction of its own; what came in is seen, and the command done, with the last of them. */
async function takeIn(context: UseContext, input: Input, pause: Pause): Promise<Imported> {
  const { db } = context;
  const earlier = earlierReply(db, input.commandId, 'bank.import');
  if (earlier) return bankCalls['bank.import'].output.parse(earlier.reply);
  const { csv, format, statements } = await readStatements(context, input, pause);
  const before = settled(db);
  const facts = { name: input.file.name, format, leftOut: csv?.unread.length ?? 0 };
  const taken: Taken[] = [];
  for (const statement of statements) taken.push(await takeStatement(context, facts, statement, pause));
  await prepareLines(
    db,
    taken.map(({ id }) => id),
    pause,
  );
  return once(db, input.commandId, 'bank.import', context.now(), () => {
    for (const { id } of taken) completeBankStatement(db, id);
    if (csv !== null) keepCsvMapping(db, csv.shape, JSON.stringify(csv.mapping), context.now());
    context.changes.add('bank');
    const sum = (part: 'added' | 'known'): number => taken.reduce((total, one) => total + one[part], 0);
    return { added: sum('added'), known: sum('known'), matched: Math.max(0, settled(db) - before) };
  });
}

function settled(db: Db): number {
  return reconciliation(db).lines.filter(({ standing }) => standing === 'sure' || standing === 'confirmed')
    .length;
}

interface FileFacts {
  readonly name: string;
  readonly format: string;
  /** Rows that could not be read. */
  readonly leftOut: number;
}

interface Taken {
  /** Of the statement. */
  readonly id: string;
  readonly added: number;
  readonly known: number;
}

async function takeStatement(
  context: UseContext,
  { name, format, leftOut }: FileFacts,
  statement: Statement,
  pause: Pause,
): Promise<Taken> {
  const { db } = context;
  const { account, fresh, known } = await freshLines(db, statement, pause);
  const days = statement.lines.map(({ day }) => day);
  const id = context.randomId();
  beginBankStatement(db, {
    id,
    file_name: name.replaceAll(/\p{Cc}+/gu, ' '),
    format,
    account,
    currency: statement.currency,
    opening: statement.opening,
    closing: statement.closing,
    unexplained: unexplained(statement),
    first_day: days.reduce((first, day) => (day < first ? day : first), days[0] ?? ''),
    last_day: days.reduce((last, day) => (day > last ? day : last), ''),
    known,
    left_out: leftOut + statement.pending,
    imported_at: context.now(),
  });
  await portionsInTurns(fresh, pause, (portion) => {
    const lines = portion.map(({ identity, day, currency, amount, counterparty, text }) => ({
      id: context.randomId(),
      identity,
      day,
      currency,
      amount,
      counterparty,
      text,
    }));
    addBankLines(db, { id, account }, lines);
  });
  return { id, added: fresh.length, known };
}
