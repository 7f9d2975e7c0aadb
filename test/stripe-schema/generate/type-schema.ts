// Turns a type of the SDK into a closed schema.
import { relative } from 'node:path';
import ts from 'typescript-5';
import type { Schema } from '../schema.ts';
import { sdkFolder } from './sdk-program.ts';
import { either, type Member, type Structure } from './union-schema.ts';

/** Numbers of any precision travel as text. */
const DECIMAL: Schema = { type: 'string', pattern: String.raw`^-?\d+(\.\d+)?$` };
/** What a file can be given as. */
const BYTES = new Set(['Uint8Array', 'FileData', 'EventEmitter']);

const NOTHING = ts.TypeFlags.Undefined | ts.TypeFlags.Void;

export class TypeSchemas {
  readonly definitions: Record<string, Schema> = {};
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  of(type: ts.Type): Schema {
    return either(partsOf(type).map((part) => this.#member(part)));
  }

  #member(type: ts.Type): Member {
    const has = (flags: ts.TypeFlags) => (type.flags & flags) !== 0;
    if (has(NOTHING)) return { kind: 'absent' };
    if (has(ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return { kind: 'any' };
    if (has(ts.TypeFlags.Null)) return { kind: 'literal', value: null };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: 'literal', value: type.value };
    if (has(ts.TypeFlags.BooleanLiteral))
      return { kind: 'literal', value: this.#checker.typeToString(type) === 'true' };
    if (has(ts.TypeFlags.Number)) return { kind: 'plain', schema: { type: 'number' } };
    if (has(ts.TypeFlags.String)) return { kind: 'plain', schema: { type: 'string' } };
    if (isOtherText(type)) return { kind: 'other-text' };
    if (has(ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#composite(type);
    throw new TypeError(`No schema for ${this.#checker.typeToString(type)}`);
  }

  #composite(type: ts.Type): Member {
    const name = type.symbol?.name ?? '';
    if (type.aliasSymbol?.name === 'Decimal') return { kind: 'plain', schema: DECIMAL };
    if (BYTES.has(name)) return { kind: 'plain', schema: { type: 'string' } };
    if (this.#checker.isArrayType(type)) {
      const [element] = this.#checker.getTypeArguments(type as ts.TypeReference);
      if (element === undefined) throw new TypeError('A list of nothing');
      return { kind: 'plain', schema: { type: 'array', items: this.of(element) } };
    }
    return this.#structure(type);
  }

  #structure(type: ts.Type): Structure {
    const changed = type.aliasSymbol?.name === 'Partial' ? type.aliasTypeArguments?.[0] : undefined;
    if (changed !== undefined)
      return { kind: 'object', tags: {}, schema: { ...this.of(changed), partial: true } };
    if (type.isIntersection()) {
      // What the SDK adds to an answer was not in it.
      const [own, ...more] = type.types.filter((part) => part.getProperty('lastResponse') === undefined);
      if (own !== undefined && more.length === 0) return this.#structure(own);
    }
    const tags = this.#tags(type);
    if (!isNamed(type)) return { kind: 'object', tags, schema: this.#object(type) };
    const $ref = definitionName(type);
    if (this.definitions[$ref] === undefined) {
      // Types refer to each other in circles: the name is there before its schema.
      this.definitions[$ref] = {};
      this.definitions[$ref] = this.#object(type);
    }
    return { kind: 'object', tags, schema: { $ref } };
  }

  #object(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const valueType = this.#checker.getTypeOfSymbol(property);
      if (partsOf(valueType).every((part) => (part.flags & NOTHING) !== 0)) continue;
      properties[property.name] = this.of(valueType);
      if ((property.flags & ts.SymbolFlags.Optional) === 0) required.push(property.name);
    }
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const additionalProperties = index === undefined ? false : this.of(index.type);
    return { type: 'object', properties, required, additionalProperties };
  }

  /** The fields that can only have one value, by which the members of a union are told apart. */
  #tags(type: ts.Type): Readonly<Record<string, string>> {
    const tags: Record<string, string> = {};
    for (const name of ['object', 'type']) {
      const property = type.getProperty(name);
      const value = property === undefined ? undefined : this.#checker.getTypeOfSymbol(property);
      if (value?.isStringLiteral() === true) tags[name] = value.value;
    }
    return tags;
  }
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** `string & {}`: what the SDK adds to the known values of an enumeration. */
function isOtherText(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((part) => (part.flags & ts.TypeFlags.String) !== 0);
}

/** An interface without type arguments has one schema wherever it is met. */
function isNamed(type: ts.Type): boolean {
  return type.isClassOrInterface() && type.typeParameters === undefined;
}

/** The file and the name in it: several files have a `Dispute`. */
function definitionName(type: ts.Type): string {
  const names: string[] = [];
  let file = '';
  for (
    let node: ts.Node | undefined = type.symbol.declarations?.[0];
    node !== undefined;
    node = node.parent
  ) {
    if (ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node)) names.unshift(node.name.text);
    if (ts.isSourceFile(node))
      file = relative(sdkFolder, node.fileName).replaceAll(/^resources\/|\.d\.ts$/g, '');
  }
  return `${file}#${names.join('.')}`;
}
