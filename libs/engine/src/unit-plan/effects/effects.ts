import type { Instant } from '../../time/local-date.js';
import { draftOf, type Draft } from '../draft.js';
import type { UnitPlanEvent } from '../events.js';
import { foldInto, type ContinuingEvent } from '../fold.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { amendments } from './amendments.js';
import { calendarChanges } from './calendar.js';
import { closings } from './closings.js';
import { followUps } from './follow-up.js';
import { ladder } from './ladder.js';
import { openObligations } from './open-obligations.js';
import { outsideEvents } from './outside-events.js';
import { isInert, isListed, type EffectSource, type Look, type Pending } from './pending.js';
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

/** What time has done in a unit plan. */
export interface Advanced {
  /** What was caused, in the order in which it happened. */
  readonly events: readonly UnitPlanEvent[];
  /** The state after it; the one that was given where nothing happened. */
  readonly state: UnitPlanState;
  /** When time will next cause something in that state; null for never. */
  readonly next: Instant | null;
}

/**
 * Lets time and facts act up to an instant. Each event carries the instant at which it was due, so that it does not matter when
 * the clock came by, provided that time is let catch up before people's commands are decided. What one of them changes, the next
 * is judged by. Each round looks at everything that is owed once; rounds are as many as instants at which something counts that
 * others count with.
 */
export function advance(state: UnitPlanState, until: Instant, context: RulesContext): Advanced {
  const caused: UnitPlanEvent[] = [];
  let draft: Draft | undefined;
  for (;;) {
    const look = lookAt(draft ?? state, until, context);
    const due = pendingIn(look);
    if (due.length === 0) return { events: caused, state: draft ?? state, next: look.later };
    // What changes nothing that others count with leaves nothing new behind it: the look that found it still tells what is next.
    const isLast = due.every(({ phase }) => isInert(phase));
    draft ??= draftOf(state);
    for (const event of eventsOf(nextBatch(due))) {
      caused.push(event);
      foldInto(draft, event);
    }
    if (isLast) return { events: caused, state: draft, next: look.later };
  }
}

function eventsOf(batch: readonly Pending[]): readonly ContinuingEvent[] {
  const events = batch.flatMap(({ cause }) => cause());
  if (events.length === 0) throw new TypeError(`nothing happens at ${batch[0]?.at}, phase ${batch[0]?.phase}`);
  return events;
}

/** The events of {@link advance}. */
export const dueEffects = (state: UnitPlanState, until: Instant, context: RulesContext): readonly UnitPlanEvent[] =>
  advance(state, until, context).events;

/** When time will next cause something in this state; null for never. */
export function nextWakeUp(state: UnitPlanState, context: RulesContext): Instant | null {
  const look = lookAt(state, null, context);
  pendingIn(look);
  return look.later;
}

/** What happens next: all of one instant and phase, or a run of what changes nothing that the others count with. */
function nextBatch(due: Pending[]): readonly Pending[] {
  if (due.length > 1) due.sort(inOrder);
  const [first] = due;
  if (!first) return [];
  const isRun = isInert(first.phase);
  const end = due.findIndex(({ at, phase }) => (isRun ? !isInert(phase) : at !== first.at || phase !== first.phase));
  return end === -1 ? due : due.slice(0, end);
}

const lookAt = (state: UnitPlanState, until: Instant | null, context: RulesContext): Look => ({
  state,
  context,
  until,
  open: openObligations(state),
  later: null,
});

/** What is due by the instant that is asked for. Nothing more happens to a unit plan whose unit is no more. */
function pendingIn(look: Look): Pending[] {
  const due: Pending[] = [];
  if (look.state.transferredAt !== null) return due;
  for (const source of SOURCES) for (const each of source(look)) if (isListed(each.at, look)) due.push(each);
  return due;
}

function inOrder(a: Pending, b: Pending): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.phase !== b.phase) return a.phase - b.phase;
  const [before, after] = [a.order(), b.order()];
  return before < after ? -1 : before === after ? 0 : 1;
}
