import { parseSync } from '@swc/core';

/** A node of the syntax tree; SWC's own types do not cover a walk over all of them. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every node of a source, in order, without the names of properties: those are no uses of anything. */
export function nodesOf(source: string, tsx = false): readonly Node[] {
  const nodes: Node[] = [];
  const open: unknown[] = [parseSync(source, { syntax: 'typescript', tsx, decorators: true, target: 'es2024' }).body];
  while (open.length > 0) {
    const value = open.pop();
    if (!isNode(value)) continue;
    nodes.push(value);
    const below = Object.entries(value).filter(([name, inner]) => !isPropertyName(name, inner));
    open.push(...below.map(([, inner]) => inner).toReversed());
  }
  return nodes;
}

const isPropertyName = (name: string, value: unknown): boolean =>
  (name === 'key' || name === 'property') && isNode(value) && value['type'] === 'Identifier';

/** The name of an identifier, the text of a string literal. */
export function valueOf(node: unknown, type: 'Identifier' | 'StringLiteral'): string | undefined {
  return isNode(node) && node['type'] === type && typeof node['value'] === 'string' ? node['value'] : undefined;
}
