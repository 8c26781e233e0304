import type { Bilingual } from '#contracts';
import type { Instant, LocalDate } from '#engine';
import type { UnitName } from '../named.js';
import type { Verdict } from './state-words.js';
import { both, day, moment, names, type Sayings } from './word.js';

/** A report of somebody that a consolidation takes in, or a rate counts. */
export interface ReportLine {
  readonly unit: UnitName;
  /** Null for a unit that owes none. */
  readonly report: string | null;
  readonly due: LocalDate | null;
  readonly time: string | null;
  readonly status: string | null;
  readonly submittedAt: Instant | null;
  readonly verdict: Verdict | null;
}

/** Why a report is not counted. */
export type Excluded = 'consolidated' | 'cancelled' | 'transferred' | 'no-date' | 'unit-ended' | 'not-due';

/** What statements on reports and rates say. */
export interface ReportFacts {
  'report.window': {
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly how: 'decree' | 'calendar' | 'days' | 'issue';
  };
  'report.route': { readonly to: UnitName; readonly hops: readonly UnitName[]; readonly copies: readonly UnitName[] };
  'route.superior': { readonly unit: UnitName; readonly superior: UnitName; readonly on: LocalDate };
  'route.named': { readonly unit: UnitName };
  'route.sector': { readonly unit: UnitName };
  'route.local': { readonly unit: UnitName; readonly name: string; readonly of: UnitName };
  'route.readdressed': { readonly at: Instant; readonly to: UnitName };
  'report.inputs': {
    /** When its last day ended with what was in; null while it is open. */
    readonly closedAt: Instant | null;
    readonly expected: readonly UnitName[];
    readonly received: readonly UnitName[];
    readonly late: readonly UnitName[];
    readonly missing: readonly UnitName[];
  };
  'report.input': ReportLine & { readonly found: 'in' | 'late' | 'missing' | 'came-after' };
  'report.no-inputs': { readonly unit: UnitName };
  'rate.is': {
    readonly unit: UnitName;
    readonly at: Instant;
    readonly period: string | null;
    readonly expected: number;
    readonly received: number;
    readonly onTime: number;
    /** Per cent to one decimal; null where nothing was expected. */
    readonly completeness: number | null;
    readonly timeliness: number | null;
  };
  'rate.expected': { readonly count: number; readonly list: readonly ReportLine[] };
  'rate.received': { readonly count: number; readonly list: readonly ReportLine[] };
  'rate.on-time': { readonly count: number; readonly list: readonly ReportLine[] };
  'rate.missing': { readonly count: number; readonly list: readonly ReportLine[] };
  'rate.excluded': { readonly why: Excluded; readonly count: number; readonly list: readonly ReportLine[] };
}

const WINDOWS: Readonly<Record<ReportFacts['report.window']['how'], Bilingual>> = {
  decree: both('theo Nghị định 09/2019 (điều 12)', 'by Decree 09/2019 (article 12)'),
  calendar: both('theo đúng kỳ lịch', 'as the calendar has the period'),
  days: both('theo ngày văn bản nêu', 'by the days that the text names'),
  issue: both('từ ngày ban hành kế hoạch', 'from the day of the plan’s issue'),
};

const EXCLUDED: Readonly<Record<Excluded, Bilingual>> = {
  consolidated: both('là báo cáo tổng hợp, tính riêng', 'sums up others and is counted apart'),
  cancelled: both('đã hủy', 'was cancelled'),
  transferred: both('đã chuyển sang đơn vị khác, tính ở đó', 'went to another unit and counts there'),
  'no-date': both('không có ngày đến hạn', 'has no due date'),
  'unit-ended': both('đến hạn khi đơn vị không còn', 'was due only once its unit was no more'),
  'not-due': both('chưa qua ngày cuối', 'has a last day that has not passed'),
};

const count = (number: number, word: Bilingual, one = word.en): Bilingual =>
  both(`${number} ${word.vi}`, `${number} ${number === 1 ? one : word.en}`);

const reports = (number: number): Bilingual => count(number, both('báo cáo', 'reports'), 'report');

function listWord(head: Bilingual, list: readonly ReportLine[]): Bilingual {
  if (list.length === 0) return both(`${head.vi}.`, `${head.en}.`);
  const named = names(list.map(({ unit, report }) => ({ id: unit.id, name: `${unit.name} (${report ?? '—'})` })));
  return both(`${head.vi}: ${named.vi}.`, `${head.en}: ${named.en}.`);
}

function inputWord({ unit, due, submittedAt, found }: ReportFacts['report.input']): Bilingual {
  const by = due === null ? both('không có hạn', 'without a date') : both(`hạn ${day(due)}`, `due ${day(due)}`);
  const sent =
    submittedAt === null
      ? both('chưa gửi', 'not sent')
      : both(`gửi lúc ${moment(submittedAt).vi}`, `sent at ${moment(submittedAt).en}`);
  const said: Readonly<Record<typeof found, Bilingual>> = {
    in: both('đã có', 'in'),
    late: both('đã có, chậm', 'in, late'),
    missing: both('còn thiếu', 'missing'),
    'came-after': both('còn thiếu khi khóa, đến sau', 'missing when it closed, came after'),
  };
  return both(
    `${unit.name}: ${said[found].vi} (${by.vi}; ${sent.vi}).`,
    `${unit.name}: ${said[found].en} (${by.en}; ${sent.en}).`,
  );
}

