import {
  yearOf,
  type Directory,
  type EffectivePlan,
  type EffectiveTask,
  type LocalDate,
  type PlanRules,
  type UnitEntry,
  type UnitId,
} from '#engine';
import { format } from '../format/format.js';
import { Parent } from '../semantics/parent.js';
import type { Language } from '../vocabulary/concepts.js';
import { DraftNames } from './names.js';
import { deadlineText, hasPassed } from './deadline-text.js';
import { dateText, keyword, quoted } from './words.js';

/** What a draft is made from. */
export interface DraftInput {
  /** The plan to carry out, or what it amounts to with the plans above it. */
  readonly parent: PlanRules | EffectivePlan;
  /** The organisation on the day of issue of the draft. */
  readonly directory: Directory;
  /** Who is to issue it. */
  readonly unit: UnitId;
  readonly number: string;
  readonly issuedOn: LocalDate;
}

/** A draft in the making. */
interface Draft {
  readonly parent: Parent;
  readonly names: DraftNames;
  readonly directory: Directory;
  readonly issuedOn: LocalDate;
  readonly language: Language;
  /** Who issues it, in brackets: it supports nobody in a plan of its own. */
  readonly issuer: string;
}

/**
 * The ready text of a unit's own plan under a parent plan, to be refined and issued: it takes over all that is assigned, and
 * restates each task that the parent gives to the unit or to units below it. It checks without errors and conforms to the parent.
 * A deadline that has passed, or that runs from the parent's issue, is not restated: it stays the parent's.
 *
 * @throws RangeError where the organisation has no such unit on that day.
 */
export function draftOwnPlan(input: DraftInput, language: Language): string {
  const { directory, issuedOn } = input;
  const unit = directory.units.get(input.unit);
  if (!unit) throw new RangeError(`no unit ${input.unit} on ${directory.date}`);
  const parent = new Parent(input.parent);
  const names = new DraftNames(directory, unit, language);
  const draft: Draft = { parent, names, directory, issuedOn, language, issuer: names.issuer(unit.id) };
  const tasks = parent.plan.tasks.filter((task) => names.leadsOf(task).length > 0);
  const written = tasks.map((task, index) => taskText(task, index + 1, draft));
  const parts = [headerText(input, unit, draft), names.groupLines().join('\n'), ...written];
  return format(`${parts.filter((part) => part !== '').join('\n\n')}\n`).text;
}

function headerText({ number }: DraftInput, unit: UnitEntry, { parent, names, issuedOn, language }: Draft): string {
  const { ref, plan } = parent;
  const say = keyword(language);
  const issuer = names.issuer(ref.issuer);
  const focal = focalOf(plan, names);
  const title = language === 'vi' ? `Triển khai: ${plan.rules.title}` : `Carrying out: ${plan.rules.title}`;
  const note =
    language === 'vi'
      ? `// Bản dự thảo lập tự động từ ${ref.number}: sửa, rút ngắn thời hạn, thêm nhiệm vụ rồi ban hành.`
      : `// A draft made from ${ref.number}: change it, tighten deadlines, add tasks, then issue it.`;
  return [
    note,
    `${say('PLAN')} ${quoted(number)} ${say('ISSUED_ON')} ${dateText(issuedOn)} ${say('OF')} ${names.issuer(unit.id)}`,
    `  ${say('TITLE')}: ${quoted(title)}`,
    ...(focal === undefined ? [] : [`  ${say('FOCAL')}: ${focal}`]),
    `  ${say('IMPLEMENTS')} ${quoted(ref.number)} ${say('DATED')} ${dateText(ref.issuedOn)} ${say('OF')} ${issuer}`,
    `  ${say('INHERIT')}`,
    ...(yearOf(plan.rules.horizon) > yearOf(issuedOn) ? [`  ${say('RUNS_TO')} ${dateText(plan.rules.horizon)}`] : []),
  ].join('\n');
}

/** The unit's own division of the name that the parent's reports pass through. */
function focalOf({ rules }: EffectivePlan, names: DraftNames): string | undefined {
  const vias = rules.regimes.flatMap(({ routes }) => routes.flatMap(({ via }) => (via?.kind === 'local' ? [via.name] : [])));
  return vias.map((name) => names.own(name)).find((own) => own !== undefined);
}

function taskText(task: EffectiveTask, index: number, draft: Draft): string {
  const { parent, names, language } = draft;
  const say = keyword(language);
  const leads = names.leadsOf(task);
  const named = new Set([...leads, draft.issuer]);
  const supports = names.supportsOf(task).filter((support) => !named.has(support));
  const { title, deliverable } = task.rule;
  return [
    `${say('TASK')} ${index} ${quoted(title)}`,
    `  ${say('REFINES')} ${parent.numberOf(task)}`,
    `  ${say('LEAD')}: ${leads.join('; ')}`,
    ...(supports.length > 0 ? [`  ${say('SUPPORT')}: ${supports.join('; ')}`] : []),
    ...(deliverable === null ? [] : [`  ${say('OUTPUT')}: ${quoted(deliverable)}`]),
    ...whenLines(task, draft),
  ].join('\n');
}

function whenLines({ rule: { deadline, report } }: EffectiveTask, { issuedOn, language, names }: Draft): readonly string[] {
  const say = keyword(language);
  const lines: string[] = [];
  if (deadline) {
    const due = `${say('DUE')}: ${deadlineText(deadline, language)}`;
    lines.push(hasPassed(deadline, issuedOn) ? keptLine(due, language) : `  ${due}`);
  }
  if (report) {
    const to =
      report.to.kind === 'unit' ? names.inBrackets(report.to.unit) : say(report.to.kind === 'sector' ? 'SECTOR' : 'SUPERIOR');
    const line = `${say('REPORT_TO')} ${to} ${deadlineText(report.deadline, language)}`;
    lines.push(hasPassed(report.deadline, issuedOn) ? keptLine(line, language) : `  ${line}`);
  }
  return lines;
}

const keptLine = (line: string, language: Language): string =>
  `  // ${language === 'vi' ? 'giữ như kế hoạch cấp trên' : 'as in the parent plan'}: ${line}`;
