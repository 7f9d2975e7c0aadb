// Lines that a file holds twice under the same id of the bank's.
import type { StatementLine } from '../../shared/domain/bank/statement.ts';

interface Once {
  readonly lines: readonly StatementLine[];
  readonly repeated: number;
}

/** Without an id two equal lines may be two payments, and both stay. */
export function withoutRepeated(lines: readonly StatementLine[]): Once {
  const seen = new Set<string>();
  const kept = lines.filter(({ bankId, content }) => {
    if (bankId === '') return true;
    const key = `${bankId} ${content}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { lines: kept, repeated: lines.length - kept.length };
}
