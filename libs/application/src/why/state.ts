import { isPast, lastInstant, type Instant, type ItemState, type ObligationKey, type UnitPlanEvent } from '#engine';
import type { Doer } from '#contracts';
import type { NewEvent } from '#event-store';
import { timeliness } from '#read-models';
import type { AnyStatement } from './explanation.js';
import { causeOf } from './existence.js';
import { rightOf, statusOf } from './rights.js';
import { say } from './statement.js';
import type { Obligation, Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';
import type { Verdict } from './words/state-words.js';

/** Why an obligation stands where it does: who did what by what right, what the engine did, and how it stands to its date. */
export function whyState(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): AnyStatement | undefined {
  const deeds = whyDeeds(log, course, key);
  const time = timeIs(log, course, key);
  return deeds && time && { ...deeds, because: [...deeds.because, time] };
}

/** {@link whyState}, its date apart. */
export function whyDeeds(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): AnyStatement | undefined {
  const obligation = course.obligation(key);
  const turns = course.turnsOf(key);
  const [first] = turns;
  if (!obligation || !first) return undefined;
  const deeds = turns.slice(1).map((turn) => deed(log, turn, course));
  const idle = deeds.length === 0 ? say('nothing-done', { since: first.event.at }, { evidence: [log.event(first.event)] }) : null;
  return say(
    'state.is',
    { obligation: key, status: statusOf(obligation.it), at: log.at },
    { evidence: [log.event((turns.at(-1) ?? first).event)], because: [...deeds, idle] },
  );
}

/** What one event did with an obligation. */
function deed(log: WhyLog, turn: Turn, course: UnitPlanCourse): AnyStatement {
  const { event, stateBefore, before, after } = turn;
  const status = before !== null && statusOf(before) === statusOf(after) ? null : statusOf(after);
  if (event.actor === null) {
    const rule = event.because === null ? null : event.because.rule;
    const facts = { event: event.type, at: event.at, status, rule, reason: reasonIn(event, after) };
    return say('effect', facts, { evidence: [log.event(event), causeOf(log, event)] });
  }
  const { right, of, evidence } = rightOf(log, turn, stateBefore ?? course.state);
  const document = 'document' in event.data ? event.data.document : null;
  const actor = log.organisation.name(event.actor, event.at.slice(0, 10) as never);
  const facts = {
    event: event.type,
    at: event.at,
    actor,
    right,
    of,
    status,
    note: noteIn(event),
    document,
    by: recordedBy(event),
  };
  return say('act', facts, { evidence: [log.event(event), ...evidence] });
}

/** The person behind an act, as the log has it. */
const recordedBy = (event: UnitPlanEvent): Doer | null => (event as Pick<NewEvent, 'by'>).by ?? null;

function noteIn({ data }: UnitPlanEvent): string | null {
  if ('reason' in data) return data.reason;
  if ('note' in data) return data.note;
  return 'content' in data ? data.content : null;
}

/** What the event itself says of why an obligation ended, or was changed. */
function reasonIn({ data }: UnitPlanEvent, after: Turn['after']): string | null {
  const about = Object.values(data).flatMap((value: unknown) => (Array.isArray(value) ? (value as readonly Named[]) : []));
  const found = about.find(({ item, obligation }) => item === after.id || (obligation ?? '').endsWith(` ${after.id}`));
  return found?.reason ?? ('document' in data ? (data.document?.number ?? null) : null);
}

interface Named {
  readonly item?: string;
  readonly obligation?: string;
  readonly reason?: string;
}

/** What an obligation's timeliness is judged by: when it was handed in, as long as that stands. */
export const doneAtOf = ({ kind, it }: Obligation): Instant | null => {
  if (kind === 'duty') return it.fulfilledAt;
  return IN.has(it.status) ? it.submittedAt : null;
};

const IN: ReadonlySet<string> = new Set(['submitted', 'completed', 'accepted']);

/** How an obligation stands to its date at the instant of the question. */
export function timeIs(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): AnyStatement | undefined {
  const obligation = course.obligation(key);
  if (!obligation) return undefined;
  const { kind, it } = obligation;
  const time = 'time' in it ? it.time : undefined;
  const facts = {
    verdict: verdictOf(obligation, log.at),
    due: it.due,
    last: it.due === null ? null : lastInstant(it.due, time),
    doneAt: doneAtOf(obligation),
    at: log.at,
    status: statusOf(it),
    standing: kind === 'item' && (it as ItemState).kind === 'standing',
  };
  const turns = course.turnsOf(key);
  const done = turns.find(({ event }) => event.at === facts.doneAt && event.actor !== null) ?? turns.at(-1);
  return say('time.is', facts, { evidence: [done && log.event(done.event)] });
}

/** As lists and rates judge it. */
export function verdictOf(obligation: Obligation, at: Instant): Verdict {
  const { kind, it } = obligation;
  const time = 'time' in it ? (it.time ?? null) : null;
  if (kind === 'duty') {
    if (it.due === null || it.ended !== null) return 'no-deadline';
    return isPast(it.due, undefined, it.fulfilledAt ?? at)
      ? it.fulfilledAt
        ? 'late'
        : 'overdue'
      : it.fulfilledAt
        ? 'on-time'
        : 'not-due';
  }
  return timeliness({ due: it.due, dueTime: time, status: it.status, submittedAt: it.submittedAt }, at).timeliness;
}
