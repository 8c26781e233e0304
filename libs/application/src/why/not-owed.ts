import {
  addressee,
  dutyRuleOf,
  localDateOf,
  resolver,
  type EffectivePlan,
  type LocalDate,
  type ObligationKey,
  type UnitId,
} from '#engine';
import {
  consolidationOf,
  dutyClause,
  sendersClause,
  stemOf,
  writtenRegime,
  writtenTasks,
  type WrittenRegime,
} from './clauses.js';
import { issued, whyOwed } from './existence.js';
import type { AnyStatement, Evidence } from './explanation.js';
import { meaningOf, unitsOf, type Clause, type Reading } from './membership.js';
import { periodOfDuty, periodOfReport, periodOfTask } from './not-owed-periods.js';
import { goneSince } from './not-owed-gone.js';
import { routeOf } from './reckon-report.js';
import { say } from './statement.js';
import type { UnitPlanCourse } from './unit-plan-course.js';
import type { LoggedPlan, WhyLog } from './why-log.js';

/** What somebody expected a unit to owe. */
export interface Sought {
  readonly key: ObligationKey;
  readonly kind: 'item' | 'report' | 'duty';
  readonly id: string;
  readonly unit: UnitId;
  /** The unit plan, where the unit has one. */
  readonly course: UnitPlanCourse | undefined;
  /** The plan to look in first: that which the unit follows, or the one at the top. */
  readonly plan: LoggedPlan;
}

/** Why a unit does not owe something: the first condition of the derivation that fails. Where it does owe it, why. */
export function whyNotOwed(log: WhyLog, sought: Sought): readonly AnyStatement[] {
  const { course, key } = sought;
  if (course?.obligation(key)) {
    const gone = goneSince(log, course, key);
    const owed = whyOwed(log, course, key);
    return [gone ?? say('it-is-so', { what: 'owed' }), ...(owed ? [owed] : [])];
  }
  return [failing(log, sought)];
}

function failing(log: WhyLog, sought: Sought): AnyStatement {
  const asked = notAsked(sought);
  if (asked) return asked;
  switch (sought.kind) {
    case 'item':
      return noItem(log, sought);
    case 'report':
      return noReport(log, sought);
    default:
      return noDuty(log, sought);
  }
}

/** What comes only when somebody asks for it. */
function notAsked({ id }: Sought): AnyStatement | undefined {
  const about = id.startsWith('explain:')
    ? 'explanation'
    : id.startsWith('request@')
      ? 'request'
      : id.startsWith('case@')
        ? 'case'
        : null;
  return about === null ? undefined : say('not.not-asked', { about, sought: id });
}

/** The plan, of the one asked about and all others that are at hand, that brings something: the topmost one that has it. */
function planWith(log: WhyLog, { plan }: Sought, has: (plan: EffectivePlan) => boolean): LoggedPlan | undefined {
  const found = [plan, ...log.loaded()].find(({ effective }) => has(effective));
  let at = found?.effective;
  while (at?.parent && has(at.parent)) at = at.parent;
  return at && (log.plan(at.id) ?? found);
}

/** The organisation on the day on which a plan was passed on. */
function readingOf(log: WhyLog, plan: LoggedPlan): Reading {
  const on = localDateOf(plan.issued.at);
  return { log, directory: log.organisation.at({ ...plan.issued, because: null }), on };
}

function noItem(log: WhyLog, sought: Sought): AnyStatement {
  const [task = '', label = null] = stemOf(sought.id).split(/@(.*)/s);
  const omitted = omittedBy(log, sought, task);
  if (omitted) return omitted;
  const plan = planWith(log, sought, ({ byKey }) => byKey.has(task));
  if (!plan) return noRule(log, sought, `“${task}”`, (each) => each.tasks.map(({ key }) => key));
  const reading = readingOf(log, plan);
  const written = writtenTasks(log, plan.name.id, { task, directory: reading.directory });
  const clauses = written.map(({ leads }) => leads);
  const outside = notMeant(sought, reading, { plan, clauses });
  if (!clauses.some((clause) => meaningOf(clause, sought.unit, reading))) {
    const helping = written.some(({ supports }) => meaningOf(supports, sought.unit, reading));
    const leaders = clauses.flatMap((clause) => unitsOf(clause, reading));
    return helping
      ? helper(log, sought, { role: 'support', leaders, clauses, on: reading.on })
      : (outside ?? notNamed(sought, reading, clauses));
  }
  const joint = jointly(log, sought, { clauses, reading });
  if (joint) return joint;
  return periodOfTask(log, plan, { task, label }) ?? behind(log, plan, written.at(-1)?.leads.place);
}

