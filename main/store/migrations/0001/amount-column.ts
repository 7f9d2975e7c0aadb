// Amounts are integers in minor units, never beyond what a JavaScript number holds exactly.

export function amountColumn(name: string): string {
  return `${name} INTEGER NOT NULL DEFAULT 0 CHECK (abs(${name}) < 9007199254740992)`;
}
