import {
  addDays,
  dueDate,
  recurrences,
  type ClockTime,
  type DeadlineRule,
  type LocalDate,
  type Rhythm,
  type Term,
  type TermUnit,
  type WorkingCalendar,
} from '#engine';
import type { Bilingual } from '#contracts';
import { both, joined } from './bilingual.js';
import { countedSaid, dateSaid, daySaid, daysSaid } from './dates-said.js';

/** What a deadline is said with. */
export interface DueGround {
  readonly issuedOn: LocalDate;
  readonly horizon: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Name of the unit that tells what the text leaves open; null where the text names none. */
  readonly resolver: string | null;
  /** Days that the words themselves name. */
  readonly named: readonly LocalDate[];
}

type Of<K extends DeadlineRule['kind']> = Extract<DeadlineRule, { readonly kind: K }>;

/** What a deadline comes to: the last day that counts, or what it waits for. */
export function deadlineSaid(rule: DeadlineRule, ground: DueGround): Bilingual {
  switch (rule.kind) {
    case 'recurring':
      return recurringSaid(rule, ground);
    case 'within':
      return rule.from === 'receipt' ? receiptSaid(rule, ground) : datedSaid(rule, ground);
    case 'on-event':
      return eventSaid(rule);
    case 'until-event':
      return untilEventSaid(rule);
    case 'on-request':
      return both(
        'chỉ đến hạn khi có yêu cầu, vào ngày ghi trong yêu cầu',
        'due only when it is asked for, on the day that the request names',
      );
    case 'provisional':
      return provisionalSaid(rule, ground);
    case 'then':
      return thenSaid(rule, ground);
    case 'standing':
      return standingSaid(rule);
    case 'as-regulated':
      return unknownSaid(rule, ground);
    default:
      return datedSaid(rule, ground);
  }
}

const UNITS: Readonly<Record<TermUnit, readonly [vi: string, one: string, many: string]>> = {
  day: ['ngày', 'day', 'days'],
  workday: ['ngày làm việc', 'working day', 'working days'],
  week: ['tuần', 'week', 'weeks'],
  month: ['tháng', 'month', 'months'],
  year: ['năm', 'year', 'years'],
  hour: ['giờ', 'hour', 'hours'],
  workhour: ['giờ làm việc', 'working hour', 'working hours'],
};

/** `5 ngày làm việc`, `5 working days`. */
export function termSaid({ amount, unit }: Term): Bilingual {
  const [vi, one, many] = UNITS[unit];
  return both(`${amount} ${vi}`, `${amount} ${amount === 1 ? one : many}`);
}

/** `16:00` as clocks are written in each language. */
export const timeSaid = (time: ClockTime): Bilingual => both(time.replace(':', 'h'), time);

const timesSaid = (times: readonly ClockTime[]): Bilingual | null => {
  if (times.length === 0) return null;
  const { vi } = joined(times.map(timeSaid), ' và ');
  return both(`mỗi lần trước ${vi}`, `each time before ${joined(times.map(timeSaid), ' and ').en}`);
};

const NO_DATE = both('chưa có ngày cụ thể', 'no date is set yet');

function datedSaid(rule: DeadlineRule, ground: DueGround): Bilingual {
  const last = dueDate(rule, ground);
  if (last === null) return NO_DATE;
  const day = daySaid(last, ground.calendar);
  const named = ground.named.flatMap((date) => countedSaid(date, last) ?? [])[0] ?? null;
  const time = 'time' in rule && rule.time ? timeSaid(rule.time) : null;
  const begins = rule.kind === 'window' && rule.from > ground.issuedOn ? dateSaid(rule.from) : null;
  return joined(
    [
      begins === null ? null : both(`bắt đầu từ ${begins}`, `it begins on ${begins}`),
      both(`ngày cuối cùng được tính: ${day.vi}`, `the last day that counts: ${day.en}`),
      time && both(`chỉ đến ${time.vi} của ngày đó`, `only up to ${time.en} of that day`),
      named,
    ],
    '; ',
  );
}

/** Every recipient has a clock of its own: the example is of one that receives the plan on the day of issue. */
function receiptSaid(rule: Of<'within'>, ground: DueGround): Bilingual {
  const { issuedOn, calendar } = ground;
  const first = dueDate(rule, { issuedOn, receivedOn: issuedOn, calendar });
  const term = termSaid(rule);
  const day = first && daySaid(first, calendar);
  return both(
    `mỗi đơn vị có đồng hồ riêng: ${term.vi} kể từ ngày đơn vị đó nhận; ai nhận ngay ${dateSaid(issuedOn)} thì ngày cuối là ${day?.vi}`,
    `each unit has a clock of its own: ${term.en} from the day it receives the plan; for one that receives it on ${dateSaid(issuedOn)} the last day is ${day?.en}`,
  );
}

function eventSaid({ event, direction, term }: Of<'on-event'>): Bilingual {
  const dormant = both(
    `nằm chờ cho đến khi có người xác nhận “${event}”, chưa tính hạn`,
    `dormant until somebody declares “${event}”: no time runs before`,
  );
  const after = both('kể từ ngày đó', 'from that day');
  if (term === null) {
    const open =
      direction === 'before'
        ? both('phải xong trước đó', 'to be done before it')
        : both('văn bản không ấn định thời gian sau đó', 'the text sets no time after it');
    return joined([dormant, open], '; ');
  }
  if (term.amount === 0)
    return joined([dormant, both('xảy ra thì phải làm ngay trong ngày', 'once it happens, due on that very day')], '; ');
  const length = termSaid(term);
  const ends =
    direction === 'before'
      ? both(`hạn là ${length.vi} trước ngày đó`, `due ${length.en} before that day`)
      : both(`hạn là ${length.vi} ${after.vi}`, `due ${length.en} ${after.en}`);
  return joined([dormant, ends], '; ');
}

