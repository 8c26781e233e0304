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

/** A view of a plan: where a server answers it under the plan, and how it is worked out of a log. */
interface View {
  readonly view: Shown['view'];
  readonly place: readonly string[];
  readonly workOut: (then: Then) => Promise<Shown['of']>;
}

/** A plan as of a cut of its log, for an instant. */
interface Then {
  readonly moment: PlanMoment;
  readonly plan: string;
  readonly at: Instant;
  /** Up to where the log is read for figures of many days. */
  readonly position: number;
}

/** `thac audit as-of PLAN --at WHEN [--unit U [--item N | --report R] | --view V] [--recorded]`. */
export const runAsOf: Run = async (typed, terminal) => {
  const asked = { ...viewOf(typed), at: neededMoment(typed, 'at') };
  const server = serverOf(typed);
  const of = await (server ? askServer(server, typed, asked) : lookIntoLog(typed, terminal, asked));
  if (typed.flag('json')) terminal.out(JSON.stringify(of, null, 2));
  else for (const line of linesOf({ view: asked.view, of } as Shown, terminal)) terminal.out(line);
  return EXIT.ok;
};

type Asked = View & Pick<Then, 'at'>;

function askServer(server: Server, typed: Typed, { at, place }: Asked): Promise<Shown['of']> {
  const path = [typed.words[0] ?? '', ...place].map(encodeURIComponent).join('/');
  return server.get(`audit/as-of/plans/${path}`, { at, ...(typed.flag('recorded') && { recorded: 'true' }) });
}

const lookIntoLog = (typed: Typed, terminal: Terminal, { at, workOut }: Asked): Promise<Shown['of']> =>
  withLog(typed, terminal, async ({ log, tenant }) => {
    const [plan = ''] = typed.words;
    const cut = await cutOf(log, tenant, { at, recorded: typed.flag('recorded') });
    const moment = await PlanMoment.open(log, tenant, { plan, cut });
    return workOut({ moment, plan, at, position: cut.by === 'recorded' ? cut.position : await log.head(tenant) });
  });

/** @throws UsageFault */
function viewOf(typed: Typed): View {
  const [unit, item, report] = [typed.value('unit'), typed.value('item'), typed.value('report')];
  if (unit === undefined) {
    if ((item ?? report) !== undefined) throw noUnit();
    const name = typed.value('view') ?? 'cascade';
    const found = VIEWS.find(({ view }) => view === name);
    if (!found) throw noView(name);
    return found;
  }
  const place = ['units', unit];
  if (item !== undefined)
    return {
      view: 'item',
      place: [...place, 'items', item],
      workOut: ({ moment, plan, at }) => itemAsOf(moment, { plan, unit, item }, at),
    };
  if (report !== undefined)
    return {
      view: 'report',
      place: [...place, 'reports', report],
      workOut: ({ moment, plan, at }) => reportAsOf(moment, { plan, unit, report }, at),
    };
  return { view: 'unit', place, workOut: ({ moment, plan, at }) => unitPlanAsOf(moment, { plan, unit }, at) };
}

/** What is shown of a plan as a whole, by the names of `--view`. */
const VIEWS: readonly View[] = [
  { view: 'plan', place: [], workOut: ({ moment, plan }) => planAsOf(moment, plan) },
  { view: 'cascade', place: ['cascade'], workOut: ({ moment, plan, at }) => cascadeAsOf(moment, plan, at) },
  { view: 'progress', place: ['progress'], workOut: ({ moment, plan, at }) => progressAsOf(moment, plan, at) },
  { view: 'late', place: ['late-list'], workOut: ({ moment, plan, at }) => lateListAsOf(moment, plan, at) },
  { view: 'rates', place: ['completeness'], workOut: ({ moment, plan, at }) => completenessAsOf(moment, { plan }, at) },
  { view: 'trend', place: ['trend'], workOut: trendUntil },
];

function trendUntil({ moment, plan, at, position }: Then): Promise<Trend> {
  const until = localDateOf(at);
  return trendAsOf(moment, { plan, from: addDays(until, 1 - DAYS), until }, position);
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
