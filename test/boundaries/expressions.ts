// Finds the expressions that the rules speak of, anywhere in a parsed file.

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** Lines of type assertions other than `as const`. */
export function assertedLines(program: object, lineAt: (offset: number) => number): readonly number[] {
  return nodesOf(program)
    .filter((node) => node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion')
    .filter((node) => !isConst(node['typeAnnotation']))
    .map((node) => lineAt(endOf(node)));
}

/** Lines where a date is made of nothing but the present moment. */
export function timelessDateLines(program: object, lineAt: (offset: number) => number): readonly number[] {
  return nodesOf(program)
    .filter((node) => node.type === 'NewExpression' && nameOf(node['callee']) === 'Date')
    .filter((node) => Array.isArray(node['arguments']) && node['arguments'].length === 0)
    .map((node) => lineAt(node.start));
}

function isConst(annotation: unknown): boolean {
  return isNode(annotation) && nameOf(annotation['typeName']) === 'const';
}

function nameOf(node: unknown): unknown {
  return isNode(node) ? node['name'] : undefined;
}

function endOf(node: Node): number {
  return typeof node['end'] === 'number' ? node['end'] : node.start;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node and everything below it. */
function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}
