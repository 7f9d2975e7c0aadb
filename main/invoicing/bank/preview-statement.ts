// What a bank file would bring, before anything of it is kept.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type Statement, unexplained } from '../../../shared/domain/bank/statement.ts';
import { type Pause, portionsInTurns } from '../../bank/in-turns.ts';
import { countLookalikes } from '../../store/bank-statements.ts';
import type { UseContext } from '../context.ts';
import { alone } from './alone.ts';
import { type FileInput, freshLines, readStatements } from './read-statement.ts';
import { wordsOf } from './reconciliation.ts';

type Preview = CallOutput<'bank.preview'>;

const SHOWN = 6;

export function previewStatement(context: UseContext, input: FileInput, pause: Pause): Promise<Preview> {
  return alone(context.db, pause, () => preview(context, input, pause));
}

async function preview(context: UseContext, input: FileInput, pause: Pause): Promise<Preview> {
  const { format, encoding, statements, csv } = await readStatements(context, input, pause);
  const previews: Preview['statements'] = [];
  for (const statement of statements) previews.push(await previewOf(context, format, statement, pause));
  return {
    format,
    encoding,
    statements: previews,
    csv:
      csv === null
        ? null
        : {
            mapping: { ...csv.mapping, texts: [...csv.mapping.texts] },
            header: csv.header === null ? null : [...csv.header],
            rows: csv.rows.map((row) => [...row]),
            unread: { count: csv.unread.length, first: csv.unread.slice(0, SHOWN) },
          },
  };
}

async function previewOf(
  { db }: UseContext,
  format: string,
  statement: Statement,
  pause: Pause,
): Promise<Preview['statements'][number]> {
  const { account, fresh, known } = await freshLines(db, statement, pause);
  const { currency, opening, closing, lines, pending, repeated } = statement;
  let lookalikes = 0;
  await portionsInTurns(fresh, pause, (portion) => {
    const facts = portion.map(({ day, amount, currency: own }) => ({ day, amount, currency: own }));
    lookalikes += countLookalikes(db, format, facts);
  });
  return {
    account,
    currency,
    opening,
    closing,
    unexplained: unexplained(statement),
    lines: lines.length,
    known,
    pending,
    repeated,
    lookalikes,
    first: lines
      .slice(0, SHOWN)
      .map((line) => ({ day: line.day, amount: line.amount, currency: line.currency, words: wordsOf(line) })),
  };
}
