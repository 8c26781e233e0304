import type { LocalDate, UnitId } from '#engine';
import type { Inspection } from './inspection.js';
import { edgesOf, type Span } from './check-superiors.js';
import type { UnitLife } from './life.js';
import { foldName } from './names.js';
import { pointer } from './problem.js';

interface Claim extends Span {
  readonly unit: UnitId;
  readonly name: string;
  readonly path: () => string;
  /** Superior and folded name: rivals share it. */
  readonly key: string;
}

const NEVER = '9999-12-31';

/** Below one superior, on any day, a name (or alias, or local name) is one unit's only: else a text that says it is ambiguous. */
export function checkNames(inspection: Inspection): void {
  const lives = [...inspection.history.lives.values()];
  const claims = lives.flatMap((life) => claimsOf(life, inspection));
  for (const rivals of Map.groupBy(claims, ({ key }) => key).values()) {
    if (rivals.length > 1) tellOverlaps(rivals, inspection);
  }
}

function claimsOf(life: UnitLife, inspection: Inspection): readonly Claim[] {
  const edges = edgesOf(life);
  return borneBy(life, inspection).flatMap(({ during, ...borne }) =>
    edges.flatMap((edge) => {
      const shared = overlap(during, edge);
      const key = `${edge.superior ?? ''} ${foldName(borne.name)}`;
      return shared ? [{ ...borne, ...shared, key, unit: life.founded.id }] : [];
    }),
  );
}

function borneBy(life: UnitLife, { placeOf }: Inspection) {
  const { id, aliases, localName } = life.founded;
  const during = { from: life.from, until: life.until };
  const names = life.names.map(({ from, value }, index) => ({
    name: value,
    path: () => placeOf(id, 'name', from),
    during: { from, until: life.names[index + 1]?.from ?? life.until },
  }));
  const others = aliases.map((name, index) => ({
    name,
    path: () => pointer(placeOf(id, 'aliases', life.from), index),
    during,
  }));
  const local = { name: localName ?? '', path: () => placeOf(id, 'localName', life.from), during };
  return localName === null ? [...names, ...others] : [...names, ...others, local];
}

/** In the order of their beginnings; each later one is held against the longest of another unit before it. */
function tellOverlaps(rivals: readonly Claim[], { problems }: Inspection): void {
  const [first, ...later] = rivals.toSorted((a, b) => order(a.from, b.from));
  let longest = first;
  for (const claim of later) {
    if (!longest) return;
    if (claim.unit !== longest.unit && overlap(longest, claim)) {
      problems.add('organisation.duplicate-name', claim.path, { name: claim.name, other: longest.unit });
    }
    if (endOf(claim) > endOf(longest)) longest = claim;
  }
}

function overlap(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = endOf(a) < endOf(b) ? a.until : b.until;
  return until === null || from < until ? { from, until } : undefined;
}

const endOf = ({ until }: Span): string => until ?? NEVER;
const order = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : Number(a > b));
