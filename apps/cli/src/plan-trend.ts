import type { Trend, TrendDay, TrendFigures } from '#contracts';
import { dateOption, shownDate } from './dates.js';
import { EXIT } from './exit-codes.js';
import { onlyTop } from './plan-tree.js';
import { Server } from './server.js';
import { styled, type Terminal } from './terminal.js';
import type { Run } from './verb.js';

const LOCAL = 'http://localhost:3000';

/** `thac plan trend [PLAN] [--server URL] [--from DAY] [--until DAY] [--within UNIT]`. */
export const runPlanTrend: Run = async (typed, terminal) => {
  const server = new Server(typed.value('server') ?? LOCAL);
  const plan = typed.words[0] ?? (await onlyTop(server));
  const [from, until, within] = [dateOption(typed, 'from'), dateOption(typed, 'until'), typed.value('within')];
  const trend = await server.get<Trend>(`plans/${encodeURIComponent(plan)}/trend`, {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(within !== undefined && { within }),
  });
  if (typed.flag('json')) terminal.out(JSON.stringify(trend, null, 2));
  else for (const line of trendLines(trend, terminal)) terminal.out(line);
  return EXIT.ok;
};

const FIGURES = ['due', 'onTime', 'late', 'open', 'overdue', 'escalations'] as const;
const HEADS = {
  vi: ['hạn', 'đúng', 'chậm', 'mở', 'quá hạn', 'nhắc'],
  en: ['due', 'on time', 'late', 'open', 'overdue', 'steps'],
} as const;
const KINDS = {
  vi: { items: 'Việc', reports: 'Báo cáo', duties: 'Ban hành kế hoạch' },
  en: { items: 'Items', reports: 'Reports', duties: 'Plans to issue' },
} as const;

/** A table for each kind of work that there is any of; days on which nothing was due or done are left out. */
export function trendLines({ plan, within, counted, days }: Trend, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const head = { vi: `${plan} · ${within.name} và cấp dưới`, en: `${plan} · ${within.name} and all below it` }[language];
  const lines = (['items', 'reports', 'duties'] as const).flatMap((kind) => table(kind, days, terminal));
  const nothing = { vi: 'Không có gì trong những ngày này.', en: 'Nothing on these days.' }[language];
  return [styled(head, 'bold', terminal), ...(lines.length > 0 ? lines : [nothing]), ...behind(counted, terminal)];
}

function table(kind: 'items' | 'reports' | 'duties', days: readonly TrendDay[], terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const shown = days.filter(({ [kind]: each }, index) => happened(each) || (index === days.length - 1 && each.open > 0));
  if (shown.length === 0) return [];
  const rows = shown.map(({ day, [kind]: each }) => [shownDate(day, language), ...FIGURES.map((name) => String(each[name]))]);
  const cells = [[KINDS[language][kind], ...HEADS[language]], ...rows];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length))) ?? [];
  return ['', ...cells.map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, column === 0)).join('  '))];
}

const padded = (cell: string, width: number, isFirst: boolean): string => (isFirst ? cell.padEnd(width) : cell.padStart(width));

const happened = ({ due, onTime, late, escalations }: TrendFigures): boolean => due + onTime + late + escalations > 0;

function behind({ position, head }: Trend['counted'], { language }: Terminal): readonly string[] {
  if (position >= head) return [];
  const missing = head - position;
  return [
    '',
    {
      vi: `Chưa tính ${missing} sự kiện mới nhất: hỏi lại sau ít giây.`,
      en: `The latest ${missing} events are not counted yet: ask again in some seconds.`,
    }[language],
  ];
}
