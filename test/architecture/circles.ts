import path from 'node:path';
import { modulesOf } from './imports.js';

/** By file, those that it names by a path, as a type or a value, whenever they are loaded. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Who names whom among sources; the paths are from the root, with `/`. */
export function graphOf(sources: ReadonlyMap<string, string>): Graph {
  const existing = (file: string): string | undefined => [file, `${file}x`].find((each) => sources.has(each));
  return new Map(
    [...sources].map(([file, source]) => {
      const named = modulesOf(source, file.endsWith('.tsx')).filter(({ module }) => module.startsWith('.'));
      const targets = named.map(({ module }) =>
        existing(path.posix.join(path.posix.dirname(file), module.replace(/\.js$/, '.ts'))),
      );
      return [file, targets.filter((target) => target !== undefined)];
    }),
  );
}

/** Files that come back to themselves by what they name: each circle once, its files in order. */
export function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(file, graph)]));
  const isMutual = (a: string, b: string): boolean => reached.get(a)?.has(b) === true && reached.get(b)?.has(a) === true;
  const left = new Set([...graph.keys()].filter((file) => reached.get(file)?.has(file)));
  const circles: (readonly string[])[] = [];
  for (const file of left) {
    const circle = [...left].filter((other) => isMutual(file, other)).sort();
    for (const each of circle) left.delete(each);
    circles.push(circle);
  }
  return circles;
}

/** Whatever a file leads to; itself only where something leads back. */
function reachedFrom(file: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(graph.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return reached;
}
