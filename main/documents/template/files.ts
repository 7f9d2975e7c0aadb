// The template's files by the names under which they import one another. They are modules, so that they are there in source and bundle alike.
import { CLOSING } from './closing.ts';
import { LINES } from './lines.ts';
import { MAIN } from './main.ts';
import { OPENING } from './opening.ts';
import { TABLES } from './tables.ts';
import { THEME } from './theme.ts';

export const TEMPLATE: Readonly<Record<string, string>> = {
  '/theme.typ': THEME,
  '/opening.typ': OPENING,
  '/lines.typ': LINES,
  '/closing.typ': CLOSING,
  '/tables.typ': TABLES,
  '/main.typ': MAIN,
};
