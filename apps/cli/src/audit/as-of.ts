import {
  cascadeAsOf,
  completenessAsOf,
  cutOf,
  itemAsOf,
  lateListAsOf,
  planAsOf,
  PlanMoment,
  progressAsOf,
  reportAsOf,
  trendAsOf,
  unitPlanAsOf,
} from '#workflow';
import type {
  CascadeNode,
  Completeness,
  ItemView,
  LateList,
  PlanView,
  Progress,
  ReportView,
  Trend,
  UnitPlanView,
} from '#contracts';
import { addDays, localDateOf, type Instant } from '#engine';
import { shownDate } from '../dates.js';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import { lateLines } from '../plan-late.js';
import { trendLines } from '../plan-trend.js';
import { styled, type Terminal } from '../terminal.js';
import { treeLines } from '../tree-lines.js';
import type { Server } from '../server.js';
import type { Run, Typed } from '../verb.js';
import { serverOf } from './ask-server.js';
import { neededMoment, withLog } from './replay-log.js';

type Shown =
  | { readonly view: 'plan'; readonly of: PlanView }
  | { readonly view: 'cascade'; readonly of: CascadeNode }
  | { readonly view: 'progress'; readonly of: Progress }
  | { readonly view: 'late'; readonly of: LateList }
  | { readonly view: 'rates'; readonly of: Completeness }
  | { readonly view: 'trend'; readonly of: Trend }
  | { readonly view: 'unit'; readonly of: UnitPlanView }
  | { readonly view: 'item'; readonly of: ItemView }
  | { readonly view: 'report'; readonly of: ReportView };

/** Days of a trend. */
const DAYS = 30;

/** `thac audit as-of PLAN --at WHEN [--unit U [--item N | --report R] | --view V] [--recorded]`. */
export const runAsOf: Run = async (typed, terminal) => {
  const at = neededMoment(typed, 'at');
  const server = serverOf(typed);
  const shown = server ? await ofServer(server, typed, at) : await ofLog(typed, terminal, at);
  if (typed.flag('json')) terminal.out(JSON.stringify(shown.of, null, 2));
  else for (const line of linesOf(shown, terminal)) terminal.out(line);
  return EXIT.ok;
};

const ofLog = (typed: Typed, terminal: Terminal, at: Instant): Promise<Shown> =>
  withLog(typed, terminal, async ({ log, tenant }) => {
    const cut = await cutOf(log, tenant, { at, recorded: typed.flag('recorded') });
    const moment = await PlanMoment.open(log, tenant, { plan: typed.words[0] ?? '', cut });
    return view(typed, moment, { at, position: cut.by === 'recorded' ? cut.position : await log.head(tenant) });
  });

/** Where a server answers each view of a plan. */
const PLACES = new Map([
  ['plan', []],
  ['cascade', ['cascade']],
  ['progress', ['progress']],
  ['late', ['late-list']],
  ['rates', ['completeness']],
  ['trend', ['trend']],
]);

async function ofServer(server: Server, typed: Typed, at: Instant): Promise<Shown> {
  const [name, ...place] = placeOf(typed);
  const path = [typed.words[0] ?? '', ...place].map(encodeURIComponent).join('/');
  const of = await server.get(`audit/as-of/plans/${path}`, { at, ...(typed.flag('recorded') && { recorded: 'true' }) });
  return { view: name, of } as Shown;
}

/** What is shown, and where under the plan. @throws UsageFault */
function placeOf(typed: Typed): readonly [name: string, ...place: string[]] {
  const [unit, item, report] = [typed.value('unit'), typed.value('item'), typed.value('report')];
  if (unit !== undefined && item !== undefined) return ['item', 'units', unit, 'items', item];
  if (unit !== undefined && report !== undefined) return ['report', 'units', unit, 'reports', report];
  if (unit !== undefined) return ['unit', 'units', unit];
  if ((item ?? report) !== undefined) throw noUnit();
  const name = typed.value('view') ?? 'cascade';
  const place = PLACES.get(name);
  if (!place) throw noView(name);
  return [name, ...place];
}

async function view(typed: Typed, moment: PlanMoment, { at, position }: { at: Instant; position: number }): Promise<Shown> {
  const [plan = ''] = typed.words;
  const [unit, item, report] = [typed.value('unit'), typed.value('item'), typed.value('report')];
  if (unit === undefined && (item ?? report) !== undefined) throw noUnit();
  if (unit !== undefined && item !== undefined) return { view: 'item', of: await itemAsOf(moment, { plan, unit, item }, at) };
  if (unit !== undefined && report !== undefined)
    return { view: 'report', of: await reportAsOf(moment, { plan, unit, report }, at) };
  if (unit !== undefined) return { view: 'unit', of: await unitPlanAsOf(moment, { plan, unit }, at) };
  return viewOfPlan(typed.value('view') ?? 'cascade', moment, { plan, at, position });
}

