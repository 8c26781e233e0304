import type { RegimeRule } from '#engine';
import type { Bilingual } from '#contracts';
import type { ClauseNode, RegimeNode, RouteNode } from '../ast/nodes.js';
import { listSaid, nameOf } from './actors-said.js';
import { both, counted, joined } from './bilingual.js';
import { dateSaid, daySaid, shortened } from './dates-said.js';
import { unitsThat } from './facts.js';
import { periodsOf, type PeriodFacts, type ReportFacts } from './period-facts.js';
import { periodSaid } from './periods-said.js';
import { sentence, wordsOf } from './phrases.js';
import { copiesSaid, hopsSaid, routeSaid } from './routes-said.js';
import { timeSaid } from './rules-said.js';
import { noted, type Said, type Saying } from './saying.js';
import { countUnits } from './units-said.js';

/** A regime: its words with who sends what through whom, then every period with the chain of its reports and their last days. */
export function sayRegime(saying: Saying, item: RegimeNode): Said {
  const { facts, count, language, analysis, rules } = saying;
  const regime = rules.regimes[count - 1];
  if (!regime) return { sentences: [sentence(wordsOf(item.span, analysis))], units: null, lastDays: [] };
  const periods = periodsOf(facts, regime);
  const units = unitsThat(facts, ({ reports }) => reports.some((report) => report.regime === facts.plan.prefix + regime.id));
  const lines = linesOf(item).map((line) =>
    sentence(wordsOf(line.span, analysis) + noted(noteOf(line, { saying, item, regime, periods }), language)),
  );
  const after = [...whoSaid(units.length, units), ...periodLines(periods, regime, saying), ...extraSaid(regime)];
  return {
    sentences: [sentence(wordsOf(item.head, analysis)), ...lines, ...after.map((words) => sentence(words[language]))],
    units: countUnits(units),
    lastDays: periods.flatMap(({ reports }) => reports.map(({ due }) => due)),
  };
}

type Line = ClauseNode | RouteNode;

const linesOf = ({ clauses, routes }: RegimeNode): readonly Line[] =>
  [...clauses, ...routes].toSorted((a, b) => a.span.start - b.span.start);

interface Of {
  readonly saying: Saying;
  readonly item: RegimeNode;
  readonly regime: RegimeRule;
  readonly periods: readonly PeriodFacts[];
}

function noteOf(line: Line, of: Of): Bilingual | null {
  const { saying, item, regime } = of;
  if (!('kind' in line)) {
    const route = regime.routes[item.routes.indexOf(line)];
    return route ? routeSaid(route, saying.facts) : null;
  }
  switch (line.kind) {
    case 'consolidate':
      return consolidationSaid(line, of);
    case 'data':
      return windowSaid(regime);
    case 'content':
      return both('mọi báo cáo theo mẫu này', 'every report follows this form');
    default:
      return null;
  }
}

function consolidationSaid(line: ClauseNode, { saying: { facts }, item, regime, periods }: Of): Bilingual | null {
  const lines = item.clauses.filter(({ kind }) => kind === 'consolidate');
  const rule = [regime.consolidation, ...(regime.chain ?? [])][lines.indexOf(line)];
  if (!rule) return null;
  const inputs = periods.flatMap(({ reports }) => reports.filter(({ by, isConsolidated }) => isConsolidated && by === rule.by));
  const most = inputs.reduce<readonly string[]>((known, { inputs: own }) => (own.length > known.length ? own : known), []);
  const units = most.flatMap((id) => facts.env.directory.units.get(id as never) ?? []);
  const list = listSaid(units);
  return joined(
    [
      units.length === 0 ? null : both(`gộp báo cáo của ${list.vi}`, `sums up the reports of ${list.en}`),
      hopsSaid(rule.via ? [rule.via] : [], rule.to, facts),
      copiesSaid(rule.copies ?? [], facts),
      rule.due === null ? both('chưa biết hạn tổng hợp', 'when it is due is not known') : null,
    ],
    '; ',
  );
}

