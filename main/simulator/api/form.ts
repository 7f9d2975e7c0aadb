// Decodes Stripe's request encoding: application/x-www-form-urlencoded with brackets for nesting.

export type Raw = string | readonly Raw[] | RawObject;
export interface RawObject {
  readonly [name: string]: Raw;
}

interface Branch {
  readonly children: Map<string, Branch | string>;
}

/** `a[b][0][c]` becomes the segments a, b, 0, c. */
function segmentsOf(key: string): readonly string[] {
  const open = key.indexOf('[');
  if (open === -1) return [key];
  return [key.slice(0, open), ...key.slice(open + 1, -1).split('][')];
}

function insert(root: Branch, segments: readonly string[], value: string): void {
  let branch = root;
  for (const [depth, segment] of segments.entries()) {
    const name = segment === '' ? String(branch.children.size) : segment;
    if (depth === segments.length - 1) {
      branch.children.set(name, value);
      return;
    }
    const existing = branch.children.get(name);
    const next =
      existing === undefined || typeof existing === 'string'
        ? { children: new Map<string, Branch | string>() }
        : existing;
    branch.children.set(name, next);
    branch = next;
  }
}

function toRaw(node: Branch | string): Raw {
  if (typeof node === 'string') return node;
  const entries = [...node.children.entries()];
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  if (!isList) return toObject(node);
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, child]) => toRaw(child));
}

function toObject(node: Branch): RawObject {
  return Object.fromEntries([...node.children.entries()].map(([name, child]) => [name, toRaw(child)]));
}

export function decodeForm(encoded: string): RawObject {
  const root: Branch = { children: new Map() };
  for (const [key, value] of new URLSearchParams(encoded)) insert(root, segmentsOf(key), value);
  return toObject(root);
}
