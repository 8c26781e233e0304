import type { PlanRef, PlanRules } from '#engine';
import { clause } from '../semantics/reading.js';
import { lowerUnit } from './actors.js';
import { lowerFollowUp, lowerSteps } from './escalation.js';
import { lowerConditional, lowerPlanLines, some } from './plan-lines.js';
import { lowerRegime } from './regime.js';
import { lowerTarget } from './targets.js';
import type { Source } from './source.js';
import { lowerDuty, lowerTask } from './tasks.js';

/**
 * Lowers a text to what the engine runs. Null where the plan's own identity could not be read; where the text has other
 * errors, what they concern is left out. Cost: linear in the text.
 */
export function lower(source: Source): PlanRules | null {
  const { reading } = source;
  const { plan, issuer, issuedOn, horizon, lexed } = reading;
  if (!plan?.number || !issuer || !issuedOn || !horizon) return null;
  const focal = clause(plan.clauses, 'focal')?.actors[0];
  return {
    irVersion: 1,
    plan: { issuer: issuer.id, number: plan.number.value, issuedOn },
    title: clause(plan.clauses, 'title')?.text?.value ?? '',
    focal: focal?.kind === 'named' ? lowerUnit(focal.name, reading) : null,
    horizon,
    implements: implementedPlan(source),
    inheritsAll: clause(plan.clauses, 'inherit') !== undefined,
    omits: omissions(source),
    ...lowerItems(source),
    place: lexed.lines.placeOf(plan.head),
    ...lowerPlanLines(source),
    ...lowerMore(source),
  };
}

/** The plan that a text says it carries out; null where it says none, or not readably. */
export function implementedPlan({ reading }: Source): PlanRef | null {
  const stated = reading.plan && clause(reading.plan.clauses, 'implements');
  const issuer = lowerUnit(stated?.issuer, reading);
  if (!stated?.number || !stated.issuedOn?.value || issuer === null) return null;
  return { issuer, number: stated.number.value, issuedOn: stated.issuedOn.value };
}

function omissions({ reading: { plan, lexed } }: Source): PlanRules['omits'] {
  return (plan?.clauses ?? []).flatMap((line) => {
    if (line.kind !== 'omit' || !line.task) return [];
    return [{ task: line.task.written, reason: line.reason?.value ?? '', place: lexed.lines.placeOf(line.span) }];
  });
}

/** Targets, what follows besides the ladder, and what is reported in some case only. */
function lowerMore(source: Source): Pick<PlanRules, 'targets' | 'followUp' | 'conditional'> {
  const { items } = source.reading;
  return {
    ...some(
      'targets',
      items.flatMap((item) => (item.kind === 'goal' ? (lowerTarget(item, source) ?? []) : [])),
    ),
    ...some(
      'followUp',
      items.flatMap((item) => (item.kind === 'escalation' ? lowerFollowUp(item, source.reading) : [])),
    ),
    ...some(
      'conditional',
      items.flatMap((item) => (item.kind === 'conditional' ? (lowerConditional(item, source) ?? []) : [])),
    ),
  };
}

function lowerItems(source: Source): Pick<PlanRules, 'sections' | 'tasks' | 'duties' | 'regimes' | 'escalation'> {
  const { reading } = source;
  const { items } = reading;
  return {
    sections: items.flatMap((item) =>
      item.kind === 'section' && item.no ? [{ no: item.no.value, title: item.title?.value ?? '' }] : [],
    ),
    tasks: reading.tasks.flatMap((task) => lowerTask(task, source) ?? []),
    duties: items.filter((item) => item.kind === 'duty').map((item, index) => lowerDuty(item, String(index + 1), source)),
    regimes: items
      .filter((item) => item.kind === 'regime')
      .flatMap((item, index) => lowerRegime(item, String(index + 1), source) ?? []),
    escalation: items.flatMap((item) => (item.kind === 'escalation' ? lowerSteps(item, reading) : [])),
  };
}
