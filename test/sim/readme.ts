// Copies the figures between the two marks in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, tableOf } from './figures.ts';

const README = join(import.meta.dirname, '../../README.md');
const BEGIN = '<!-- npm run sim -- --readme -->';
const END = '<!-- end of the figures -->';

export function writeReadme(figures: Figures): void {
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The README has no place for the figures');
  writeFileSync(README, `${before}${BEGIN}\n\n${tableOf(figures)}\n\n${END}${after}`);
}
