// What makes a line of the bank's the same one in every file that holds it.
import { createHash } from 'node:crypto';
import { mapInTurns, type Pause } from '../../bank/in-turns.ts';
import type { StatementLine } from '../../../shared/domain/bank/statement.ts';

export interface IdentifiedLine extends StatementLine {
  readonly identity: string;
}

/**
 * By the bank's id with its amount, as some banks use an id again. Without an id by all that the file says, and by which of equal
 * ones it is: files cover whole days, so the second of two equal payments is the second in every file.
 */
export function identified(
  lines: readonly StatementLine[],
  pause: Pause,
): Promise<readonly IdentifiedLine[]> {
  const counts = new Map<string, number>();
  return mapInTurns(lines, pause, (line) => {
    if (line.bankId !== '') return { ...line, identity: `id ${line.amount} ${line.bankId}` };
    const hash = createHash('sha256').update(line.content).digest('hex');
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return { ...line, identity: `content ${hash} ${count}` };
  });
}
