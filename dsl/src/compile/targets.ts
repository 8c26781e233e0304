import type { Comparison, TargetLevel, TargetRule } from '#engine';
import type { GoalNode, LevelNode, NumberNode } from '../ast/nodes.js';
import { daysOf } from '../semantics/points.js';
import { clause } from '../semantics/reading.js';
import { lowerActors } from './actors.js';
import type { Source } from './source.js';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  AT_LEAST: 'at-least',
  MORE_THAN: 'more-than',
  AT_MOST: 'at-most',
  LESS_THAN: 'less-than',
  REACH: 'exactly',
  NONE_ARISE: 'none',
  IN_TOP: 'in-top',
  IN_GROUP: 'in-group',
};

/** Lowers a target; undefined where it has no number. */
export function lowerTarget(node: GoalNode, { reading }: Source): TargetRule | undefined {
  const { no, title, clauses, head } = node;
  if (!no) return undefined;
  const levels = clause(clauses, 'level')?.levels ?? [];
  const { lines } = reading.lexed;
  return {
    no: no.written,
    title: title?.value ?? '',
    modality: levels.some(({ modality }) => modality === 'strive') ? 'strive' : 'must',
    scope: clause(clauses, 'per-unit') ? 'each-unit' : 'aggregate',
    leads: lowerActors(clause(clauses, 'lead')?.actors ?? [], reading),
    levels: levels.map((level) => ({ ...lowerLevel(level), place: lines.placeOf(level.span) })),
    place: lines.placeOf(head),
  };
}

function lowerLevel(level: LevelNode): Omit<TargetLevel, 'place'> {
  const days = level.by && daysOf(level.by);
  return {
    comparison: comparisonOf(level),
    value: valueOf(level.value),
    upTo: valueOf(level.upTo),
    unit: level.group?.value ?? level.unit,
    outOf: valueOf(level.outOf),
    baseline: valueOf(level.baseline),
    everyYear: level.everyYear,
    by: days && 'value' in days ? days.value.last : null,
  };
}

const valueOf = (number: NumberNode | null): number | null => number && number.value;

/** A rise or fall is told as such: "at least" within it is what a rise means anyway. A bare figure is to be reached. */
function comparisonOf({ movement, comparison }: LevelNode): Comparison {
  if (movement) return movement;
  return (comparison && COMPARISONS[comparison]) ?? 'exactly';
}
