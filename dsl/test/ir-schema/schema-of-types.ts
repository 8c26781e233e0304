import path from 'node:path';
import ts from 'typescript';

/** A JSON Schema, as far as types need one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Types that are strings of one form; the form is checked where it is written, so a type says only its name. */
export type NamedStrings = Readonly<Record<string, Schema>>;

/** What a schema is made from: a type of a file, by name. */
export interface SchemaOf {
  readonly file: string;
  readonly type: string;
  readonly strings: NamedStrings;
}

/** Turns an exported type into a JSON Schema (draft 2020-12), with the words of its documentation. Throws at a type it does not know. */
export function schemaOf({ file, type, strings }: SchemaOf): Schema {
  const program = ts.createProgram([path.resolve(file)], OPTIONS);
  const source = program.getSourceFile(path.resolve(file));
  const checker = program.getTypeChecker();
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === type);
  if (!symbol) throw new Error(`${file} exports no type ${type}`);
  const writer = new Writer(checker, strings);
  const root = writer.write(checker.getDeclaredTypeOfSymbol(symbol));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: writer.definitions() };
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  lib: ['lib.es2022.d.ts'],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
};
const STANDARD = /\/typescript\/lib\//;
const DEFINITION = '#/$defs/';

class Writer {
  private readonly known = new Map<string, Schema>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly strings: NamedStrings,
  ) {}

  definitions(): Readonly<Record<string, Schema>> {
    return Object.fromEntries([...this.known].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** A type with a name becomes a definition of that name, once; any other is written where it is used. */
  write(type: ts.Type): Schema {
    const name = nameOf(type);
    if (name === undefined) return this.body(type);
    if (!this.known.has(name)) {
      this.known.set(name, {}); // a type within itself refers to the definition that is being written
      this.known.set(name, {
        ...wordsOf(type.aliasSymbol ?? type.symbol, this.checker),
        ...(this.strings[name] ?? this.body(type)),
      });
    }
    return { $ref: DEFINITION + name };
  }

  private body(type: ts.Type): Schema {
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.isUnion()) return this.union(type);
    if (this.checker.isTupleType(type)) return this.tuple(this.checker.getTypeArguments(type as ts.TypeReference));
    if (this.checker.isArrayType(type)) return { type: 'array', items: this.write(this.element(type)) };
    if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return this.object(type);
    throw new Error(`no schema for ${this.checker.typeToString(type)}`);
  }

  private element(type: ts.Type): ts.Type {
    const [element] = this.checker.getTypeArguments(type as ts.TypeReference);
    if (!element) throw new Error(`an array of nothing: ${this.checker.typeToString(type)}`);
    return element;
  }

  private tuple(types: readonly ts.Type[]): Schema {
    const bounds = { minItems: types.length, maxItems: types.length };
    return { type: 'array', prefixItems: types.map((type) => this.write(type)), ...bounds };
  }

  /** Literals of a union are one list; the type checker has taken `boolean` apart into two of them. */
  private union({ types }: ts.UnionType): Schema {
    const literals = types.filter((type) => type.isLiteral() || type.flags & ts.TypeFlags.BooleanLiteral);
    const others = types.filter((type) => !literals.includes(type) && !(type.flags & ts.TypeFlags.Undefined));
    const values = literals.map((type) => this.body(type)['const']);
    const written = others.map((type) => this.write(type));
    const listed = values.length === 0 ? [] : [isBoth(values) ? { type: 'boolean' } : { enum: values.toSorted() }];
    const choices = [...listed, ...written];
    return choices.length === 1 ? (choices[0] ?? {}) : { anyOf: choices };
  }

  private object(type: ts.Type): Schema {
    const properties = this.checker.getPropertiesOfType(type);
    if (properties.some(({ name }) => name.startsWith('__'))) throw new Error(`say how ${nameOf(type)} is written`);
    const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map((property) => [property.name, this.property(property)])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  }

  private property(property: ts.Symbol): Schema {
    const declared = property.valueDeclaration;
    const written = declared && ts.isPropertySignature(declared) && declared.type;
    const type = written ? this.checker.getTypeFromTypeNode(written) : this.checker.getTypeOfSymbol(property);
    return { ...wordsOf(property, this.checker), ...this.write(type) };
  }
}

const isBoth = (values: readonly unknown[]): boolean => values.length === 2 && values.includes(true) && values.includes(false);

/** The name that a type was declared with; undefined for one that is written out, or that the standard library declares. */
function nameOf(type: ts.Type): string | undefined {
  const symbol = type.aliasSymbol ?? (type.symbol?.flags & ts.SymbolFlags.Interface ? type.symbol : undefined);
  const isOurs = symbol?.declarations?.some((declaration) => !STANDARD.test(declaration.getSourceFile().fileName));
  return symbol && isOurs ? symbol.name : undefined;
}

function wordsOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): Schema {
  const description = ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
  return description === '' ? {} : { description };
}
