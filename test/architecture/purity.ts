import { isNode, type Node, nodesOf, valueOf } from './syntax.js';

/** Parts whose answers depend on their arguments alone, on every machine, in every time zone and locale. */
export const PURE: readonly string[] = [
  'libs/engine/src',
  'libs/organisation/src',
  'libs/contracts/src',
  'libs/audit/src',
  'libs/identity/src',
  'dsl/src',
];

/** What a pure part may not use, and why: globals, `.methods`, and `new Date()` without arguments. */
const IMPURE: Readonly<Record<string, string>> = {
  process: 'reads the machine',
  globalThis: 'reads the machine',
  fetch: 'is I/O',
  console: 'is I/O',
  setTimeout: 'is a clock',
  setInterval: 'is a clock',
  setImmediate: 'is a clock',
  performance: 'is a clock',
  Temporal: 'knows the machine’s time zone',
  Intl: 'knows the machine’s locale',
  crypto: 'is chance',
  'Date.now': 'is a clock',
  'new Date()': 'is a clock',
  'Math.random': 'is chance',
  '.localeCompare': 'knows the machine’s locale',
  '.toLocaleString': 'knows the machine’s locale',
  '.toLocaleDateString': 'knows the machine’s locale',
  '.toLocaleLowerCase': 'knows the machine’s locale',
  '.toLocaleUpperCase': 'knows the machine’s locale',
  '.getTimezoneOffset': 'knows the machine’s time zone',
  '.getFullYear': 'knows the machine’s time zone',
  '.getMonth': 'knows the machine’s time zone',
  '.getDate': 'knows the machine’s time zone',
  '.getDay': 'knows the machine’s time zone',
  '.getHours': 'knows the machine’s time zone',
  async: 'waits for something outside',
  await: 'waits for something outside',
};

/** What a pure source uses and may not: `Date.now is a clock`. */
export const impuritiesOf = (source: string): readonly string[] =>
  nodesOf(source)
    .flatMap(usesOf)
    .flatMap((use) => (Object.hasOwn(IMPURE, use) ? [`${use} ${IMPURE[use]}`] : []));

function usesOf(node: Node): readonly string[] {
  switch (node['type']) {
    case 'Identifier':
      return [valueOf(node, 'Identifier') ?? ''];
    case 'MemberExpression':
      return memberUses(node);
    case 'NewExpression':
      return isBareDate(node) ? ['new Date()'] : [];
    case 'AwaitExpression':
      return ['await'];
    default:
      return node['async'] === true || node['isAsync'] === true ? ['async'] : [];
  }
}

function memberUses(node: Node): readonly string[] {
  const property = valueOf(node['property'], 'Identifier');
  return property === undefined ? [] : [`.${property}`, `${valueOf(node['object'], 'Identifier')}.${property}`];
}

const isBareDate = (node: Node): boolean =>
  valueOf(node['callee'], 'Identifier') === 'Date' && !(isNode(node['arguments']) && Object.keys(node['arguments']).length > 0);