interface Helping {
  readonly role: 'support' | 'joint';
  readonly leaders: readonly UnitId[];
  readonly clauses: readonly Clause[];
  readonly on: LocalDate;
}

const helper = (log: WhyLog, { unit }: Sought, { role, leaders, clauses, on }: Helping): AnyStatement =>
  say(
    'not.helper',
    {
      unit: log.organisation.name(unit, on),
      role,
      accountable: [...new Set(leaders)].map((each) => log.organisation.name(each, on)),
    },
    { evidence: clauses.map(({ place }) => place) },
  );

/** Several agencies that are named lead one result together: the first holds it. */
function jointly(
  log: WhyLog,
  sought: Sought,
  { clauses, reading }: { readonly clauses: readonly Clause[]; readonly reading: Reading },
): AnyStatement | undefined {
  const firsts = clauses.flatMap((clause) => {
    const isEach = clause.actors.some(({ kind }) => kind === 'each' || kind === 'listed');
    return isEach ? unitsOf(clause, reading) : unitsOf(clause, reading).slice(0, 1);
  });
  if (firsts.includes(sought.unit)) return undefined;
  return helper(log, sought, { role: 'joint', leaders: firsts, clauses, on: reading.on });
}

/** A lower plan may leave a task out, and says why. */
function omittedBy(log: WhyLog, { plan }: Sought, task: string): AnyStatement | undefined {
  for (let at: EffectivePlan | null = plan.effective; at?.parent; at = at.parent) {
    if (at.byKey.has(task) || !at.parent.byKey.has(task)) continue;
    const { parent } = at;
    const omit = at.rules.omits.find((each) => parent.byNumber.get(each.task)?.key === task);
    const logged = log.plan(at.id);
    if (!omit || !logged) continue;
    return say(
      'not.omitted',
      { task, plan: logged.name, reason: omit.reason },
      { evidence: [log.rule(logged, `omit ${omit.task}`, omit.place)] },
    );
  }
  return undefined;
}

/** Nothing of that name in the text, nor in those of the plans above. */
function noRule(
  log: WhyLog,
  { plan }: Sought,
  sought: string,
  namesIn: (plan: EffectivePlan) => readonly string[],
): AnyStatement {
  const known = new Set<string>();
  for (let at: EffectivePlan | null = plan.effective; at; at = at.parent) for (const name of namesIn(at)) known.add(name);
  const evidence = [log.rule(plan, 'plan', plan.effective.rules.place)];
  return say('not.no-such-rule', { sought, known: [...known] }, { evidence, because: [issued(log, plan)] });
}

interface OfPlan {
  readonly plan: LoggedPlan;
  readonly clauses: readonly Clause[];
}

/** A unit that did not exist on the day, or did not lie below the issuer. */
function notMeant({ unit }: Sought, { log, directory, on }: Reading, { plan }: OfPlan): AnyStatement | undefined {
  const named = log.organisation.name(unit, on);
  if (!directory.units.has(unit)) {
    const life = log.organisation.history.lives.get(unit);
    const [founded, dissolved] = [log.organisation.change('UnitFounded', unit), log.organisation.change('UnitDissolved', unit)];
    const facts = { unit: named, on, from: life?.from ?? null, until: life?.until ?? null };
    return say('not.no-unit-then', facts, {
      evidence: [founded && log.event(founded), dissolved && log.event(dissolved), log.event(plan.issued)],
    });
  }
  const { issuer } = plan.effective.rules.plan;
  if (directory.isWithin(unit, issuer) || !directory.units.has(issuer)) return undefined;
  const facts = { unit: named, issuer: log.organisation.name(issuer, on), on };
  return say('not.not-below', facts, { evidence: log.organisation.branch(unit, issuer, { directory, on }) });
}

function notNamed({ unit }: Sought, reading: Reading, clauses: readonly Clause[]): AnyStatement {
  const { log, directory, on } = reading;
  const meant = [...new Set(clauses.flatMap((clause) => unitsOf(clause, reading)))];
  const facts = {
    unit: log.organisation.name(unit, on),
    meant: meant.map((each) => log.organisation.name(each, on)),
    total: meant.length,
    on,
  };
  return say('not.not-named', facts, {
    evidence: [...clauses.map(({ place }) => place), log.organisation.evidence(unit, directory, on)],
  });
}

