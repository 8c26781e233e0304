import { lastInstant, type Instant, type LocalDate, type ObligationKey, type UnitPlanEvent } from '#engine';
import type { AnyStatement } from './explanation.js';
import { causeOf } from './existence.js';
import { reckonDuty } from './reckon-duty.js';
import { dueRule, reckonItem, undated } from './reckon-item.js';
import { reckonReport } from './reckon-report.js';
import type { Reckoning } from './count-rule.js';
import { say } from './statement.js';
import { obligationIn, type Obligation, type Turn, type UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';
import type { DueCause, DueFacts } from './words/due-words.js';

/**
 * Why an obligation is due when it is: each event that gave or moved the date, in order, and how it was counted. With `upTo`,
 * as it stood after that event. Undefined where there is no such obligation.
 */
export function whyDue(
  log: WhyLog,
  course: UnitPlanCourse,
  { key, upTo }: { readonly key: ObligationKey; readonly upTo?: number },
): AnyStatement | undefined {
  const turns = course.turnsOf(key).filter(({ event }) => upTo === undefined || event.version <= upTo);
  const last = turns.at(-1);
  const kind = course.obligation(key)?.kind;
  if (!last || !kind) return undefined;
  const links = turns.filter(isLink).map((turn) => link(log, course, { turn, kind }));
  const { due } = last.after;
  const time = ('time' in last.after ? last.after.time : undefined) ?? null;
  const end = due === null ? null : lastInstant(due, time ?? undefined);
  const none = due === null ? undated(log, { kind, it: last.after } as Obligation, last.event) : null;
  return say(
    'due.is',
    { obligation: key, due, time, last: end },
    { evidence: [log.event((links.length > 0 ? (turns.filter(isLink).at(-1) ?? last) : last).event)], because: [...links, none] },
  );
}

/** Whether a turn gave the date, moved it, stopped its clock, or set it anew: with a new generation even where it is the same. */
export const isLink = ({ before, after }: Turn): boolean =>
  before === null ||
  before.due !== after.due ||
  suspensionsOf(before) !== suspensionsOf(after) ||
  generationOf(before) !== generationOf(after);

const suspensionsOf = (it: Turn['after']): unknown => ('suspensions' in it ? it.suspensions : null);

/** Which generation of its deadline an obligation is in; a duty has one alone. */
export const generationOf = (it: Turn['after']): number => ('generation' in it ? it.generation : 1);

/** A turn of an obligation of a kind. */
export interface Linked {
  readonly turn: Turn;
  readonly kind: Obligation['kind'];
}

function link(log: WhyLog, course: UnitPlanCourse, { turn, kind }: Linked): AnyStatement {
  const { event, before, after } = turn;
  const cause = causeOfDue(event);
  const { steps } = reckoned(log, course, { turn, kind });
  const facts: DueFacts['due.set'] = {
    cause,
    at: event.at,
    from: before?.due ?? null,
    to: after.due,
    document: documentOf(event),
    about: event.type === 'ClocksStarted' ? event.data.event : null,
  };
  const evidence = [log.event(event), causeOf(log, event), dueRule(log, { kind, it: after } as Obligation, event)];
  return say('due.set', facts, { evidence: unique(evidence), because: steps });
}

/** The same place once. */
const unique = <T>(all: readonly T[]): readonly T[] => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];

const CAUSES: Partial<Record<UnitPlanEvent['type'], DueCause>> = {
  UnitPlanDerived: 'derived',
  UnitPlanReplaced: 'replaced',
  PeriodsOpened: 'opened',
  FollowUpReached: 'demanded',
  UnitPlanInherited: 'inherited',
  DeadlineExtended: 'extended',
  ReportExtended: 'extended',
  ItemSuspended: 'suspended',
  ItemResumed: 'resumed',
  CalendarApplied: 'calendar',
  ClocksStarted: 'event',
  DutyClockStarted: 'receipt',
};

function causeOfDue(event: UnitPlanEvent): DueCause {
  switch (event.type) {
    case 'DeadlineResolved':
      return event.data.document === null ? 'receipt' : 'resolved';
    case 'ReportRequested':
      return event.because === null ? 'requested' : 'case';
    case 'AmendmentApplied':
      return event.data.suspended.length > 0 ? 'suspended' : (event.data.restored?.length ?? 0) > 0 ? 'restored' : 'amended';
    default:
      return CAUSES[event.type] ?? 'amended';
  }
}

const documentOf = ({ data }: UnitPlanEvent): DueFacts['due.set']['document'] =>
  'document' in data && data.document !== null ? data.document : null;

/** How the date of a turn was counted; nothing where a document or a person named it. */
function reckoned(log: WhyLog, course: UnitPlanCourse, { turn, kind }: Linked): Reckoning {
  const obligation = { kind, it: turn.after } as Obligation;
  switch (obligation.kind) {
    case 'item':
      return reckonItem(log, course, { turn, item: obligation.it });
    case 'report':
      return reckonReport(log, course, { turn, report: obligation.it });
    default:
      return reckonDuty(log, course, { turn, duty: obligation.it });
  }
}

/** A generation of a deadline: the date that it has, and how long it holds. */
export interface Generation {
  readonly number: number;
  readonly due: LocalDate | null;
  readonly since: Instant;
  /** The turn with which it began. */
  readonly first: Turn;
  /** The turn with which the next one began; null for the one that runs. */
  readonly endedBy: Turn | null;
  /** The obligation as it last stood in it. */
  readonly last: Turn;
}

/** The generations of an obligation's deadline, in order. A duty has one alone. */
export function generationsOf(course: UnitPlanCourse, key: ObligationKey): readonly Generation[] {
  const found: Generation[] = [];
  for (const turn of course.turnsOf(key)) {
    const { after } = turn;
    const number = generationOf(after);
    const open = found.at(-1);
    if (open?.number === number) found[found.length - 1] = { ...open, due: after.due, since: after.since, last: turn };
    else {
      if (open) found[found.length - 1] = { ...open, endedBy: turn };
      found.push({ number, due: after.due, since: after.since, first: turn, endedBy: null, last: turn });
    }
  }
  return found;
}

/** An obligation as it stood before an event of its unit plan. */
export const standingBefore = (course: UnitPlanCourse, event: Turn['event'], key: ObligationKey): Obligation | undefined => {
  const state = course.before(event);
  return state === null ? undefined : obligationIn(state, key);
};
