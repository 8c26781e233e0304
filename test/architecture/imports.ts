import path from 'node:path';
import { type Layer, LAYERS, SPECS } from './layers.js';
import { isNode, type Node, nodesOf, valueOf } from './syntax.js';

/** An import that its layer does not allow. */
export interface Breach {
  readonly file: string;
  readonly imported: string;
  readonly reason: string;
}

/** A module that a source names: in an import, an export, `import()`, `require()`, `import('…')` as a type. */
interface Named {
  readonly module: string;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

type Rules = Omit<Layer, 'folder'>;

const stringIn = (value: unknown): string | undefined => valueOf(value, 'StringLiteral');

/** What a source may not import, by the rules of the layer in which its file lies. The path is from the root, with `/`. */
export function breachesOf(file: string, source: string): readonly Breach[] {
  const layer = layerOf(file);
  if (!layer) return [{ file, imported: '', reason: 'the file lies in no layer: say in layers.ts what it may import' }];
  return modulesOf(source, file.endsWith('.tsx')).flatMap((named) => {
    const reason = refusal(named, file, layer);
    return reason === undefined ? [] : [{ file, imported: named.module, reason }];
  });
}

const read = new Map<string, readonly Named[]>();

/** Every module that a source names, in any form. Read from the syntax tree: neither line breaks nor comments fool it. */
export function modulesOf(source: string, tsx = false): readonly Named[] {
  const known = read.get(source) ?? modulesIn(source, tsx);
  read.set(source, known);
  return known;
}

function modulesIn(source: string, tsx: boolean): readonly Named[] {
  return nodesOf(source, tsx).flatMap((node) => {
    const module = moduleOf(node);
    return module === undefined ? [] : [{ module, typeOnly: node['typeOnly'] === true || node['type'] === 'TsImportType' }];
  });
}

function moduleOf(node: Node): string | undefined {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return stringIn(node['source']);
    case 'TsImportType':
      return stringIn(node['argument']);
    case 'TsExternalModuleReference':
      return stringIn(node['expression']);
    case 'CallExpression':
      return calledWith(node);
    default:
      return undefined;
  }
}

/** A dynamic import or require whose module is not written out cannot be judged: it counts as one of nothing. */
function calledWith(node: Node): string | undefined {
  const callee = node['callee'];
  if (!isNode(callee)) return undefined;
  const imports = callee['type'] === 'Import' || valueOf(callee, 'Identifier') === 'require';
  const [first] = Array.isArray(node['arguments']) ? (node['arguments'] as readonly unknown[]) : [];
  return imports && isNode(first) ? (stringIn(first['expression']) ?? '(computed)') : undefined;
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.filter(({ folder }) => file.startsWith(`${folder}/`)).toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function refusal(named: Named, file: string, layer: Layer): string | undefined {
  if (named.module.startsWith('.')) return refusalOfFile(named.module, file, layer);
  const spec = file.endsWith('.spec.ts');
  if (named.module === '@jest/globals' && named.typeOnly) return undefined;
  if (named.module === ownName(layer) && !spec) return 'inside a library its files are imported, never its index';
  if (allows(layer, named.module) || (spec && allows(SPECS, named.module))) return undefined;
  return `${layer.folder}: ${layer.reason}`;
}

function refusalOfFile(module: string, file: string, layer: Layer): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), module);
  const own = target.startsWith(`${layer.folder}/`);
  if (own && file.startsWith(`${layer.folder}/src/`) && !file.endsWith('.spec.ts') && target === `${layer.folder}/src/index.js`) {
    return 'inside a library its files are imported, never its index';
  }
  if (own || layer.reaches?.some((folder) => target.startsWith(`${folder}/`))) return undefined;
  return `${layer.folder}: another part of the house is imported through its index, never by path`;
}

const ownName = ({ folder }: Layer): string => `#${folder.replace('libs/', '')}`;

const allows = ({ libraries, packages }: Rules, module: string): boolean =>
  module.startsWith('#') ? libraries.includes(module) : packages.some((pattern) => matches(pattern, module));

const matches = (pattern: string, module: string): boolean =>
  pattern.endsWith('*') ? module.startsWith(pattern.slice(0, -1)) : pattern === module;
