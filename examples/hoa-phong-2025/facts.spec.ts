import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cascadeOf, createWorkflow, loadScenario, runScenario } from '#workflow';
import { check, describe as describeDiagnostic } from '#dsl';
import type { Actor, Directory, LocalDate, PlanRules, UnitId } from '#engine';
import { InMemoryEventStore } from '#event-store';
import { foldOrganisation, readOrganisationFile, snapshot } from '#organisation';
import { textOf } from '../folders.js';
import { readPlan } from '../leaders.js';

const EXAMPLE = 'hoa-phong-2025';
const TOWN = 'vn-33.328' as UnitId;
const COMMUNE = 'vn-33.328.12115' as UnitId;

function organisationOn(date: string): Directory {
  const organisation = readOrganisationFile(JSON.parse(textOf(EXAMPLE, 'organisation.json')));
  if (!organisation.ok) throw new Error(JSON.stringify(organisation.problems, null, 2));
  return snapshot(foldOrganisation(organisation.events), date as LocalDate);
}

const town = readPlan(EXAMPLE, '03-kh-ubnd.thac');
const commune = readPlan(EXAMPLE, '05-kh-ubnd.thac', town.rules);
const { rules, directory } = commune;

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const leadName = (actor: Actor): string => {
  if (actor.kind === 'open') return 'nobody named';
  if (actor.kind === 'unit') return directory.units.get(actor.unit)?.name ?? '?';
  return actor.name;
};

const leadsOf = ({ tasks }: PlanRules): readonly string[] => tasks.map(({ leads }) => leads.map(leadName).join(' + '));

describe('Plan 05/KH-UBND of Hòa Phong', () => {
  it('checks: the warnings are the reports that the text dates "as regulated" only', () => {
    expect(town.warnings).toEqual(['KH5009']);
    expect(commune.warnings).toEqual(['KH5009', 'KH5009', 'KH5009']);
  });

  it('has the points of each part of the text: II.1.1 to II.1.8, II.2 to II.4, III.1 to III.8', () => {
    const points = tally(rules.tasks.map(({ section }) => String(section)));
    const counted = rules.sections.map(({ no }) => points[String(no)]);
    expect(counted).toEqual([4, 4, 2, 3, 4, 4, 3, 3, 1, 3, 3, 3, 5, 3, 5, 2, 3, 1, 2]);
    expect(rules.tasks).toHaveLength(58);
  });

  it('names who does 25 of them, and nobody for the other 33', () => {
    expect(tally(leadsOf(rules))).toEqual({
      'nobody named': 33,
      'Trạm Y tế xã': 1,
      'Công chức Văn phòng - Thống kê': 3,
      'Công chức Văn hóa - Xã hội': 3,
      'Công chức Lao động - Thương binh và Xã hội': 2,
      'Công chức Tư pháp - Hộ tịch': 3,
      'Công chức Địa chính': 5,
      'Công chức Kế toán - Tài chính': 2,
      'Cơ sở thôn': 3,
      'Ủy ban Mặt trận Tổ quốc Việt Nam xã + Đoàn thể xã': 1,
      'Đài Truyền thanh xã': 2,
    });
  });

  it('names no day: ongoing work, what regulations or events date, three results of the year', () => {
    const kinds = rules.tasks.map(({ deadline, report }) => deadline?.kind ?? `report ${report?.deadline.kind}`);
    expect(tally(kinds)).toEqual({ standing: 42, 'as-regulated': 8, 'report as-regulated': 3, 'on-event': 2, window: 3 });
    const dated = rules.tasks.filter(({ deadline }) => deadline?.kind === 'window');
    expect(dated.map(({ no }) => no)).toEqual(['14.1', '14.3', '15.3']);
  });

  it('carries out the plan of the town: all that it assigns, the report made concrete, a rank gained', () => {
    expect(rules).toMatchObject({ implements: town.rules.plan, inheritsAll: true, regimes: [], escalation: [] });
    expect(rules.duties).toMatchObject([{ units: [{ kind: 'open' }], deadline: null, sendTo: null }]);
    expect(rules.tasks.flatMap(({ no, refines }) => (refines === null ? [] : [[no, refines]]))).toEqual([['12.3', '9']]);
    expect(rules.targets).toMatchObject([{ levels: [{ comparison: 'increase', value: 1, unit: 'bậc', baseline: 2024 }] }]);
  });

  it('would be refused under the other name that its text gives the town, which it is told', () => {
    const other = check(textOf(EXAMPLE, '05-kh-ubnd.thac').replace('[UBND thị xã Mỹ Hào]', '[UBND thị xã Mỹ Hòa]'), {
      directory,
    });
    const unknown = other.diagnostics.filter(({ severity }) => severity === 'error');
    expect(unknown.map(({ code }) => code)).toEqual(['KH3001']);
    expect(describeDiagnostic(unknown[0]!).message.vi).toContain('UBND thị xã Mỹ Hào');
  });
});

describe('The organisation of Mỹ Hào', () => {
  it('has the town, 13 communes and 18 bodies, posts and hamlets in one of them, until 30 June 2025', () => {
    const june = organisationOn('2025-06-30');
    expect(june.select({ kind: 'peoples-committee', tier: 'commune' }, TOWN)).toHaveLength(13);
    const below = [...june.units.values()].filter(({ superior }) => superior === COMMUNE);
    expect(tally(below.map(({ kind }) => kind))).toEqual({
      'civil-servant': 6,
      'fatherland-front': 1,
      'mass-organisation': 4,
      broadcaster: 1,
      'service-centre': 1,
      'hamlet-leader': 5,
    });
  });

  it('has three wards and no district from 1 July 2025', () => {
    const names = [...organisationOn('2025-07-01').units.values()].map(({ name }) => name);
    expect(names).toEqual(['UBND tỉnh Hưng Yên', 'UBND phường Mỹ Hào', 'UBND phường Thượng Hồng', 'UBND phường Đường Hào']);
  });
});

describe('The cascade, after the town has ended', () => {
  let tree: NonNullable<ReturnType<typeof cascadeOf>>;
  beforeAll(async () => {
    const bundle = await loadScenario(import.meta.dirname, (file) => readFile(file, 'utf8'));
    const store = new InMemoryEventStore();
    await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: 'last-obligation' });
    tree = cascadeOf(await store.readAll(bundle.top, 0, 10_000), '2025-12-31' as LocalDate)!;
  });

  it('still shows who was given what: 13 communes, 18 units below Hòa Phong', () => {
    expect(tree.unit.id).toBe(TOWN);
    expect(tree.children).toHaveLength(13);
    expect(tree.children.find(({ unit }) => unit.id === COMMUNE)?.children).toHaveLength(18);
  });
});
