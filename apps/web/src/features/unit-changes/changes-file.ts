import type { NamedUnit } from '#contracts';
import type { OrganisationChangesFile } from '#organisation';
import { foldText } from '../../format/collate.js';

export type { NamedUnit };
export { UNIT_KINDS } from '#organisation';

/** Changes of an organisation that somebody writes down, as the file of changes has them. Pure. */

export const CHANGE_KINDS = ['merge', 'split', 'rename', 'move', 'found', 'dissolve'] as const;
export type UnitChangeKind = (typeof CHANGE_KINDS)[number];

/** One change. A merger of several into one, and a split of one into several, are as many changes as there are units beside the one. */
export interface UnitChange {
  readonly kind: UnitChangeKind;
  readonly unit: NamedUnit;
  /** The unit that takes over, the new superior, or the new name under the id ''; null for a unit that ends without a successor. */
  readonly to: NamedUnit | null;
  /** What a unit that is founded is. */
  readonly founded?: { readonly tier: string; readonly kind: string };
}

const ENDS: ReadonlySet<UnitChangeKind> = new Set(['merge', 'split', 'dissolve']);

/** All of them from one day on. A unit that is merged or split ends; those that it goes to take over its work, the first before the others. */
export function changesFile(from: string, changes: readonly UnitChange[]): OrganisationChangesFile {
  const of = (kind: UnitChangeKind): readonly UnitChange[] => changes.filter((change) => change.kind === kind);
  const ending = Map.groupBy(
    changes.filter(({ kind }) => ENDS.has(kind)),
    ({ unit }) => unit.id,
  );
  const listed = {
    found: of('found').flatMap(({ unit, to, founded }) =>
      founded && to ? [{ id: unit.id, name: unit.name, ...founded, superior: to.id }] : [],
    ),
    rename: of('rename').map(({ unit, to }) => ({ id: unit.id, name: to?.name ?? '' })),
    move: of('move').map(({ unit, to }) => ({ id: unit.id, superior: to?.id ?? '' })),
    dissolve: [...ending].map(([id, same]) => ({
      id,
      successors: [...new Set(same.flatMap(({ to }) => (to === null ? [] : [to.id])))],
    })),
  };
  return { from, ...Object.fromEntries(Object.entries(listed).filter(([, each]) => each.length > 0)) };
}

/** An id that a new unit may bear: below that of its superior, made from its name. */
export function idFor(name: string, superior: string | null): string {
  const own = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return superior === null || own === '' ? own : `${superior}.${own}`;
}

/** What tells one change from another. */
export const keyOfChange = ({ kind, unit, to }: UnitChange): string => `${kind} ${unit.id} ${to?.id ?? ''} ${to?.name ?? ''}`;
