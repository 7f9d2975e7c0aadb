// Statements of an OFX file, 1.x (SGML) or 2.x (XML); the OFX specification 2.3, section 11.
import type { Statement, StatementLine } from '../../shared/domain/bank/statement.ts';
import { markOf, parseBankAmount } from './amount.ts';
import { badFile } from './bad-file.ts';
import { parseBankDay } from './day.ts';
import { mapInTurns, type Pause } from './in-turns.ts';
import { plainWords } from './plain-words.ts';
import { withoutRepeated } from './repeated.ts';
import { parseSgml } from './sgml-tree.ts';
import { all, deepAll, find, textAt, type TreeNode } from './tree.ts';
import { parseXml } from './xml-tree.ts';

export function isOfx(text: string): boolean {
  return /<OFX>/i.test(text.slice(0, 4000));
}

export async function readOfx(text: string, pause: Pause): Promise<readonly Statement[]> {
  const root = /^\s*<\?/.test(text)
    ? await parseXml(text, pause)
    : await parseSgml(text.slice(text.search(/<OFX>/i)), pause);
  const found = deepAll(root, ['STMTRS', 'CCSTMTRS']);
  if (found.length === 0) throw badFile('The OFX file holds no account statement.');
  const statements: Statement[] = [];
  for (const node of found) statements.push(await statementOf(node, pause));
  return statements;
}

async function statementOf(node: TreeNode, pause: Pause): Promise<Statement> {
  const currency = textAt(node, 'CURDEF').toLowerCase();
  if (!/^[a-z]{3}$/.test(currency)) throw badFile('The OFX file does not say the currency of the account.');
  const account = find(node, 'BANKACCTFROM') ?? find(node, 'CCACCTFROM');
  const closing = textAt(node, 'LEDGERBAL', 'BALAMT');
  const lines = await mapInTurns(all(find(node, 'BANKTRANLIST'), 'STMTTRN'), pause, (line) =>
    lineOf(line, currency),
  );
  return {
    account: textAt(account, 'ACCTID'),
    currency,
    opening: null,
    closing: closing === '' ? null : parseBankAmount(closing, markOf(closing), currency),
    pending: 0,
    ...withoutRepeated(lines),
  };
}

function lineOf(node: TreeNode, currency: string): StatementLine {
  const posted = textAt(node, 'DTPOSTED');
  // Of a time in a zone of the bank's only the day counts, which is the bank's as well.
  const day = parseBankDay(posted.slice(0, 8), 'ymd');
  const written = textAt(node, 'TRNAMT');
  const amount = parseBankAmount(written, markOf(written), currency);
  if (day === null || amount === null)
    throw badFile(`A line of the OFX file has no ${day === null ? 'date' : 'amount'} that can be read.`);
  const counterparty = plainWords([textAt(node, 'NAME') || textAt(node, 'PAYEE', 'NAME')]);
  const text = plainWords([textAt(node, 'MEMO'), textAt(node, 'REFNUM'), textAt(node, 'CHECKNUM')]);
  return {
    day,
    amount,
    currency,
    counterparty,
    text,
    bankId: textAt(node, 'FITID'),
    content: JSON.stringify([day, amount, currency, counterparty, text, textAt(node, 'TRNTYPE')]),
  };
}
