// A table of names and figures in Markdown, and its place in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const README = join(import.meta.dirname, '../../README.md');
const END = '<!-- end of the figures -->';

/** As the formatter writes it, so that it finds nothing to change. */
export function markdownTable(
  head: string,
  figures: readonly (readonly [name: string, value: number | string])[],
): string {
  const cell = (value: number | string): string =>
    typeof value === 'number' ? value.toLocaleString('en-GB') : value;
  const rows = [[head, ''] as const, ...figures.map(([name, value]) => [name, cell(value)] as const)];
  const width = (column: 0 | 1): number => Math.max(3, ...rows.map((row) => row[column].length));
  const line = ([name, value]: readonly [string, string]): string =>
    `| ${name.padEnd(width(0))} | ${value.padStart(width(1))} |`;
  const rule = `| ${'-'.repeat(width(0))} | ${'-'.repeat(width(1) - 1)}: |`;
  const [first, ...body] = rows.map(line);
  return [first, rule, ...body].join('\n');
}

/** Replaces what stands between the mark of `command` and the end of its figures. Throws where the README has no such place. */
export function writeReadme(command: string, table: string): void {
  const text = readFileSync(README, 'utf8');
  const begin = `<!-- ${command} -->`;
  const [before, rest] = text.split(begin);
  const end = rest?.indexOf(END) ?? -1;
  if (before === undefined || rest === undefined || end === -1)
    throw new Error(`The README has no place for the figures of ${command}`);
  writeFileSync(README, `${before}${begin}\n\n${table}\n\n${rest.slice(end)}`);
}
