import type { Instant } from '../../time/local-date.js';
import type { UnitPlanEvent } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { amendments } from './amendments.js';
import { calendarChanges } from './calendar.js';
import { closings } from './closings.js';
import { followUps } from './follow-up.js';
import { ladder } from './ladder.js';
import { outsideEvents } from './outside-events.js';
import { isInert, type Asked, type EffectSource, type Pending } from './pending.js';
import { openings } from './periods.js';
import { resumptions } from './resumptions.js';

const SOURCES: readonly EffectSource[] = [
  calendarChanges,
  outsideEvents,
  amendments,
  resumptions,
  openings,
  closings,
  ladder,
  followUps,
];

/**
 * The events that time and facts cause up to an instant, in the order in which they happen. Each carries the instant at which
 * it was due, so that it does not matter when the clock came by, provided that time is let catch up before people's
 * commands are decided. What one of them changes, the next is judged by.
 */
export function dueEffects(state: UnitPlanState, until: Instant, context: RulesContext): readonly UnitPlanEvent[] {
  const caused: UnitPlanEvent[] = [];
  for (let current = state; ; ) {
    const batch = nextBatch(current, until, context);
    if (batch.length === 0) return caused;
    const events = batch.flatMap(({ cause }) => cause());
    if (events.length === 0) throw new TypeError(`nothing happens at ${batch[0]?.at}, phase ${batch[0]?.phase}`);
    caused.push(...events);
    current = foldUnitPlan(events, current);
  }
}

/** When time will next cause something in this state; null for never. */
export function nextWakeUp(state: UnitPlanState, context: RulesContext): Instant | null {
  let earliest: Instant | null = null;
  for (const { at } of pendingIn(state, context, { until: null, earliest: true })) {
    if (earliest === null || at < earliest) earliest = at;
  }
  return earliest;
}

/** What happens next: all of one instant and phase, or a run of what changes nothing that the others count with. */
function nextBatch(state: UnitPlanState, until: Instant, context: RulesContext): readonly Pending[] {
  const due = pendingIn(state, context, { until, earliest: false })
    .filter(({ at }) => at <= until)
    .sort(inOrder);
  const [first] = due;
  if (!first) return [];
  const isRun = isInert(first.phase);
  const end = due.findIndex(({ at, phase }) => (isRun ? !isInert(phase) : at !== first.at || phase !== first.phase));
  return end === -1 ? due : due.slice(0, end);
}

/** Nothing more happens to a unit plan whose unit is no more. */
const pendingIn = (state: UnitPlanState, context: RulesContext, asked: Asked): Pending[] =>
  state.transferredAt === null ? SOURCES.flatMap((source) => source(state, context, asked)) : [];

function inOrder(a: Pending, b: Pending): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.phase !== b.phase) return a.phase - b.phase;
  const [before, after] = [a.order(), b.order()];
  return before < after ? -1 : before === after ? 0 : 1;
}
