// Reads XML into a tree. Entities are never declared and never fetched: a file that tries is refused.
import { SaxesParser } from 'saxes';
import { badFile } from './bad-file.ts';
import type { Pause } from './in-turns.ts';
import { DEEPEST, nodeOf, type TreeNode } from './tree.ts';

/** Characters that are read at once. */
const PIECE = 50_000;

/** The root element. Refuses what is not well formed, what has a document type, and what is nested too deep. */
export async function parseXml(text: string, pause: Pause): Promise<TreeNode> {
  const parser = new SaxesParser({ xmlns: true });
  const document = nodeOf('');
  const open: TreeNode[] = [document];
  parser.on('doctype', () => {
    throw badFile(
      'The file declares a document type of its own, which no bank statement needs; it is not read.',
    );
  });
  parser.on('error', (error) => {
    throw badFile(`The XML is not whole or not well formed (${whereOf(error)}): fetch the file again.`);
  });
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST) throw badFile('The file is nested deeper than any bank statement.');
    const attributes = Object.values(tag.attributes).map(({ local, value }) => [local, value] as const);
    const node = nodeOf(tag.local, tag.uri, Object.fromEntries(attributes));
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  const take = (more: string): void => {
    const node = open.at(-1);
    if (node) node.text += more;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    if (at > 0) await pause();
  }
  parser.close();
  const [root] = document.children;
  if (!root) throw badFile('The file holds no element.');
  return root;
}

/** The place only: the parser's words would quote the file. */
function whereOf(error: Error): string {
  const [, line] = /^(?:[^:]*:)?(\d+):\d+:/.exec(error.message) ?? [];
  return line === undefined ? 'at its end' : `line ${line}`;
}