function noReport(log: WhyLog, sought: Sought): AnyStatement {
  const [regime = ''] = sought.id.split('@');
  const hasIt = ({ prefix, rules }: EffectivePlan): boolean => rules.regimes.some(({ id }) => prefix + id === regime);
  const plan = planWith(log, sought, hasIt);
  const reading = plan && readingOf(log, plan);
  const written = plan && reading && writtenRegime(log, { source: plan.name.id, regime }, reading.directory);
  if (!reading || !written)
    return noRule(log, sought, `“${regime}”`, ({ prefix, rules }) => rules.regimes.map(({ id }) => prefix + id));
  const outside = notSending(sought, reading, written);
  if (outside) return outside;
  const place = log.rule(written.plan, `regime ${written.regime.id}`, written.regime.place);
  return periodOfReport(log, written, sought) ?? nowhere(sought, reading, written) ?? behind(log, written.plan, place);
}

/** The regime does not mean the unit: none of its routes, or not its consolidation. */
function notSending(sought: Sought, reading: Reading, written: WrittenRegime): AnyStatement | undefined {
  const { log } = reading;
  const { plan, regime } = written;
  const summing = consolidationOf(regime, sought.id);
  const clauses = summing
    ? [summingClause(log, plan, summing)]
    : regime.routes.map((route) => sendersClause(log, written, route));
  if (clauses.some((clause) => meaningOf(clause, sought.unit, reading))) return undefined;
  return notMeant(sought, reading, { plan, clauses }) ?? notNamed(sought, reading, clauses);
}

/** The report would go to the unit itself, or to nobody; one that sums up would have nothing to take in. */
function nowhere(
  { unit, id }: Sought,
  { log, directory, on }: Reading,
  { plan, regime, effective }: WrittenRegime,
): AnyStatement | undefined {
  const named = log.organisation.name(unit, on);
  const label = stemOf(id)
    .replace(/^.*@/, '')
    .replace(/:all\d*$/, '');
  const summing = consolidationOf(regime, id);
  const route = summing ?? routeOf(regime, effective, { unit, meant: resolver(directory) });
  if (!route) return undefined;
  const evidence = [log.rule(plan, `regime ${regime.id}`, route.place), log.organisation.evidence(unit, directory, on)];
  const to = addressee(route.to, unit, directory);
  if (to === unit) return say('not.to-itself', { unit: named }, { evidence });
  if (to === null) return say('not.no-addressee', { unit: named, on }, { evidence });
  return summing && say('not.nothing-to-sum', { unit: named, label }, { evidence });
}

const summingClause = (
  log: WhyLog,
  plan: LoggedPlan,
  { by, place }: NonNullable<ReturnType<typeof consolidationOf>>,
): Clause => ({
  actors: [{ kind: 'unit', unit: by }],
  below: plan.effective.rules.plan.issuer,
  role: 'sender',
  place: log.rule(plan, 'consolidation', place),
});

function noDuty(log: WhyLog, sought: Sought): AnyStatement {
  const plan = planWith(log, sought, (each) => dutyRuleOf(each, stemOf(sought.id)) !== undefined);
  const reading = plan && readingOf(log, plan);
  const clause = plan && reading && dutyClause(log, { source: plan.name.id, id: sought.id }, reading.directory);
  if (!plan || !clause)
    return noRule(log, sought, `“${sought.id}”`, ({ prefix, rules }) => rules.duties.map(({ id }) => prefix + id));
  if (!meaningOf(clause, sought.unit, reading))
    return notMeant(sought, reading, { plan, clauses: [clause] }) ?? notNamed(sought, reading, [clause]);
  const period = periodOfDuty(log, plan, sought.id);
  if (period) return period;
  const met = (sought.course?.state.ownPlans ?? []).length > 0;
  if (met) return say('not.met-already', { unit: log.organisation.name(sought.unit, reading.on) }, { evidence: [clause.place] });
  return behind(log, plan, clause.place);
}

/** By a plan's rules it is owed, and nothing of it is in the log: the engine has not come by yet. */
const behind = (log: WhyLog, plan: LoggedPlan, place: Evidence | undefined): AnyStatement =>
  say('not.clock-behind', { due: plan.issued.at, at: log.at }, { evidence: [place], because: [issued(log, plan)] });
