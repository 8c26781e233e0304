import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  effectivePlan,
  planIdOf,
  parseLocalDate,
  type Actor,
  type Directory,
  type PlanRules,
  type TaskRule,
  type Tier,
  type UnitEntry,
  type UnitId,
  type UnitKind,
} from '#engine';
import { check, draftOwnPlan, format, type CheckResult, type Language } from '../src/index.js';
import { directoryOf } from './directory.js';
import { codesOf } from './texts.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const EXAMPLE = '../../examples/lao-cai-2022/';

type FileUnit = Partial<UnitEntry> & Pick<UnitEntry, 'id' | 'name' | 'tier' | 'kind' | 'superior'>;
const units = (JSON.parse(read(`${EXAMPLE}organisation.json`)) as { units: FileUnit[] }).units.map(
  (unit): UnitEntry => ({ aliases: [], localName: null, ...unit }),
);
const on = (date: string): Directory => directoryOf(units, date);

interface AnnexRow {
  readonly no: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string;
}

function actorText(actor: Actor, directory: Directory): string {
  if (actor.kind === 'open') return '…';
  if (actor.kind === 'listed' || actor.kind === 'committee') return actor.name;
  return actor.kind === 'each' ? `mỗi ${actor.name}` : (directory.units.get(actor.unit)?.name ?? '?');
}

function deadlineText({ deadline, report }: TaskRule): string {
  if (!deadline) return report?.deadline.kind === 'before' ? `report-before ${report.deadline.date}` : '?';
  if (deadline.kind === 'quarter') return `quarter ${deadline.year}-Q${deadline.quarter}`;
  if (deadline.kind === 'recurring') return `recurring ${deadline.every}`;
  return deadline.kind === 'before' ? `before ${deadline.date}` : deadline.kind;
}

const rowOf = (task: TaskRule, directory: Directory): AnnexRow => ({
  no: task.no,
  lead: task.leads.map((actor) => actorText(actor, directory)),
  support: task.supports.map((actor) => actorText(actor, directory)),
  deadline: deadlineText(task),
});

/** `Tòa án tỉnh` is what the annex calls the court. */
const annexNames = (names: readonly string[]): readonly string[] =>
  names.map((name) => (name === 'Tòa án tỉnh' ? 'Tòa án nhân dân tỉnh' : name));

