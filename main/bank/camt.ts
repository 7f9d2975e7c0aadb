// Statements of a CAMT.053 file (ISO 20022 BankToCustomerStatement, versions 02 to 14).
import type { Statement } from '../../shared/domain/bank/statement.ts';
import { badFile } from './bad-file.ts';
import { amountOf, dayOfChoice, entryLines, isBooked } from './camt-entry.ts';
import { mapInTurns, type Pause } from './in-turns.ts';
import { withoutRepeated } from './repeated.ts';
import { all, find, textAt, type TreeNode } from './tree.ts';
import { parseXml } from './xml-tree.ts';

const SPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05\d)\.\d{3}\.\d{2}$/;

export async function readCamt(text: string, pause: Pause): Promise<readonly Statement[]> {
  const root = await parseXml(text, pause);
  const [, message] = SPACE.exec(root.space) ?? [];
  if (message !== undefined && message !== 'camt.053')
    throw badFile(`This is ${message.toUpperCase()}, not the booked statement: choose CAMT.053.`);
  const body = find(root, 'BkToCstmrStmt');
  if (root.name !== 'Document' || !body) throw badFile('This XML file is no bank statement (CAMT.053).');
  const statements: Statement[] = [];
  for (const node of all(body, 'Stmt')) statements.push(await statementOf(node, pause));
  if (statements.length === 0) throw badFile('The CAMT.053 file holds no statement.');
  return statements;
}

async function statementOf(node: TreeNode, pause: Pause): Promise<Statement> {
  const account = find(node, 'Acct');
  const balances = all(node, 'Bal');
  const entries = all(node, 'Ntry');
  const currency = currencyOf(account, [...balances, ...entries]);
  let pending = 0;
  const lines = await mapInTurns(entries, pause, (entry) => {
    if (isBooked(entry)) return entryLines(entry, currency);
    pending += 1;
    return [];
  });
  return {
    account: textAt(account, 'Id', 'IBAN') || textAt(account, 'Id', 'Othr', 'Id'),
    currency,
    opening: balanceOf(balances, ['OPBD', 'PRCD']),
    closing: balanceOf(balances, ['CLBD']),
    pending,
    ...withoutRepeated(lines.flat()),
  };
}

function currencyOf(account: TreeNode | undefined, amounts: readonly TreeNode[]): string {
  const named = textAt(account, 'Ccy') || find(amounts[0], 'Amt')?.attributes['Ccy'] || '';
  if (!/^[A-Z]{3}$/.test(named)) throw badFile('The CAMT.053 file does not say the currency of the account.');
  return named.toLowerCase();
}

/** Of the first code that is there; of several with that code, as on pages, opening is the earliest and closing the latest. */
function balanceOf(balances: readonly TreeNode[], codes: readonly string[]): number | null {
  const ofCode = codes
    .map((code) => balances.filter((balance) => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') === code))
    .find((found) => found.length > 0);
  const sorted = ofCode?.toSorted((a, b) =>
    (dayOfChoice(a, 'Dt') ?? '') < (dayOfChoice(b, 'Dt') ?? '') ? -1 : 1,
  );
  const chosen = codes.includes('CLBD') ? sorted?.at(-1) : sorted?.[0];
  return chosen === undefined ? null : amountOf(chosen);
}
