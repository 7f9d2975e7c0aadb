// Finds every method of the SDK: its address in the code of its class, its parameters and answer in the class's types.
import { readFileSync } from 'node:fs';
import ts from 'typescript-5';
import type { Endpoint } from '../schema.ts';
import type { Sdk } from './sdk-program.ts';
import type { TypeSchemas } from './type-schema.ts';

interface Address {
  readonly method: string;
  readonly path: string;
}

export function readEndpoints({ checker, sources }: Sdk, schemas: TypeSchemas): readonly Endpoint[] {
  return sources.flatMap((source) => {
    if (!source.fileName.includes('/resources/') || source.fileName.includes('/V2/')) return [];
    const classes = source.statements.filter(ts.isClassDeclaration);
    const addresses = classes.length === 0 ? new Map<string, Address[]>() : addressesIn(source.fileName);
    return classes.flatMap((declared) =>
      declared.members.filter(ts.isMethodDeclaration).flatMap((method) => {
        const name = `${declared.name?.text}.${method.name.getText()}`;
        const found = addresses.get(name) ?? [];
        return found.map((address) => ({ ...address, name, ...signature(checker, schemas, method) }));
      }),
    );
  });
}

/** What `_makeRequest` is called with in each method of the JavaScript beside the types. */
function addressesIn(types: string): ReadonlyMap<string, readonly Address[]> {
  const file = types.replace(/\.d\.ts$/, '.js');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const addresses = new Map<string, Address[]>();
  for (const declared of source.statements.filter(ts.isClassDeclaration)) {
    for (const method of declared.members.filter(ts.isMethodDeclaration)) {
      const name = `${declared.name?.text}.${method.name.getText()}`;
      const visit = (node: ts.Node): void => {
        const address = ts.isCallExpression(node) ? addressOf(node) : null;
        if (address !== null) addresses.set(name, [...(addresses.get(name) ?? []), address]);
        ts.forEachChild(node, visit);
      };
      visit(method);
    }
  }
  return addresses;
}

function addressOf(call: ts.CallExpression): Address | null {
  const [method, path] = call.arguments;
  if (!call.expression.getText().endsWith('._makeRequest')) return null;
  if (method === undefined || path === undefined || !ts.isStringLiteral(method)) return null;
  const text = ts.isStringLiteral(path) ? path.text : path.getText().slice(1, -1);
  return text.startsWith('/v1/') ? { method: method.text, path: text.replaceAll(/\$\{[^}]*\}/g, ':') } : null;
}

function signature(
  checker: ts.TypeChecker,
  schemas: TypeSchemas,
  method: ts.MethodDeclaration,
): Pick<Endpoint, 'params' | 'answer'> {
  const params = method.parameters.find((parameter) => parameter.name.getText() === 'params');
  if (method.type === undefined || !ts.isTypeReferenceNode(method.type))
    throw new TypeError(`${method.name.getText()} answers nothing`);
  return {
    params:
      params?.type === undefined
        ? { type: 'object', properties: {}, required: [], additionalProperties: false }
        : schemas.of(checker.getTypeAtLocation(params.type)),
    answer: schemas.of(answerType(checker, method)),
  };
}

/** What the promise holds, without the `lastResponse` that the SDK adds to it. */
function answerType(checker: ts.TypeChecker, method: ts.MethodDeclaration): ts.Type {
  const promised = checker.getAwaitedType(checker.getTypeAtLocation(method.type ?? method));
  if (promised === undefined) throw new TypeError('Not a promise');
  return promised;
}
