import { localDateOf, type ObligationKey, type PlanId } from '#engine';
import type { AnyStatement } from './explanation.js';
import { statusOf } from './rights.js';
import { say } from './statement.js';
import type { Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

const GONE: ReadonlySet<string> = new Set(['cancelled', 'transferred']);

/** Why something is no longer owed: who took it back, or where it went. Undefined where it is owed. */
export function goneSince(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): AnyStatement | undefined {
  const turns = course.turnsOf(key);
  const last = turns.at(-1);
  if (!last || !GONE.has(statusOf(last.after))) return undefined;
  const ending = turns.findLast(({ before }) => before !== null && !GONE.has(statusOf(before))) ?? last;
  return gone(log, key, ending);
}

function gone(log: WhyLog, key: ObligationKey, turn: Turn): AnyStatement {
  const { event, after } = turn;
  const evidence = [log.event(event)];
  switch (event.type) {
    case 'UnitPlanTransferred':
      return goneOver(log, key, event);
    case 'UnitPlanReplaced': {
      const plan = log.plan(event.data.by);
      const omit = event.data.withdrawn.find(({ item }) => item === after.id);
      const name = plan?.name ?? { id: event.data.by, number: event.data.by, issuedOn: localDateOf(event.at) };
      return say('not.omitted', { task: after.id, plan: name, reason: omit?.reason ?? '' }, { evidence });
    }
    case 'AmendmentApplied':
      return takenBack(log, event);
    case 'ItemWithdrawn':
      return say('not.withdrawn', { document: event.data.document.number, at: event.at }, { evidence });
    default:
      return say('not.closed', { status: statusOf(after), at: event.at }, { evidence });
  }
}

type Of<T extends Turn['event']['type']> = Extract<Turn['event'], { readonly type: T }>;

function goneOver(log: WhyLog, key: ObligationKey, event: Of<'UnitPlanTransferred'>): AnyStatement {
  const handover = event.data.handovers.find(({ obligation }) => obligation === key);
  const to = (handover?.to ?? []).map((unit) => log.organisation.name(unit, localDateOf(event.at)));
  const facts = { obligation: key, to, at: event.at, reason: handover?.reason ?? '' };
  return say('not.gone-over', facts, { evidence: [log.event(event)] });
}

/** A document took the task back, or ended the plan. */
function takenBack(log: WhyLog, event: Of<'AmendmentApplied'>): AnyStatement {
  const recorded = log.documentOf(event.data.fact);
  const evidence = [log.event(event), recorded && log.event(recorded)];
  const document = event.data.document.number;
  const ended = recorded?.type === 'PlanEnded' ? (recorded.data as { readonly plan: PlanId }).plan : undefined;
  const plan = ended && log.plan(ended);
  if (plan) return say('not.plan-ended', { plan: plan.name, at: event.at, document }, { evidence });
  return say('not.withdrawn', { document, at: event.at }, { evidence });
}
