import {
  localDateOf,
  type DerivedItem,
  type DerivedReport,
  type Directory,
  type FollowUpReached,
  type Inherited,
  type LocalDate,
  type ObligationKey,
  type PlanId,
  type UnitId,
} from '#engine';
import { consolidationOf, dutyClause, sendersClause, writtenRegime, writtenTasks } from './clauses.js';
import type { AnyStatement, Evidence } from './explanation.js';
import { meaningOf, type Reading } from './membership.js';
import { say } from './statement.js';
import type { Obligation, Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { LoggedPlan, WhyLog } from './why-log.js';
import type { ExistenceFacts } from './words/existence-words.js';

/** An obligation of a unit plan, and the event that brought it. */
interface Brought {
  readonly log: WhyLog;
  readonly course: UnitPlanCourse;
  readonly key: ObligationKey;
  readonly unit: UnitId;
  readonly origin: Turn;
  readonly directory: Directory;
  readonly on: LocalDate;
}

/** Why a unit owes something: the event that brought it, the rule, and how the rule means this unit. Undefined where it does not. */
export function whyOwed(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): AnyStatement | undefined {
  const origin = course.turnsOf(key)[0];
  const obligation = course.obligation(key);
  if (!origin || !obligation) return undefined;
  const { event } = origin;
  const directory = log.organisation.at(event);
  const brought = { log, course, key, unit: course.state.unit, origin, directory, on: localDateOf(event.at) };
  switch (obligation.kind) {
    case 'item':
      return item(brought, origin.after as unknown as DerivedItem);
    case 'report':
      return report(brought, origin.after as unknown as DerivedReport);
    default:
      return duty(brought, obligation);
  }
}

const WAYS: Readonly<Record<string, 'derived' | 'replaced' | 'opened' | 'demanded' | 'inherited' | 'requested'>> = {
  UnitPlanDerived: 'derived',
  UnitPlanReplaced: 'replaced',
  PeriodsOpened: 'opened',
  FollowUpReached: 'demanded',
  UnitPlanInherited: 'inherited',
  ReportRequested: 'requested',
};

/** The plan with which something came: the one that was issued, or that opened a period. */
function bringing({ origin: { event } }: Brought, source: PlanId): PlanId {
  if (event.type === 'UnitPlanReplaced') return event.data.by;
  return event.type === 'UnitPlanDerived' || event.type === 'PeriodsOpened' ? event.data.source : source;
}

function header(
  { log, unit, on, origin: { event } }: Brought,
  source: PlanId,
): Pick<ExistenceFacts['owed.item'], 'unit' | 'plan' | 'at'> {
  const plan = log.plan(source)?.name ?? { id: source, number: source, issuedOn: on };
  return { unit: log.organisation.name(unit, on), plan, at: event.at };
}

function item(brought: Brought, { id, task, source, period, jointLeads, inherited = [] }: DerivedItem): AnyStatement {
  const { log, unit, origin, directory, on } = brought;
  const written = writtenTasks(log, bringing(brought, source), { task, directory });
  const naming = written.map((each) => ({ each, how: meaningOf(each.leads, unit, brought) })).find(({ how }) => how);
  const setting = written.at(-1);
  const facts = { item: id, title: written[0]?.rule.title ?? null, period, ...header(brought, source), by: byOf(brought) };
  const evidence = [log.event(origin.event), setting?.leads.place];
  if (origin.event.type === 'FollowUpReached')
    return say('owed.item', facts, { evidence: [log.event(origin.event)], because: [demanded(brought, origin.event)] });
  if (origin.event.type === 'UnitPlanInherited')
    return say('owed.item', facts, { evidence, because: [...predecessors(brought, inherited), periodOf(brought, period)] });
  const because = [
    naming?.how,
    jointLeads.length === 0
      ? null
      : say(
          'lead.joint',
          { others: jointLeads.map((each) => log.organisation.name(each, on)) },
          { evidence: [naming?.each.leads.place] },
        ),
    periodOf(brought, period),
    ...cascade(
      log,
      task,
      written.map(({ plan }) => plan),
    ),
  ];
  return say('owed.item', facts, { evidence, because });
}

const byOf = ({ origin: { event } }: Brought) => (WAYS[event.type] ?? 'derived') as 'derived';

/** Which plans passed the task on, from the top down. */
function cascade(log: WhyLog, task: string, plans: readonly LoggedPlan[]): readonly AnyStatement[] {
  const [top, ...lower] = plans;
  if (!top) return [];
  const refined = lower.map((plan) => say('task.refined', { task, plan: plan.name }, { because: [issued(log, plan)] }));
  return [issued(log, top), ...refined];
}

/** That a plan was issued. */
export function issued(log: WhyLog, { name, title, issued: event, effective }: LoggedPlan): AnyStatement {
  const issuer = log.organisation.name(effective.rules.plan.issuer, name.issuedOn);
  const place = log.rule(log.plan(name.id), 'plan', effective.rules.place);
  return say('plan.issued', { plan: name, title, issuer, at: event.at }, { evidence: [log.event(event), place] });
}

function periodOf({ log, origin: { event } }: Brought, label: string | null): AnyStatement | null {
  if (event.type === 'PeriodsOpened')
    return say('period.opened', { stretch: event.data.through, at: event.at, label }, { evidence: [log.event(event)] });
  return label === null || label === 'next' ? null : say('period.at-issue', { label }, { evidence: [log.event(event)] });
}

function demanded({ log, on }: Brought, event: FollowUpReached): AnyStatement {
  const { obligation, rule, due, target } = event.data;
  const recorded = event as FollowUpReached & Parameters<WhyLog['event']>[0];
  const by = target === null ? null : log.organisation.name(target, on);
  return say('demand.for', { obligation, rule, due, by }, { evidence: [log.event(recorded), causeOf(log, recorded)] });
}

/** The place of the rule that an event itself names. */
export function causeOf(log: WhyLog, { because }: { readonly because: unknown }): Evidence | undefined {
  const cause = because as { readonly rules: string; readonly rule: string; readonly place: null } | null;
  const plan = cause ? log.planOfRules(cause.rules) : undefined;
  return cause ? log.rule(plan, cause.rule, cause.place) : undefined;
}

/** Whose work it was before a reorganisation, each with why that one had it. */
function predecessors(brought: Brought, inherited: readonly Inherited[]): readonly AnyStatement[] {
  const { log, course, origin } = brought;
  return inherited.map(({ unit, obligation, due }) => {
    const before = log.known(course.state.plan, unit);
    const over = before?.events.find(({ type }) => type === 'UnitPlanTransferred');
    const handover =
      over?.type === 'UnitPlanTransferred' ? over.data.handovers.find((each) => each.obligation === obligation) : undefined;
    const ended = log.organisation.change('UnitDissolved', unit);
    const endedOn = (ended?.data as { readonly from: LocalDate } | undefined)?.from ?? null;
    const facts = {
      unit: log.organisation.name(unit, brought.on),
      obligation,
      due,
      ended: endedOn,
      reason: handover?.reason ?? null,
    };
    return say('inherited.from', facts, {
      evidence: [ended && log.event(ended), over ? log.event(over) : log.event(origin.event)],
      because: [before && whyOwed(log, before, obligation)],
    });
  });
}

function report(brought: Brought, owed: DerivedReport): AnyStatement {
  const { log, origin, directory } = brought;
  const { event } = origin;
  const written = writtenRegime(log, owed, directory);
  const isCase = event.type === 'ReportRequested' && event.because !== null;
  const title = written?.regime.title ?? owed.asked ?? null;
  const facts = { report: owed.id, title, ...header(brought, owed.source), by: isCase ? ('case' as const) : byOf(brought) };
  const place = written && log.rule(written.plan, `regime ${written.regime.id}`, written.regime.place);
  return say('owed.report', facts, { evidence: [log.event(event), place], because: reportReasons(brought, owed, written) });
}

type Written = ReturnType<typeof writtenRegime>;

function reportReasons(brought: Brought, owed: DerivedReport, written: Written): readonly (AnyStatement | null | undefined)[] {
  const { event } = brought.origin;
  if (event.type === 'ReportRequested') return [requested(brought, owed)];
  if (event.type === 'UnitPlanInherited') return predecessors(brought, owed.inherited ?? []);
  if (!written) return [];
  const how = owed.consolidated ? summing(brought, owed, written) : senderOf(brought, written);
  const opened = event.type === 'PeriodsOpened' ? periodOf(brought, owed.id.replace(/^.*@/, '')) : null;
  return [how, opened, issued(brought.log, written.plan)];
}

/** The text has this very unit sum up the reports of others. */
function summing(
  { log, unit, on }: Brought,
  { id }: DerivedReport,
  { plan, regime }: NonNullable<Written>,
): AnyStatement | undefined {
  const rule = consolidationOf(regime, id);
  const place = rule && log.rule(plan, `regime ${regime.id}`, rule.place);
  return rule && say('unit.consolidates', { unit: log.organisation.name(unit, on) }, { evidence: [place] });
}

/** The first route that reaches the unit. */
function senderOf(brought: Reading & { readonly unit: UnitId }, written: NonNullable<Written>): AnyStatement | undefined {
  for (const route of written.regime.routes) {
    const how = meaningOf(sendersClause(brought.log, written, route), brought.unit, brought);
    if (how) return how;
  }
  return undefined;
}

function requested({ log, origin: { event }, on, unit }: Brought, { asked = '' }: DerivedReport): AnyStatement {
  const evidence = [log.event(event), causeOf(log, event)];
  if (event.because !== null)
    return say('case.raised', { unit: log.organisation.name(unit, on), condition: asked }, { evidence });
  const actor = event.actor === null ? null : log.organisation.name(event.actor, on);
  const document = event.type === 'ReportRequested' ? (event.data.document?.number ?? null) : null;
  return say('request.by', { actor, asked, document }, { evidence });
}

function duty(brought: Brought, { it }: Obligation & { kind: 'duty' }): AnyStatement {
  const { log, origin, directory, unit } = brought;
  const clause = dutyClause(log, it, directory);
  const facts = { duty: it.id, year: it.year ?? null, ...header(brought, it.source), by: byOf(brought) };
  const evidence = [log.event(origin.event), clause?.place];
  if (origin.event.type === 'UnitPlanInherited')
    return say('owed.duty', facts, { evidence, because: predecessors(brought, it.inherited ?? []) });
  const plan = log.plan(it.source);
  return say('owed.duty', facts, { evidence, because: [clause && meaningOf(clause, unit, brought), plan && issued(log, plan)] });
}
