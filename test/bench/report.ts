// One line for each thing measured: what it was, what it may be, and whether it is.

export interface Line {
  readonly name: string;
  readonly measured: number;
  /** The most it may be, or the least for rates. */
  readonly target: number;
  readonly direction: 'at-most' | 'at-least';
  readonly unit: string;
}

export function atMost(name: string, measured: number, target: number, unit: string): Line {
  return { name, measured, target, direction: 'at-most', unit };
}

export function atLeast(name: string, measured: number, target: number, unit: string): Line {
  return { name, measured, target, direction: 'at-least', unit };
}

export function isOk({ measured, target, direction }: Line): boolean {
  return direction === 'at-most' ? measured <= target : measured >= target;
}

export function print(title: string, lines: readonly Line[]): void {
  say(`\n${title}`);
  for (const line of lines) {
    const sign = line.direction === 'at-most' ? '≤' : '≥';
    const figures = `${number(line.measured)} ${line.unit} (${sign} ${number(line.target)})`;
    say(`  ${isOk(line) ? 'ok  ' : 'over'}  ${line.name.padEnd(58)} ${figures}`);
  }
}

/** To standard output, which is all that the benchmark makes. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

/** The middle of several runs. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
