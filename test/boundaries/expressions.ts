// Finds the expressions that the rules speak of, anywhere in a parsed file.

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** Where a type assertion ends, and where the statement that it belongs to begins. */
export interface Assertion {
  readonly line: number;
  readonly statementLine: number;
}

/** Type assertions other than `as const`. */
export function assertionsOf(program: object, lineAt: (offset: number) => number): readonly Assertion[] {
  return withStatements(program, null)
    .filter(({ node }) => node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion')
    .filter(({ node }) => !isConst(node['typeAnnotation']))
    .map(({ node, statement }) => ({
      line: lineAt(endOf(node)),
      statementLine: lineAt(statement?.start ?? node.start),
    }));
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

interface Placed {
  readonly node: Node;
  /** The innermost statement around the node. */
  readonly statement: Node | null;
}

function withStatements(value: unknown, statement: Node | null): readonly Placed[] {
  if (Array.isArray(value)) return value.flatMap((item) => withStatements(item, statement));
  if (!isNode(value)) return [];
  const inner = /(?:Statement|Declaration)$/.test(value.type) ? value : statement;
  return [
    { node: value, statement: inner },
    ...Object.values(value).flatMap((item) => withStatements(item, inner)),
  ];
}

/** The node and everything below it. */
function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}
