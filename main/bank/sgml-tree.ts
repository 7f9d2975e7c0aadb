// Reads the SGML of OFX 1.x into a tree: there, an element that holds text need not be closed.
import { badFile } from './bad-file.ts';
import { eachInTurns, type Pause } from './in-turns.ts';
import { DEEPEST, nodeOf, type TreeNode } from './tree.ts';

const TAG = /<(\/?)([A-Za-z0-9._]{1,32})>([^<]*)/g;

/** At once. */
const TAGS = 2000;

/** The element `OFX`. Refuses what ends before it is closed. */
export async function parseSgml(text: string, pause: Pause): Promise<TreeNode> {
  const document = nodeOf('');
  const open: TreeNode[] = [document];
  const take = ([, slash, name = '', content = '']: RegExpExecArray): void => {
    const tag = name.toUpperCase();
    if (slash === '/') close(open, tag);
    else start(open, tag, unescaped(content.trim()));
    if (open.length > DEEPEST) throw badFile('The file is nested deeper than any bank statement.');
  };
  await eachInTurns(text.matchAll(TAG), pause, take, TAGS);
  const root = document.children.find((node) => node.name === 'OFX');
  if (!root || open.length > 1) throw badFile('The file ends in the middle: fetch it from your bank again.');
  return root;
}

/** What holds text is whole with it. */
function start(open: TreeNode[], name: string, text: string): void {
  const node = nodeOf(name);
  node.text = text;
  open.at(-1)?.children.push(node);
  if (text === '') open.push(node);
}

/** Elements inside that were not closed were empty ones: what follows them is theirs no more. */
function close(open: TreeNode[], name: string): void {
  const at = open.findLastIndex((node) => node.name === name);
  if (at < 1) return;
  while (open.length > at + 1) {
    const empty = open.pop();
    open.at(-1)?.children.push(...(empty?.children.splice(0) ?? []));
  }
  open.pop();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  apos: "'",
};

/** One pass, so that nothing is unescaped twice. */
function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|([a-z]{2,4}));/g, (whole, code?: string, name?: string) => {
    if (code !== undefined) return Number(code) > 0x10_ff_ff ? whole : String.fromCodePoint(Number(code));
    return NAMED[name ?? ''] ?? whole;
  });
}
