import type { UnitEntry, UnitId } from '../../ir/directory.js';
import type { Addressee, ReportRoute, Via } from '../../ir/plan-rules.js';
import type { DerivedReport } from '../../unit-plan/events.js';
import { heirOf, heirsOf } from '../heirs.js';
import { meaning, regimeOf } from './holdings.js';
import type { World } from './world.js';

/** Whom a report goes to, and on what way. */
export interface Way {
  readonly to: UnitId;
  readonly via: UnitId | null;
  readonly viaNext: readonly UnitId[];
  readonly copies: readonly UnitId[];
}

/** Who sends a report, and who it was sent by before: the same unit, or the one that is no more. */
interface Sender {
  readonly unit: UnitId;
  readonly before: UnitEntry;
}

/**
 * The way of a report by its rule, as the organisation now stands; null where nobody is left to send it to. Where the addressee
 * has no such office as the text sends it through, it goes the way on which the former addressee sent its own.
 */
export function wayOf(report: DerivedReport, sender: Sender, world: World): Way | null {
  const rule = report.consolidated ? consolidationOf(report, world) : routeOf(report, sender.before, world);
  const to = rule && rule.to.kind !== 'sector' ? addresseeOf(rule.to, sender.unit, world) : heirOf(report.to, world.after);
  if (to === null || to === sender.unit) return null;
  const hops = rule ? hopsBy(rule, to, { report, world }) : hopsAsBefore(report, world);
  const [via = null, ...viaNext] = [...new Set(hops)].filter((hop) => hop !== to && hop !== sender.unit);
  const copies = rule ? rule.copies.flatMap((copy) => addresseeOf(copy, sender.unit, world) ?? []) : report.copies;
  return { to, via, viaNext, copies: heirsOf([...new Set(copies)], world.after) };
}

const hopsBy = ({ via, viaNext = [] }: WayRule, to: UnitId, passing: Passing): readonly UnitId[] =>
  via === null ? [] : [via, ...viaNext].flatMap((hop) => hopTo(hop, to, passing) ?? []);

const hopsAsBefore = ({ via, viaNext = [] }: DerivedReport, { after }: World): readonly UnitId[] =>
  heirsOf([...(via ? [via] : []), ...viaNext], after);

/** What a route and a consolidation have in common. */
interface WayRule {
  readonly to: Addressee;
  readonly via: Via | null;
  readonly viaNext?: readonly Via[];
  readonly copies: readonly Addressee[];
}

function consolidationOf(report: DerivedReport, { since }: World): WayRule | null {
  const plan = since(report.source);
  const regime = plan && regimeOf(plan, report);
  const rules = regime?.consolidation ? [regime.consolidation, ...(regime.chain ?? [])] : [];
  const level = Number(/:all(\d*)(?:~\d+)?$/.exec(report.id)?.[1] || 1) - 1;
  const rule = rules[level];
  return rule ? { to: rule.to, via: rule.via ?? null, copies: rule.copies ?? [] } : null;
}

/** The route by which a unit sent a report on the last day before, as it reads now. */
function routeOf(report: DerivedReport, unit: UnitEntry, world: World): ReportRoute | null {
  const [until, now] = [world.until(report.source), world.since(report.source)];
  if (!until || !now) return null;
  const below = until.rules.plan.issuer;
  const routes = regimeOf(until, report)?.routes ?? [];
  const at = routes.findIndex(({ from }) => meaning(from, unit, { below, world }) !== undefined);
  return regimeOf(now, report)?.routes[at] ?? null;
}

function addresseeOf(to: Addressee, sender: UnitId, { after }: World): UnitId | null {
  if (to.kind === 'unit') return heirOf(to.unit, after);
  return to.kind === 'superior' ? (after.units.get(sender)?.superior ?? null) : null;
}

interface Passing {
  readonly report: DerivedReport;
  readonly world: World;
}

function hopTo(via: Via, to: UnitId, { report, world }: Passing): UnitId | null {
  if (via.kind === 'unit') return heirOf(via.unit, world.after);
  const office = world.after.local(to, via.name);
  if (office) return office.id;
  const former = world.before.units.get(report.to);
  const onward = former ? routeOf(report, former, world)?.via : null;
  if (!onward) return null;
  return onward.kind === 'unit' ? heirOf(onward.unit, world.after) : (world.after.local(to, onward.name)?.id ?? null);
}
