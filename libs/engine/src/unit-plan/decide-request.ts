import { resolver } from '../cascade/assignment.js';
import type { EffectivePlan } from '../cascade/effective-plan.js';
import { addressee, viaUnit } from '../cascade/report-senders.js';
import type { ConditionalRule } from '../ir/follow-up-rule.js';
import { sameText } from '../plan/same-text.js';
import { dueDate } from '../time/due-date.js';
import { isPast } from '../time/due-instant.js';
import { localDateOf, type LocalDate } from '../time/local-date.js';
import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { checkDocument } from './decide-deadline.js';
import { accept, reject, type Decision } from './decision.js';
import type { DerivedReport, ReportId, UnitPlanEvent } from './events.js';
import type { RulesContext } from './rules-context.js';
import type { UnitPlanState } from './state.js';

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;
type Context = CommandContext & RulesContext;

/** One more report, to whoever may judge the unit's work and asks for it. It covers the time from the plan's issue to its due day. */
export function requestReport(
  { title, due, time, document }: UnitPlanCommand & { type: 'RequestReport' },
  state: UnitPlanState,
  context: Context,
): Result {
  const { actor, at } = context;
  if (!state.acceptors.includes(actor))
    return reject('report.may-not-ask', { unit: state.unit, actor, acceptors: state.acceptors.join(', ') });
  const asked = title.trim();
  if (asked === '') return reject('report.title-missing');
  if (isPast(due, time ?? undefined, at)) return reject('report.due-passed', { due: time ? `${due} ${time}` : due });
  const refusal = document && checkDocument(document, context);
  if (refusal) return refusal;
  const report: DerivedReport = {
    ...once(state, 'request', context),
    until: due,
    due,
    to: actor,
    via: null,
    copies: [],
    asked,
    ...(time === null ? {} : { time }),
  };
  const data = { report, document };
  return accept({ type: 'ReportRequested', v: 1, data, because: null, at, actor });
}

/** What reports that are asked for once have alike. The id tells the day, and of several the number. */
function once(
  state: UnitPlanState,
  regime: 'request' | 'case',
  { at, planOf }: Context,
): Omit<DerivedReport, 'until' | 'due' | 'to' | 'via' | 'copies'> {
  const today = localDateOf(at);
  const stem = `${regime}@${today}`;
  let id = stem;
  for (let number = 2; state.reports.has(id as ReportId); number++) id = `${stem}.${number}`;
  const from = planOf(state.source)?.rules.plan.issuedOn ?? today;
  return { id: id as ReportId, regime, source: state.source, period: 'request', from, consolidated: false, inputs: [] };
}

/** The report that the rules ask for "in case …", with its term from today; at once is the next working day. */
export function raiseCase(
  { condition }: UnitPlanCommand & { type: 'RaiseCase' },
  state: UnitPlanState,
  context: Context,
): Result {
  const { actor, at, calendar, directory } = context;
  if (actor !== state.unit) return reject('case.not-yours', { unit: state.unit, actor });
  const cases = casesOf(state, context);
  const found = cases.find(({ rule }) => sameText(rule.condition, condition));
  const to = found && addressee(found.rule.to, actor, directory);
  if (!found || !to)
    return reject('case.unknown', { condition, cases: cases.map(({ rule }) => rule.condition).join('; ') || '—' });
  const { plan, rule } = found;
  const due = dueOfCase(rule, localDateOf(at), context);
  const [via = null, ...viaNext] = rule.via.flatMap((hop) => viaUnit(hop, to, directory) ?? []);
  const report: DerivedReport = {
    ...once(state, 'case', context),
    source: plan.id,
    until: localDateOf(at),
    due,
    to,
    via,
    copies: rule.copies.flatMap((copy) => addressee(copy, actor, directory) ?? []),
    asked: rule.condition,
    ...(viaNext.length === 0 ? {} : { viaNext }),
  };
  return accept({
    type: 'ReportRequested',
    v: 1,
    data: { report, document: null },
    because: {
      rules: plan.hash,
      rule: `case ${rule.condition}`,
      place: rule.place,
      calendar: calendar.version,
      organisation: directory.version,
      inputs: { on: localDateOf(at) },
    },
    at,
    actor,
  });
}

function dueOfCase({ within }: ConditionalRule, on: LocalDate, { calendar }: Context): LocalDate | null {
  const term = within ?? ({ amount: 1, unit: 'workday' } as const);
  return dueDate({ kind: 'after', date: on, ...term }, { issuedOn: on, calendar });
}

interface Case {
  readonly plan: EffectivePlan;
  readonly rule: ConditionalRule;
}

/** The cases that the plans above a unit speak of to it, the nearest plan first. */
function casesOf({ unit, source }: UnitPlanState, { planOf, directory }: Context): readonly Case[] {
  const found: Case[] = [];
  for (let plan: EffectivePlan | null = planOf(source)?.effective ?? null; plan; plan = plan.parent) {
    const { conditional = [], plan: ref } = plan.rules;
    const resolve = resolver(directory, ref.issuer);
    for (const rule of conditional) if (resolve.units(rule.from, ref.issuer).includes(unit)) found.push({ plan, rule });
  }
  return found;
}
