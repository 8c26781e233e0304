import { localDateOf, type Directory, type EffectivePlan, type UnitId, type UnitPlanState } from '#engine';
import type { Evidence } from './explanation.js';
import type { Turn } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';
import type { Right } from './words/state-words.js';

/** By what right an actor acted, whose superior or which plan's issuer it is, and what shows that. */
export interface Entitled {
  readonly right: Right | null;
  readonly of: string | null;
  readonly evidence: readonly (Evidence | undefined)[];
}

const NOBODY: Entitled = { right: null, of: null, evidence: [] };

interface Acting {
  readonly log: WhyLog;
  readonly actor: UnitId;
  readonly state: UnitPlanState;
  readonly directory: Directory;
  readonly turn: Turn;
}

/** By what right the actor of an event acted, by the unit plan as it stood before it. */
export function rightOf(log: WhyLog, turn: Turn, state: UnitPlanState): Entitled {
  const { event } = turn;
  if (event.actor === null) return NOBODY;
  const acting = { log, actor: event.actor, state, directory: log.organisation.at(event), turn };
  return byWork(acting) ?? byAddress(acting) ?? byRank(acting) ?? byPlan(acting) ?? byEntry(acting) ?? NOBODY;
}

const plain = (right: Right, evidence: readonly (Evidence | undefined)[] = []): Entitled => ({ right, of: null, evidence });

function byWork({ actor, state, turn: { before, after } }: Acting): Entitled | undefined {
  if (actor === state.unit) return plain('holder');
  const it = before ?? after;
  return 'jointLeads' in it && it.jointLeads.includes(actor) ? plain('joint-lead') : undefined;
}

/** The obligation itself names who receives it. */
function byAddress({ actor, turn: { before, after } }: Acting): Entitled | undefined {
  const it = before ?? after;
  if ('inputs' in it) {
    if (it.to === actor) return plain('addressee');
    return it.via === actor || it.viaNext?.includes(actor) === true ? plain('via') : undefined;
  }
  if (!('jointLeads' in it)) return undefined;
  if (it.receiver === actor) return plain('receiver');
  return it.resolver === actor ? plain('resolver') : undefined;
}

function byRank({ log, actor, state, directory, turn }: Acting): Entitled | undefined {
  if (directory.units.get(state.unit)?.superior !== actor) return undefined;
  const on = localDateOf(turn.event.at);
  const evidence = [log.organisation.evidence(state.unit, directory, on)];
  return { right: 'superior', of: log.organisation.name(state.unit, on).name, evidence };
}

/** The issuer and the focal point of the plan that the unit follows, and of those above it. */
function byPlan({ log, actor, state, directory }: Acting): Entitled | undefined {
  const followed = log.running(state.source, directory)?.effective ?? null;
  for (let at: EffectivePlan | null = followed; at; at = at.parent) {
    const { plan, focal, place } = at.rules;
    if (plan.issuer !== actor && focal !== actor) continue;
    const isOwn = at === followed;
    const right = plan.issuer === actor ? (isOwn ? 'issuer' : 'issuer-above') : isOwn ? 'focal' : 'focal-above';
    return { right, of: plan.number, evidence: [log.rule(log.plan(at.id), 'plan', place)] };
  }
  return undefined;
}

/** The unit plan has it among those who may judge, such as the heir of one who is no more. */
const byEntry = ({ actor, state }: Acting): Entitled | undefined =>
  state.acceptors.includes(actor) ? plain('acceptor') : undefined;

/** The status of an obligation; a duty is issued, ended or owed. */
export function statusOf(it: Turn['after']): string {
  if ('status' in it) return it.status;
  return it.fulfilledAt !== null ? 'fulfilled' : (it.ended ?? 'owed');
}