async function viewOfPlan(
  name: string,
  moment: PlanMoment,
  { plan, at, position }: { readonly plan: string; readonly at: Instant; readonly position: number },
): Promise<Shown> {
  const until = localDateOf(at);
  switch (name) {
    case 'plan':
      return { view: 'plan', of: await planAsOf(moment, plan) };
    case 'cascade':
      return { view: 'cascade', of: await cascadeAsOf(moment, plan, at) };
    case 'progress':
      return { view: 'progress', of: await progressAsOf(moment, plan, at) };
    case 'late':
      return { view: 'late', of: await lateListAsOf(moment, plan, at) };
    case 'rates':
      return { view: 'rates', of: await completenessAsOf(moment, { plan }, at) };
    case 'trend':
      return { view: 'trend', of: await trendAsOf(moment, { plan, from: addDays(until, 1 - DAYS), until }, position) };
    default:
      throw noView(name);
  }
}

const noView = (name: string): UsageFault =>
  new UsageFault(
    { vi: `--view: không có “${name}”.`, en: `--view: there is no “${name}”.` },
    { vi: 'Dùng plan, cascade, progress, late, rates hoặc trend.', en: 'Use plan, cascade, progress, late, rates or trend.' },
  );

const noUnit = (): UsageFault =>
  new UsageFault(
    { vi: '--item và --report cần --unit.', en: '--item and --report need --unit.' },
    { vi: 'Thêm --unit với mã đơn vị.', en: 'Add --unit with the id of the unit.' },
  );

function linesOf(shown: Shown, terminal: Terminal): readonly string[] {
  switch (shown.view) {
    case 'cascade':
      return treeLines(shown.of, terminal);
    case 'late':
      return lateLines(shown.of, terminal);
    case 'trend':
      return trendLines(shown.of, terminal);
    case 'unit':
      return [
        styled(shown.of.unit.name, 'bold', terminal),
        ...shown.of.items.map((item) => `  ${itemLine(item, terminal)}`),
        ...shown.of.reports.map((report) => `  ${reportLine(report, terminal)}`),
      ];
    case 'item':
      return [itemLine(shown.of, terminal)];
    case 'report':
      return [reportLine(shown.of, terminal)];
    case 'rates':
      return ratesLines(shown.of, terminal);
    default:
      return [planLine(shown.view === 'plan' ? shown.of : shown.of.plan, terminal), ...progressLines(shown, terminal)];
  }
}

const planLine = ({ number, title, status, unitPlans }: PlanView, { language }: Terminal): string =>
  ({
    vi: `${number} · ${title} · ${status} · ${unitPlans} đơn vị`,
    en: `${number} · ${title} · ${status} · ${unitPlans} unit plans`,
  })[language];

function progressLines(shown: Shown, { language }: Terminal): readonly string[] {
  if (shown.view !== 'progress') return [];
  const { items, reports } = shown.of;
  const counts = (name: { vi: string; en: string }, { total, onTime, late, overdue }: Progress['items']): string =>
    ({
      vi: `${name.vi}: ${onTime + late}/${total}, chậm ${late}, quá hạn ${overdue}`,
      en: `${name.en}: ${onTime + late}/${total}, late ${late}, overdue ${overdue}`,
    })[language];
  return [counts({ vi: 'việc', en: 'items' }, items), counts({ vi: 'báo cáo', en: 'reports' }, reports)];
}

const dayOf = (due: string | null, { language }: Terminal): string => (due === null ? '–' : shownDate(due, language));

const itemLine = ({ id, title, due, status, timeliness }: ItemView, terminal: Terminal): string =>
  `${id} ${title} · ${dayOf(due, terminal)} · ${status} · ${timeliness}`;

const reportLine = ({ id, due, status, timeliness }: ReportView, terminal: Terminal): string =>
  `${id} · ${dayOf(due, terminal)} · ${status} · ${timeliness}`;

const ratesLines = ({ rate, rows }: Completeness, { language }: Terminal): readonly string[] => {
  const said = (name: string, { expected, received, onTime, completeness, timeliness }: Completeness['rate']): string =>
    ({
      vi: `${name}: ${received}/${expected} đã gửi (${completeness ?? '–'} %), ${onTime} đúng hạn (${timeliness ?? '–'} %)`,
      en: `${name}: ${received}/${expected} received (${completeness ?? '–'} %), ${onTime} on time (${timeliness ?? '–'} %)`,
    })[language];
  return [said({ vi: 'Tất cả', en: 'All' }[language], rate), ...rows.map((row) => `  ${said(row.unit.name, row.rate)}`)];
};
