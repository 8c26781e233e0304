import type { Actor } from '../ir/plan-rules.js';
import type { Directory, UnitClass, UnitEntry, UnitId } from '../ir/directory.js';
import { assertNever } from '../time/due-date.js';
import type { EffectivePlan, EffectiveTask } from './effective-plan.js';
import { standing } from './heirs.js';

/** Who has a task. A holder's `joint` are the units that lead the same one result with it. */
export interface Assignment {
  readonly task: EffectiveTask;
  readonly holders: readonly { readonly unit: UnitId; readonly joint: readonly UnitId[] }[];
  readonly supporters: readonly UnitId[];
}

/** Resolves the actors of clauses on one date; classes are looked up once per plan. */
export interface Resolver {
  /** Units that actors mean to an issuer, each once. */
  units(actors: readonly Actor[], below: UnitId): readonly UnitId[];
}

/**
 * A resolver over one snapshot of the organisation. With a `scope`, classes give only their units within that unit: a plan of a
 * district costs what the district holds, though the plan above it means the whole country.
 */
export function resolver(directory: Directory, scope?: UnitId): Resolver {
  const known = new Map<string, readonly UnitId[]>();
  const members = (actor: Actor, below: UnitId): readonly UnitId[] => {
    const named = namedUnits(actor);
    if (named) return named.filter((unit) => directory.units.has(unit));
    if (actor.kind !== 'each') return [];
    const around = actor.within ?? below;
    const root = scope !== undefined && directory.isWithin(scope, around) ? scope : around;
    const key = `${actor.of.kind}/${actor.of.tier}/${root}`;
    let found = known.get(key);
    if (!found) {
      found = classBelow(actor.of, root, directory);
      known.set(key, found);
    }
    return found;
  };
  return {
    units: (actors, below) => {
      const [only, ...others] = actors;
      if (only === undefined) return [];
      if (others.length === 0) return members(only, below);
      return [...new Set(actors.flatMap((actor) => members(actor, below)))];
    },
  };
}

/** Members of a class below a unit, or, where that is no more, among those that stand for what lay below it. */
function classBelow(of: UnitClass, root: UnitId, directory: Directory): readonly UnitId[] {
  const past = directory.units.has(root) ? undefined : directory.succession(root);
  if (!past) return directory.select(of, root).map((unit: UnitEntry) => unit.id);
  const heirs = new Set(past.branch().flatMap((unit) => standing(unit, directory)));
  return [...heirs].filter((unit) => isOf(of, directory.units.get(unit))).sort();
}

/** Is a unit a member of a class? */
export const isOf = (of: UnitClass, unit: UnitClass | undefined): boolean => unit?.kind === of.kind && unit.tier === of.tier;

/** The units that an actor names one by one; a committee acts through its standing office. Undefined for classes and open groups. */
function namedUnits(actor: Actor): readonly UnitId[] | undefined {
  switch (actor.kind) {
    case 'unit':
      return [actor.unit];
    case 'committee':
      return [actor.office];
    case 'listed':
      return actor.units;
    case 'each':
    case 'open':
      return undefined;
    default:
      return assertNever(actor);
  }
}

type Hands = EffectiveTask['assigned'][number];

/**
 * Who leads and supports each task of a plan. Several named agencies lead jointly: one item, the first accountable. A class
 * means each of its units, and a class together with named agencies means each of all of them (domain decisions, assignment).
 */
export const assignments = (plan: EffectivePlan, resolve: Resolver): readonly Assignment[] =>
  plan.tasks.map((task) => {
    const holders = new Map<UnitId, ReadonlySet<UnitId>>();
    const supporters = new Set<UnitId>();
    for (const hands of task.assigned) {
      addHolders(holders, hands, resolve);
      for (const unit of resolve.units(hands.supports, hands.below)) supporters.add(unit);
    }
    const joint = new Set([...holders.values()].flatMap((others) => (others === NOBODY ? [] : [...others])));
    return {
      task,
      holders: [...holders].map(([unit, others]) => ({
        unit,
        joint: others === NOBODY ? NONE : [...others].filter((other) => !holders.has(other)),
      })),
      supporters: [...supporters].filter((unit) => !holders.has(unit) && !joint.has(unit)),
    };
  });

/** Shared by the many units that lead alone: a class may have ten thousand of them. */
const NOBODY: ReadonlySet<UnitId> = new Set();
const NONE: readonly UnitId[] = [];

function addHolders(holders: Map<UnitId, ReadonlySet<UnitId>>, { below, leads }: Hands, resolve: Resolver): void {
  const units = resolve.units(leads, below);
  const [first, ...others] = leads.some(({ kind }) => kind === 'each' || kind === 'listed') ? [] : units;
  if (first !== undefined) {
    const known = holders.get(first) ?? NOBODY;
    holders.set(first, others.length === 0 ? known : known.union(new Set(others)));
  } else for (const unit of units) holders.set(unit, holders.get(unit) ?? NOBODY);
}
