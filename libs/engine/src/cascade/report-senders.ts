import type { Addressee, RegimeRule, ReportRoute, Via } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import { assertNever } from '../time/due-date.js';
import { assignments, type Resolver } from './assignment.js';
import type { EffectivePlan } from './effective-plan.js';

/** Who sends a report to whom, and through whom. */
export interface Sender {
  readonly unit: UnitId;
  readonly to: UnitId;
  readonly via: UnitId | null;
  readonly viaNext: readonly UnitId[];
  readonly route: ReportRoute;
}

interface World {
  readonly directory: Directory;
  readonly resolve: Resolver;
}

/**
 * Who sends whom what. The first route that reaches a unit counts for it; nobody reports to itself. By sector, a unit sends one
 * report to each lead of a task that it has to do with as well.
 */
export function sendersOf(plan: EffectivePlan, regime: RegimeRule, world: World): readonly Sender[] {
  const { issuer } = plan.rules.plan;
  const { resolve, directory } = world;
  const reached = new Set<UnitId>();
  return regime.routes.flatMap((route) => {
    const units = resolve.units(route.from, issuer).filter((unit) => !reached.has(unit) && directory.isWithin(unit, issuer));
    const sectors = route.to.kind === 'sector' ? sectorsOf(plan, new Set(units), resolve) : null;
    const sent = units.flatMap((unit) => {
      const tos = sectors ? [...(sectors.get(unit) ?? [])] : [addressee(route.to, unit, directory)];
      return tos.flatMap((to) => (to === null || to === unit ? [] : sentBy(unit, to, { route, directory })));
    });
    for (const { unit } of sent) reached.add(unit);
    return sent;
  });
}

function sentBy(
  unit: UnitId,
  to: UnitId,
  { route, directory }: { readonly route: ReportRoute; readonly directory: Directory },
): Sender {
  const [via = null, ...viaNext] = hopsOf(route, to, directory);
  return { unit, to, via, viaNext, route };
}

/** Leads of the tasks that each of some units leads, supports or holds besides them, in the order of the tasks. */
function sectorsOf(
  plan: EffectivePlan,
  senders: ReadonlySet<UnitId>,
  resolve: Resolver,
): ReadonlyMap<UnitId, ReadonlySet<UnitId>> {
  const found = new Map<UnitId, Set<UnitId>>();
  for (const { holders, supporters } of assignments(plan, resolve)) {
    const leads = new Set(holders.flatMap(({ unit, joint }) => [unit, ...joint]));
    const sectors = [...leads].filter((unit) => !senders.has(unit));
    if (sectors.length === 0) continue;
    for (const unit of [...leads, ...supporters]) {
      if (!senders.has(unit)) continue;
      const known = found.get(unit) ?? new Set();
      found.set(unit, known);
      for (const sector of sectors) known.add(sector);
    }
  }
  return found;
}

function hopsOf({ via, viaNext = [] }: ReportRoute, to: UnitId, directory: Directory): readonly UnitId[] {
  return via === null ? [] : [via, ...viaNext].flatMap((hop) => viaUnit(hop, to, directory) ?? []);
}

/** The unit that an addressee means for a sender; null for the superior of a unit that has none, and where each sector has its own. */
export function addressee(to: Addressee, sender: UnitId, directory: Directory): UnitId | null {
  switch (to.kind) {
    case 'unit':
      return to.unit;
    case 'superior':
      return directory.units.get(sender)?.superior ?? null;
    case 'sector':
      return null;
    default:
      return assertNever(to);
  }
}

/** The unit that a "via" clause means on the way to an addressee; null where there is none of that name. */
export const viaUnit = (via: Via | null, to: UnitId, directory: Directory): UnitId | null =>
  via && (via.kind === 'unit' ? via.unit : (directory.local(to, via.name)?.id ?? null));
