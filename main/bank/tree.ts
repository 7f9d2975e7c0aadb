// The elements of a file with nested tags, whichever language it is written in.

export interface TreeNode {
  /** Without a namespace's prefix. */
  readonly name: string;
  /** Of the namespace; empty where there is none. */
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: TreeNode[];
  text: string;
}

/** Deeper than any statement, and no deeper than a file can harm. */
export const DEEPEST = 64;

export function nodeOf(
  name: string,
  space = '',
  attributes: Readonly<Record<string, string>> = {},
): TreeNode {
  return { name, space, attributes, children: [], text: '' };
}

export function all(node: TreeNode | undefined, name: string): readonly TreeNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The first element at the end of a path of names. */
export function find(node: TreeNode | undefined, ...path: readonly string[]): TreeNode | undefined {
  return path.reduce<TreeNode | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    node,
  );
}

/** The text there without the white space around it; empty where there is none. */
export function textAt(node: TreeNode | undefined, ...path: readonly string[]): string {
  return (
    find(node, ...path)
      ?.text.replaceAll(/\s+/g, ' ')
      .trim() ?? ''
  );
}

/** Every element of these names that is in no other of them, however deep, in the order of the file. */
export function deepAll(node: TreeNode, names: readonly string[]): readonly TreeNode[] {
  return node.children.flatMap((child) => (names.includes(child.name) ? [child] : deepAll(child, names)));
}