function inputsWord({ closedAt, expected, received, late, missing }: ReportFacts['report.inputs']): Bilingual {
  const [n, r, l, m] = [expected.length, received.length, late.length, missing.length];
  const at =
    closedAt === null
      ? both('chưa khóa', 'still open')
      : both(`khóa lúc ${moment(closedAt).vi}`, `closed at ${moment(closedAt).en}`);
  const who = m === 0 ? both('', '') : both(` Thiếu: ${names(missing).vi}.`, ` Missing: ${names(missing).en}.`);
  return both(
    `Tổng hợp từ ${n} đơn vị (${at.vi}): đã có ${r}, trong đó chậm ${l}; thiếu ${m}.${who.vi}`,
    `It takes in ${n} units (${at.en}): ${r} are in, ${l} of them late; ${m} missing.${who.en}`,
  );
}

/** Sentences on reports and rates. */
export const REPORT_SAYINGS: Sayings<ReportFacts> = {
  'report.window': ({ from, until, how }) =>
    both(
      `Số liệu từ ${day(from)} đến hết ${day(until)}, ${WINDOWS[how].vi}.`,
      `Data run from ${day(from)} to ${day(until)}, ${WINDOWS[how].en}.`,
    ),
  'report.route': ({ to, hops, copies }) => {
    const via = hops.length === 0 ? both('', '') : both(` qua ${names(hops).vi}`, ` through ${names(hops).en}`);
    const copy =
      copies.length === 0 ? both('', '') : both(`; đồng gửi ${names(copies).vi}`, `; with a copy to ${names(copies).en}`);
    return both(`Gửi ${to.name}${via.vi}${copy.vi}.`, `It goes to ${to.name}${via.en}${copy.en}.`);
  },
  'route.superior': ({ unit, superior, on }) =>
    both(
      `Văn bản ghi “cấp trên trực tiếp”; ngày ${day(on)} cấp trên trực tiếp của ${unit.name} là ${superior.name}.`,
      `The text says “the direct superior”; on ${day(on)} that of ${unit.name} was ${superior.name}.`,
    ),
  'route.named': ({ unit }) => both(`Văn bản nêu đích danh ${unit.name}.`, `The text names ${unit.name}.`),
  'route.sector': ({ unit }) =>
    both(
      `Báo cáo tách theo ngành: ${unit.name} chủ trì nhiệm vụ liên quan.`,
      `The report is split by sector: ${unit.name} leads a task that it is about.`,
    ),
  'route.local': ({ unit, name, of }) =>
    both(`“${name}” của ${of.name} là ${unit.name}.`, `“${name}” of ${of.name} is ${unit.name}.`),
  'route.readdressed': ({ at, to }) =>
    both(
      `Tổ chức thay đổi: từ ${moment(at).vi} gửi ${to.name}.`,
      `The organisation changed: since ${moment(at).en} it goes to ${to.name}.`,
    ),
  'report.inputs': inputsWord,
  'report.input': inputWord,
  'report.no-inputs': ({ unit }) =>
    both(`Không tổng hợp từ ai: ${unit.name} tự báo cáo.`, `It sums up nobody else: ${unit.name} reports for itself.`),
  'rate.is': ({ unit, at, period, expected, received, onTime, completeness, timeliness }) => {
    const on = moment(at);
    const of = period === null ? both('', '') : both(`, kỳ ${period}`, `, period ${period}`);
    if (completeness === null || timeliness === null)
      return both(
        `Lúc ${on.vi}, dưới ${unit.name}${of.vi} chưa có báo cáo nào đến hạn: không có tỷ lệ.`,
        `At ${on.en}, below ${unit.name}${of.en}, no report was due yet: there is no rate.`,
      );
    return both(
      `Lúc ${on.vi}, dưới ${unit.name}${of.vi}: đầy đủ ${received}/${expected} = ${completeness} %, đúng hạn ${onTime}/${expected} = ${timeliness} %.`,
      `At ${on.en}, below ${unit.name}${of.en}: complete ${received}/${expected} = ${completeness} %, on time ${onTime}/${expected} = ${timeliness} %.`,
    );
  },
  'rate.expected': ({ count: number, list }) => {
    const head = reports(number);
    return listWord(both(`Mẫu số: ${head.vi} đã qua ngày cuối`, `Denominator: ${head.en} whose last day has passed`), list);
  },
  'rate.received': ({ count: number, list }) => {
    const head = reports(number);
    return listWord(both(`Đã nhận: ${head.vi}`, `Received: ${head.en}`), list);
  },
  'rate.on-time': ({ count: number, list }) => {
    const head = reports(number);
    return listWord(both(`Đúng hạn: ${head.vi}`, `On time: ${head.en}`), list);
  },
  'rate.missing': ({ count: number, list }) => {
    const head = reports(number);
    return listWord(both(`Chưa có: ${head.vi}`, `Not in: ${head.en}`), list);
  },
  'rate.excluded': ({ why, count: number, list }) => {
    const [head, reason] = [reports(number), EXCLUDED[why]];
    return listWord(both(`Không tính ${head.vi} (${reason.vi})`, `Not counted: ${head.en} (${reason.en})`), list);
  },
};