function untilEventSaid({ from, event }: Of<'until-event'>): Bilingual {
  const begins = from && dateSaid(from);
  return joined(
    [
      begins ? both(`bắt đầu từ ${begins}`, `it begins on ${begins}`) : null,
      both(
        `chưa có ngày kết thúc cho đến khi có người xác nhận “${event}”`,
        `it has no last day until somebody declares “${event}”`,
      ),
    ],
    '; ',
  );
}

function provisionalSaid({ estimate }: Of<'provisional'>, ground: DueGround): Bilingual {
  const day = dueDate(estimate, ground);
  const said = day && daySaid(day, ground.calendar);
  const until = both(
    'chỉ là dự kiến: không ai bị coi là chậm cho đến khi có văn bản ấn định ngày',
    'only an estimate: nobody is late by it until a document sets the day',
  );
  return joined([said && both(`dự kiến hết ${said.vi}`, `expected by the end of ${said.en}`), until], '; ');
}

function thenSaid({ first, next }: Of<'then'>, ground: DueGround): Bilingual {
  const end = dueDate(first, ground);
  const once = deadlineSaid(first, ground);
  const after = deadlineSaid(next, { ...ground, issuedOn: end ? addDays(end, 1) : ground.issuedOn, named: [] });
  const rhythm = next.kind === 'recurring' ? both(`lặp lại ${RHYTHMS[next.every].vi}`, `again ${RHYTHMS[next.every].en}`) : null;
  return joined(
    [
      both(`lần đầu: ${once.vi}`, `once: ${once.en}`),
      both(`sau đó ${joined([rhythm, after], ', ').vi}`, `afterwards ${joined([rhythm, after], ', ').en}`),
    ],
    '; ',
  );
}

const RHYTHMS: Readonly<Record<Rhythm, Bilingual>> = {
  day: both('hằng ngày', 'every day'),
  week: both('hằng tuần', 'every week'),
  month: both('hằng tháng', 'every month'),
  quarter: both('hằng quý', 'every quarter'),
  half: both('nửa năm một lần', 'every half year'),
  year: both('hằng năm', 'every year'),
};

function standingSaid({ from, onRequest, reviewed }: Of<'standing'>): Bilingual {
  const begins = from && dateSaid(from);
  return joined(
    [
      begins ? both(`bắt đầu từ ${begins}`, `it begins on ${begins}`) : null,
      both('không có ngày kết thúc, trả lời qua báo cáo', 'with no end, answered for in reports'),
      onRequest ? both('làm cả khi có yêu cầu', 'done whenever it is asked for, too') : null,
      reviewed ? both(`xem lại ${RHYTHMS[reviewed].vi}`, `looked at ${RHYTHMS[reviewed].en}`) : null,
    ],
    '; ',
  );
}

function unknownSaid({ reference, basis }: Of<'as-regulated'>, { resolver }: DueGround): Bilingual {
  const where =
    basis === 'unstated-rhythm'
      ? both('văn bản không nói bao lâu một lần', 'the text does not say how often')
      : reference !== null
        ? both(`ngày nằm ở “${reference}”`, `the day stands in “${reference}”`)
        : null;
  const who =
    resolver === null
      ? both('văn bản không nêu ai xác định ngày', 'the text names nobody to set the day')
      : both(`${resolver} xác định ngày`, `${resolver} sets the day`);
  return joined(
    [
      both('chưa biết hạn', 'the deadline is not known'),
      where,
      who,
      both('trước đó không tính đúng hạn hay chậm', 'until then it counts neither as on time nor as late'),
    ],
    '; ',
  );
}

function recurringSaid(rule: Of<'recurring'>, { issuedOn, horizon, calendar }: DueGround): Bilingual {
  const found = recurrences(rule, issuedOn, horizon);
  const days = [...new Set(found.flatMap(({ due }) => due ?? []))];
  const dated = found.length === 0 ? noneSaid(issuedOn, horizon) : days.length > 0 ? daysSaid(days, calendar) : null;
  const { event } = rule;
  const waits =
    event === undefined
      ? null
      : both(
          `mỗi kỳ nằm chờ cho đến khi có người xác nhận “${event}”`,
          `each period is dormant until somebody declares “${event}”`,
        );
  return joined([dated, waits, timesSaid(rule.times ?? []), seasonSaid(rule)], '; ');
}

function noneSaid(issuedOn: LocalDate, horizon: LocalDate): Bilingual {
  const last = dateSaid(horizon);
  if (issuedOn > horizon)
    return both(
      `kỳ đầu nằm sau ngày cuối của kế hoạch, ${last}`,
      `its first period lies after the last day of the plan, ${last}`,
    );
  return both(
    `không có kỳ trọn vẹn nào từ ${dateSaid(issuedOn)} đến ${last}`,
    `no whole period between ${dateSaid(issuedOn)} and ${last}`,
  );
}

function seasonSaid({ at }: Of<'recurring'>): Bilingual | null {
  if (at?.kind !== 'season' || at.from === at.until) return null;
  return both(`làm trong các tháng ${at.from}–${at.until} mỗi năm`, `done in months ${at.from}–${at.until} of every year`);
}
