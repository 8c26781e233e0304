import { type LocalDate, TIERS, type UnitId } from '#engine';
import type { Inspection } from './inspection.js';
import { spanOf } from './check-references.js';
import { existsOn, type UnitLife } from './life.js';

/** A stretch of days; `until` excluded, null without end. */
export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** A unit below one superior for a while. */
export interface Edge extends Span {
  readonly superior: UnitId | null;
}

/** Whom a unit answered to, stretch by stretch, within its life. */
export function edgesOf(life: UnitLife): readonly Edge[] {
  return life.superiors
    .map(({ from, value }, index) => ({ superior: value, from, until: life.superiors[index + 1]?.from ?? life.until }))
    .filter(({ from, until }) => until === null || from < until);
}

/** Every superior exists, all the time, and on no lower tier. */
export function checkSuperiors(life: UnitLife, { history, problems, placeOf }: Inspection): void {
  const { id, tier } = life.founded;
  for (const edge of edgesOf(life)) {
    const { superior } = edge;
    if (superior === null) continue;
    const path = () => placeOf(id, 'superior', edge.from);
    const above = history.lives.get(superior);
    if (!above) {
      problems.add('organisation.unknown-superior', path, { superior });
      continue;
    }
    if (!covers(above, edge)) {
      const facts = { superior, id, life: spanOf(above), needed: spanOf(edge) };
      problems.add('organisation.superior-not-valid', path, facts);
    }
    const superiorTier = above.founded.tier;
    if (TIERS.indexOf(tier) < TIERS.indexOf(superiorTier)) {
      problems.add('organisation.tier-above-superior', path, { tier, superior, superiorTier });
    }
  }
}

/** Every successor is another unit that stands on the day it takes over. */
export function checkSuccessors(life: UnitLife, { history, problems, placeOf }: Inspection): void {
  const { id } = life.founded;
  const date = life.until;
  if (date === null) return;
  const path = () => placeOf(id, 'successors', date);
  for (const successor of life.successors) {
    const next = history.lives.get(successor);
    if (next && existsOn(next, date)) continue;
    problems.add('organisation.successor-not-valid', path, { successor, id, date });
  }
}

const covers = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));
