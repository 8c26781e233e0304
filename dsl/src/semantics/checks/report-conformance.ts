import {
  dueDate,
  resolver,
  type Addressee,
  type DeadlineRule,
  type EffectivePlan,
  type EffectiveTask,
  type LocalDate,
  type PlanRules,
  type RegimeRule,
  type TaskRule,
  type UnitId,
} from '#engine';
import type { Bilingual } from '#contracts';
import type { ClauseOf, TaskNode } from '../../ast/nodes.js';
import { phraseOf } from '../../vocabulary/concepts.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { clause, type Reading } from '../reading.js';

/** KH6007 to KH6009: the reports that the plan above asks for can still be given, and go where it wants them in time. */
export function* checkReportConformance(reading: Reading, rules: PlanRules): Iterable<Finding> {
  yield* checkInputs(reading, rules);
  for (const { node } of reading.tasks) yield* checkTaskReport(node, { reading, rules });
}

/** Whoever owes a report on work that it passes on must be reported to. */
function* checkInputs({ plan, parent, issuer, env }: Reading, rules: PlanRules): Iterable<Finding> {
  if (!plan || !parent || !issuer || !passesOn(rules, { issuer: issuer.id, directory: env.directory })) return;
  const asked = regimesOf(parent.plan).find(({ regime, above }) => {
    const senders = new Set(regime.routes.flatMap(({ from }) => resolver(env.directory).units(from, above)));
    return senders.has(issuer.id) && ![...senders].some((unit) => isBelow(unit, issuer.id, env));
  });
  const isReportedTo = addresseesOf(rules).some((to) => to.kind !== 'unit' || to.unit === issuer.id);
  if (!asked || isReportedTo) return;
  const args = { parent: parent.ref.number, issuer: issuer.name, title: asked.regime.title };
  yield { code: 'KH6007', span: plan.head, args };
}

type Env = Reading['env'];

const isBelow = (unit: UnitId, issuer: UnitId, { directory }: Env): boolean =>
  unit !== issuer && directory.isWithin(unit, issuer);

/** Whom the plan has reports sent to: those of its regimes, and those of its tasks. */
const addresseesOf = ({ regimes, tasks }: PlanRules): readonly Addressee[] => [
  ...regimes.flatMap(({ routes }) => routes.map(({ to }) => to)),
  ...tasks.flatMap((task) => reportsOf(task).map(({ to }) => to)),
];

const reportsOf = ({ report, moreReports = [] }: TaskRule): readonly Report[] => [...(report ? [report] : []), ...moreReports];

/** True where the plan gives work of its own to units below its issuer. */
function passesOn(
  { tasks }: PlanRules,
  { issuer, directory }: { readonly issuer: UnitId; readonly directory: Env['directory'] },
): boolean {
  const resolve = resolver(directory, issuer);
  return tasks.some(({ leads }) =>
    resolve
      .units(leads, issuer)
      .some((unit) => directory.units.get(unit)?.tier !== directory.units.get(issuer)?.tier && directory.isWithin(unit, issuer)),
  );
}

/** The regimes of all plans above, each with the issuer that its classes are below. */
function regimesOf(plan: EffectivePlan): readonly { readonly regime: RegimeRule; readonly above: UnitId }[] {
  const found: { readonly regime: RegimeRule; readonly above: UnitId }[] = [];
  for (let at: EffectivePlan | null = plan; at; at = at.parent) {
    for (const regime of at.rules.regimes) found.push({ regime, above: at.rules.plan.issuer });
  }
  return found;
}

interface Against {
  readonly reading: Reading;
  readonly rules: PlanRules;
}

type Report = NonNullable<TaskRule['report']>;

/** A refining task that states a report takes the place of the parent's: its addressee and its date must be kept. */
function* checkTaskReport(node: TaskNode, { reading, rules }: Against): Iterable<Finding> {
  const refines = clause(node.clauses, 'refines')?.task?.written;
  const above = refines === undefined ? undefined : reading.parent?.task(refines);
  const line = clause(node.clauses, 'report');
  const stated = rules.tasks.filter(({ no }) => no === node.no?.written).flatMap(reportsOf);
  const wanted = above?.rule.report;
  if (!above || !line || !wanted || stated.length === 0) return;
  const kept = stated.find(({ to }) => isSame(to, wanted.to));
  if (kept) yield* checkReportDate({ kept, wanted, above, line }, reading);
  else yield elsewhere({ wanted, stated, above, line }, reading);
}

interface Compared {
  readonly wanted: Report;
  readonly above: EffectiveTask;
  readonly line: ClauseOf<'report'>;
}

const isSame = (a: Addressee, b: Addressee): boolean =>
  a.kind === b.kind && (a.kind !== 'unit' || b.kind !== 'unit' || a.unit === b.unit);

function elsewhere(
  { wanted, stated, above, line }: Compared & { readonly stated: readonly Report[] },
  reading: Reading,
): Finding {
  const to = stated.map((report) => addresseeName(report.to, reading));
  const all: Bilingual = { vi: to.map(({ vi }) => vi).join(', '), en: to.map(({ en }) => en).join(', ') };
  const args = {
    task: reading.parent?.numberOf(above) ?? above.key,
    parent: reading.parent?.ref.number ?? '',
    parentTo: addresseeName(wanted.to, reading),
    to: all,
  };
  return { code: 'KH6008', span: line.span, args };
}

function addresseeName(to: Addressee, { env }: Reading): Bilingual {
  if (to.kind === 'unit') {
    const name = `[${env.directory.units.get(to.unit)?.name ?? to.unit}]`;
    return { vi: name, en: name };
  }
  const word = to.kind === 'superior' ? 'SUPERIOR' : 'SECTOR';
  return { vi: phraseOf(word, 'vi'), en: phraseOf(word, 'en') };
}

/** KH6003 compares what a task is due by; with a deadline of its own its report has a second date. */
function* checkReportDate(
  { kept, wanted, above, line }: Compared & { readonly kept: Report },
  reading: Reading,
): Iterable<Finding> {
  const { issuedOn, calendar } = reading;
  if (!issuedOn || !above.rule.deadline) return;
  const end = (rule: DeadlineRule, from: LocalDate): LocalDate | null => dueDate(rule, { issuedOn: from, calendar });
  const [parentDue, childDue] = [end(wanted.deadline, above.issuedOn), end(kept.deadline, issuedOn)];
  if (parentDue === null || childDue === null || childDue <= parentDue) return;
  const task = reading.parent?.numberOf(above) ?? above.key;
  yield { code: 'KH6009', span: line.span, args: { task, parent: reading.parent?.ref.number ?? '', parentDue, childDue } };
}
