// The lines of one entry of a CAMT.053 statement: one, or each payment of a batch that is told apart.
import type { StatementLine } from '../../shared/domain/bank/statement.ts';
import { parseBankAmount } from './amount.ts';
import { badFile } from './bad-file.ts';
import { parseBankDay } from './day.ts';
import { plainWords } from './plain-words.ts';
import { all, find, textAt, type TreeNode } from './tree.ts';

/** Versions to 07 give the status as text, later ones as a code inside. */
export function isBooked(entry: TreeNode): boolean {
  return (textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')) === 'BOOK';
}

/** Signed by the credit or debit mark, which tells the direction of a reversal as well; `null` where it cannot be read. */
export function amountOf(node: TreeNode, fallback?: TreeNode): number | null {
  const amount = find(node, 'Amt') ?? find(node, 'AmtDtls', 'TxAmt', 'Amt');
  const currency = amount?.attributes['Ccy']?.toLowerCase() ?? '';
  const mark = textAt(node, 'CdtDbtInd') || textAt(fallback, 'CdtDbtInd');
  if (amount === undefined || !/^[a-z]{3}$/.test(currency)) return null;
  const minor = parseBankAmount(amount.text, '.', currency);
  if (minor === null || (mark !== 'CRDT' && mark !== 'DBIT')) return null;
  return mark === 'DBIT' && minor !== 0 ? -minor : minor;
}

/** A date, or the date of a time. */
export function dayOfChoice(node: TreeNode, name: string): string | null {
  const choice = find(node, name);
  return parseBankDay(textAt(choice, 'Dt') || textAt(choice, 'DtTm'), 'ymd');
}

export function entryLines(entry: TreeNode, currency: string): readonly StatementLine[] {
  const whole = lineOf(entry, currency, textAt(entry, 'AcctSvcrRef'));
  const details = all(entry, 'NtryDtls').flatMap((part) => all(part, 'TxDtls'));
  const [only] = details;
  if (only === undefined) return [whole];
  const words = wordsOf(entry, only);
  if (details.length === 1) return [{ ...whole, ...words, content: contentOf({ ...whole, ...words }) }];
  return batchLines(entry, details, whole);
}

/** A batch is told apart when its payments are in the account's currency and come to the entry; else it stays one line. */
function batchLines(
  entry: TreeNode,
  details: readonly TreeNode[],
  whole: StatementLine,
): readonly StatementLine[] {
  const amounts = details.map((part) => amountOf(part, entry));
  const isWhole = details.every(
    (part) =>
      (find(part, 'Amt') ?? find(part, 'AmtDtls', 'TxAmt', 'Amt'))?.attributes['Ccy']?.toLowerCase() ===
      whole.currency,
  );
  if (!isWhole || amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) !== whole.amount) {
    const text = plainWords([whole.text, `${details.length} payments`]);
    return [{ ...whole, text, content: contentOf({ ...whole, text }) }];
  }
  return details.map((part, index) => {
    const own = textAt(part, 'Refs', 'AcctSvcrRef');
    const bankId =
      own !== '' && own !== whole.bankId ? own : whole.bankId === '' ? '' : `${whole.bankId}/${index + 1}`;
    const line = { ...whole, ...wordsOf(entry, part), amount: amounts[index] ?? 0, bankId };
    return { ...line, content: contentOf(line) };
  });
}

function lineOf(entry: TreeNode, currency: string, bankId: string): StatementLine {
  const day = dayOfChoice(entry, 'BookgDt') ?? dayOfChoice(entry, 'ValDt');
  const amount = amountOf(entry);
  if (day === null || amount === null)
    throw badFile(
      `An entry of the CAMT.053 file has no ${day === null ? 'date' : 'amount'} that can be read.`,
    );
  if (find(entry, 'Amt')?.attributes['Ccy']?.toLowerCase() !== currency)
    throw badFile('An entry of the CAMT.053 file is in another currency than its account.');
  const line = { day, amount, currency, bankId, ...wordsOf(entry, undefined) };
  return { ...line, content: contentOf(line) };
}

function contentOf({ day, amount, currency, counterparty, text }: Omit<StatementLine, 'content'>): string {
  return JSON.stringify([day, amount, currency, counterparty, text]);
}

/** Who is on the other side, and what is said: versions to 07 name a party directly, later ones inside `Pty`. */
function wordsOf(entry: TreeNode, part: TreeNode | undefined): Pick<StatementLine, 'counterparty' | 'text'> {
  const isIn = (textAt(part, 'CdtDbtInd') || textAt(entry, 'CdtDbtInd')) === 'CRDT';
  const sides = isIn ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr'];
  const parties = find(part, 'RltdPties');
  const names = sides.map((side) => textAt(parties, side, 'Nm') || textAt(parties, side, 'Pty', 'Nm'));
  const remittance = find(part, 'RmtInf');
  const structured = all(remittance, 'Strd').map((node) => textAt(node, 'CdtrRefInf', 'Ref'));
  return {
    counterparty: plainWords(names),
    text: plainWords([
      textAt(entry, 'RvslInd') === 'true' ? 'Reversal' : '',
      ...all(remittance, 'Ustrd').map((node) => node.text),
      ...structured,
      textAt(part, 'Refs', 'EndToEndId'),
      textAt(part, 'AddtlTxInf'),
      textAt(entry, 'AddtlNtryInf'),
    ]),
  };
}
