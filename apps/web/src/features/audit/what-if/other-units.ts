/** Changes of an organisation that somebody thinks of, as the file of changes has them. Pure. */

export const CHANGE_KINDS = ['merge', 'rename', 'move'] as const;
export type UnitChangeKind = (typeof CHANGE_KINDS)[number];

/** One change: a unit merged into another, called otherwise, or moved under another. */
export interface UnitChange {
  readonly kind: UnitChangeKind;
  readonly unit: { readonly id: string; readonly name: string };
  /** The other unit, or the new name. */
  readonly to: { readonly id: string; readonly name: string };
}

interface ChangesFile {
  readonly from: string;
  readonly rename?: readonly { readonly id: string; readonly name: string }[];
  readonly move?: readonly { readonly id: string; readonly superior: string }[];
  readonly dissolve?: readonly { readonly id: string; readonly successors: readonly string[] }[];
}

/** All of them from one day on. A merger ends the unit; the other takes over its work. */
export function changesFile(from: string, changes: readonly UnitChange[]): ChangesFile {
  const of = (kind: UnitChangeKind): readonly UnitChange[] => changes.filter((change) => change.kind === kind);
  const listed = {
    rename: of('rename').map(({ unit, to }) => ({ id: unit.id, name: to.name })),
    move: of('move').map(({ unit, to }) => ({ id: unit.id, superior: to.id })),
    dissolve: of('merge').map(({ unit, to }) => ({ id: unit.id, successors: [to.id] })),
  };
  return { from, ...Object.fromEntries(Object.entries(listed).filter(([, each]) => each.length > 0)) };
}