function windowSaid({ window }: RegimeRule): Bilingual | null {
  if (!window) return null;
  const days =
    window.days === 'calendar'
      ? both(
          'mỗi kỳ đúng theo lịch, từ ngày đầu đến ngày cuối kỳ',
          'each period as the calendar has it, from its first day to its last',
        )
      : both(
          `mỗi kỳ bắt đầu ngày ${window.days.from}, chốt hết ngày ${window.days.until}`,
          `each period begins on day ${window.days.from} and closes with day ${window.days.until}`,
        );
  return joined([days, window.cumulative ? both('lũy kế từ đầu năm', 'cumulative from the start of the year') : null], '; ');
}

const whoSaid = (count: number, units: Parameters<typeof listSaid>[0]): readonly Bilingual[] => {
  if (count === 0) return [];
  const { vi, en } = listSaid(units);
  return [both(`Phải báo cáo: ${vi}`, `Reports are owed by ${en}`)];
};

const NO_PERIOD = both('Trong thời gian của kế hoạch không có kỳ nào đến hạn', 'No period falls due while the plan runs');

function periodLines(periods: readonly PeriodFacts[], regime: RegimeRule, { facts }: Saying): readonly Bilingual[] {
  if (periods.length === 0) return regime.periods.length > 0 || regime.oneOff ? [NO_PERIOD] : [];
  const left = periods.length - shortened(periods).filter((period) => period !== null).length;
  return shortened(periods).map((period) => {
    if (period === null) return both(`… còn ${left} kỳ nữa, hạn tính như vậy`, `… ${left} more periods, due likewise`);
    return periodLine(period, regime, facts);
  });
}

/** `Kỳ 9 tháng năm 2022 (số liệu …): 3 báo cáo gửi …, chậm nhất … → Sở Nội vụ tổng hợp gửi …, chậm nhất …`. */
function periodLine({ label, period, from, until, reports }: PeriodFacts, regime: RegimeRule, facts: Saying['facts']): Bilingual {
  const name = periodSaid(period, label);
  const other = (regime.together ?? []).find(([first]) => first === period)?.[1];
  const also = other && periodSaid(other, `${label.slice(0, 4)}-${other}`);
  const window = from === until ? dateSaid(from) : `${dateSaid(from)}–${dateSaid(until)}`;
  const chain = reports.map((report) => reportSaid(report, facts));
  return both(
    `Kỳ ${name.vi}${also ? `, gửi chung một báo cáo với kỳ ${also.vi}` : ''} (số liệu ${window}): ${joined(chain, ' → ').vi}`,
    `For ${name.en}${also ? `, one report serves ${also.en} as well` : ''} (data of ${window}): ${joined(chain, ' → ').en}`,
  );
}

function reportSaid({ by, tos, due, isConsolidated, count, times }: ReportFacts, facts: Saying['facts']): Bilingual {
  const units = tos.flatMap((id) => facts.env.directory.units.get(id) ?? []);
  const { vi, en } = units.length > 0 ? listSaid(units) : both('cơ quan chủ trì theo ngành', 'the leads by sector');
  const reports = counted(count, 'báo cáo', ['report', 'reports']);
  const who = isConsolidated
    ? both(`${nameOf(by, facts)} tổng hợp gửi ${vi}`, `${nameOf(by, facts)} sums them up for ${en}`)
    : both(`${reports.vi} gửi ${vi}`, `${reports.en} to ${en}`);
  if (due === null) return joined([who, both('chưa ấn định ngày gửi', 'with no date set')], ', ');
  const day = daySaid(due, facts.calendar);
  const clocks = joined(times.map(timeSaid), ', ');
  const end =
    clocks.vi === ''
      ? both('chậm nhất hết ngày', 'no later than the end of')
      : both(`chậm nhất ${clocks.vi} ngày`, `no later than ${clocks.en} on`);
  return joined([who, both(`${end.vi} ${day.vi}`, `${end.en} ${day.en}`)], ', ');
}

/** What is due besides the periods. */
const extraSaid = ({ onRequest }: RegimeRule): readonly Bilingual[] =>
  onRequest
    ? [
        both(
          'Báo cáo cả khi có yêu cầu: hạn là ngày ghi trong yêu cầu, không tính trước được',
          'Reports are owed on request, too: due on the day that the request names, which cannot be told beforehand',
        ),
      ]
    : [];