describe('Plan 239/KH-UBND of Lào Cai', () => {
  const text = read(`${EXAMPLE}239-kh-ubnd.thac`);
  const directory = on('2022-06-30');
  let result: CheckResult;
  let rules: PlanRules;
  beforeAll(() => {
    result = check(text, { directory });
    rules = result.rules!;
  });

  it('checks: the only warnings are those that the real plan earns', () => {
    const warnings = result.diagnostics.filter(({ severity }) => severity !== 'info');
    expect(warnings.map(({ code }) => code)).toEqual(['KH3007', 'KH5002']);
    expect(warnings[0]?.args).toMatchObject({ no: '2.2' });
  });

  it('has the 39 rows of the annex, with the same leads, supporters and deadlines', () => {
    const annex = JSON.parse(read('./golden/annex-239.json')) as AnnexRow[];
    const expected = annex.map((row) => ({ ...row, lead: annexNames(row.lead), support: annexNames(row.support) }));
    expect(rules.tasks.map((task) => rowOf(task, directory))).toEqual(expected);
    expect(rules.sections.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rules.tasks.every(({ no, section }) => no.startsWith(`${section}.`))).toBe(true);
  });

  it('assigns 15 tasks to each of 152 communes, and 13 to each of 9 districts, one of them to its chair', () => {
    const assigned = (kind: UnitKind, tier: Tier): number => {
      const tasks = rules.tasks.filter(({ leads }) =>
        leads.some((lead) => lead.kind === 'each' && lead.of.kind === kind && lead.of.tier === tier),
      );
      return tasks.length * directory.select({ kind, tier }, rules.plan.issuer).length;
    };
    expect(assigned('peoples-committee', 'commune')).toBe(2280);
    expect(assigned('peoples-committee', 'district') + assigned('chair', 'district')).toBe(117);
    expect(assigned('chair', 'district')).toBe(9);
  });

  it('reports quarter I, 6 months, 9 months and the year, before day 15, each by its route', () => {
    const [regime] = rules.regimes;
    expect(regime).toMatchObject({ periods: ['Q1', 'H1', '9M', 'Y'], due: { day: 15, exclusive: true } });
    expect(regime?.routes.map(({ to, via }) => ({ to, via }))).toEqual([
      { to: { kind: 'superior' }, via: { kind: 'local', name: 'Phòng Nội vụ' } },
      { to: { kind: 'unit', unit: 'vn-10' }, via: { kind: 'unit', unit: directory.find('Sở Nội vụ')?.id } },
    ]);
    expect(regime?.consolidation).toMatchObject({ by: directory.find('Sở Nội vụ')?.id, due: null });
    expect(rules.duties).toMatchObject([{ deadline: null, sendTo: null }]);
    expect(rules.escalation.map(({ step }) => step)).toEqual(['before-5wd', 'after-1wd', 'after-5wd', 'after-10wd']);
  });

  it('is carried out by the plan of Bảo Thắng: tighter, nothing dropped, with work of its own', () => {
    const child = check(read(`${EXAMPLE}bao-thang-kh-ubnd.thac`), { directory: on('2022-07-11'), parent: rules });
    expect(child.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(child.rules).toMatchObject({ inheritsAll: true, implements: rules.plan });
    expect(child.rules?.tasks.map(({ refines }) => refines)).toEqual(['3.1', '3.5', '4.6', '5.1', null, null, null]);
    expect(child.rules?.tasks[4]?.deadline).toEqual({ kind: 'within', amount: 10, unit: 'workday', from: 'issue' });
    expect(child.rules?.tasks[6]?.deadline).toMatchObject({ kind: 'on-event', term: { amount: 15, unit: 'workday' } });
    expect(child.rules?.followUp).toMatchObject([{ when: 'after', action: 'demand-explanation', within: { amount: 5 } }]);
    expect(child.rules?.escalation).toEqual([]);
  });

  describe('drafted for a unit below', () => {
    const draft = (name: string, language: Language): { readonly text: string; readonly result: CheckResult } => {
      const later = on('2022-07-11');
      const issuedOn = parseLocalDate('2022-07-11')!;
      const drafted = draftOwnPlan(
        { parent: rules, directory: later, unit: later.find(name)!.id, number: '1/KH', issuedOn },
        language,
      );
      return { text: drafted, result: check(drafted, { directory: later, parent: rules }) };
    };

    it.each<[string, number]>([
      ['UBND huyện Bảo Thắng', 18],
      ['UBND xã Gia Phú', 15],
      ['Sở Tài chính', 4],
      ['Thanh tra tỉnh', 2],
    ])('%s: %d tasks, in both languages, checking and conforming', (name, tasks) => {
      for (const language of ['vi', 'en'] as const) {
        const { text, result: drafted } = draft(name, language);
        expect(drafted.language).toBe(language);
        expect(format(text)).toMatchObject({ text, skipped: [] });
        expect(codesOf(drafted).filter((code) => code !== 'KH4003')).toEqual([]);
        expect(drafted.rules?.tasks).toHaveLength(tasks);
      }
    });

    it('goes on a tier further down: from what the district’s plan amounts to', () => {
      const later = on('2022-07-20');
      const district = check(read(`${EXAMPLE}bao-thang-kh-ubnd.thac`), { directory: on('2022-07-11'), parent: rules }).rules!;
      const top = effectivePlan(rules, planIdOf(rules.plan), null);
      const parent = effectivePlan(district, planIdOf(district.plan), top);
      const unit = later.find('UBND xã Gia Phú')!.id;
      const text = draftOwnPlan({ parent, directory: later, unit, number: '7/KH-UBND', issuedOn: later.date }, 'vi');
      const commune = check(text, { directory: later, parent });
      expect(codesOf(commune).filter((code) => code !== 'KH4003')).toEqual([]);
      expect(commune.rules?.tasks).toHaveLength(17);
      expect(commune.rules?.tasks.map(({ refines }) => refines)).toEqual(expect.arrayContaining(['1', '3', '5', '5.2']));
    });

    it('runs as long as the plan above, where that goes beyond the year', () => {
      const parent = { ...rules, horizon: parseLocalDate('2023-06-30')! };
      const input = { parent, directory: on('2022-07-11'), unit: on('2022-07-11').find('UBND xã Gia Phú')!.id };
      const drafted = (issuedOn: string): string =>
        draftOwnPlan({ ...input, number: '1/KH', issuedOn: parseLocalDate(issuedOn)! }, 'vi');
      expect(drafted('2022-07-11')).toContain('\n  đến hết ngày 30/6/2023\n');
      expect(drafted('2023-02-01')).not.toContain('đến hết ngày');
      expect(check(drafted('2022-07-11'), { directory: on('2022-07-11'), parent }).rules?.horizon).toBe(parent.horizon);
    });

    it('reads as a plan that may be issued as it is', () => {
      expect(draft('UBND huyện Bảo Thắng', 'vi').text).toMatchSnapshot();
    });

    it('is refused for a unit that does not exist', () => {
      const input = { parent: rules, directory, unit: 'vn-99' as UnitId, number: '1', issuedOn: rules.plan.issuedOn };
      expect(() => draftOwnPlan(input, 'vi')).toThrow(RangeError);
    });
  });
});
