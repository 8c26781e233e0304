import type { Bilingual } from '#contracts';
import type { DocumentRef, Instant, LocalDate, TermUnit } from '#engine';
import type { UnitName } from '../named.js';
import { both, day, dayOrNone, moment, obligationWord, term, weekdayWord, when, type Sayings } from './word.js';

/** What gave a date, or changed it. */
export type DueCause =
  | 'derived'
  | 'opened'
  | 'demanded'
  | 'requested'
  | 'case'
  | 'replaced'
  | 'inherited'
  | 'receipt'
  | 'resolved'
  | 'extended'
  | 'suspended'
  | 'resumed'
  | 'calendar'
  | 'event'
  | 'amended'
  | 'restored';

/** From which day a term runs. */
export type Start = 'issue' | 'receipt' | 'event' | 'named' | 'demand' | 'case' | 'due';

/** What statements on due dates say. */
export interface DueFacts {
  'due.is': {
    readonly obligation: string;
    readonly due: LocalDate | null;
    readonly time: string | null;
    readonly last: Instant | null;
  };
  /** One link of the chain; the last that changed the date tells the one that stands. */
  'due.set': {
    readonly cause: DueCause;
    readonly at: Instant;
    readonly from: LocalDate | null;
    readonly to: LocalDate | null;
    readonly document: DocumentRef | null;
    /** What happened outside, or whose work it was. */
    readonly about: string | null;
  };
  'count.named': {
    readonly word: 'before' | 'by';
    readonly named: LocalDate;
    readonly inclusive: boolean;
    readonly time: string | null;
    readonly end: LocalDate;
  };
  'count.period': {
    readonly rule: 'quarter' | 'window';
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly end: LocalDate;
  };
  'count.term': {
    readonly start: LocalDate;
    readonly startIs: Start;
    readonly amount: number;
    readonly unit: TermUnit;
    /** What is counted one by one; null for months and years. */
    readonly counted: 'day' | 'workday' | null;
    /** Days to count; negative where it is counted backward. */
    readonly count: number;
    readonly end: LocalDate;
  };
  'count.rolled': { readonly from: LocalDate; readonly policy: 'next' | 'previous'; readonly end: LocalDate };
  'count.occurrence': {
    readonly label: string;
    readonly from: LocalDate | null;
    readonly until: LocalDate | null;
    readonly at: 'end' | 'month-day' | 'weekday' | 'dates' | 'season';
    /** Day of the month, or weekday; null where neither is named. */
    readonly day: number | null;
    readonly of: 'first' | 'last' | 'next' | null;
    readonly exclusive: boolean;
    readonly end: LocalDate;
  };
  'count.report': {
    readonly label: string;
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly day: number;
    readonly of: 'first' | 'last' | 'next';
    readonly month: number | null;
    readonly weekday: number | null;
    readonly exclusive: boolean;
    readonly end: LocalDate;
  };
  /** A clock stood still: what was left of the term goes on afterwards. */
  'count.rest': {
    readonly due: LocalDate;
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly counted: 'day' | 'workday';
    readonly left: number;
    readonly end: LocalDate;
  };
  /** An earlier date that held already stands. */
  'count.kept': { readonly counted: LocalDate | null; readonly held: LocalDate; readonly end: LocalDate };
  /** Work of several units became one: the latest of their dates, or that of the one whose clock stood still. */
  'count.merged': {
    readonly dues: readonly { readonly unit: UnitName; readonly obligation: string; readonly due: LocalDate | null }[];
    readonly end: LocalDate | null;
  };
  'count.none': {
    readonly kind: string;
    readonly awaits: string | null;
    readonly estimate: LocalDate | null;
    readonly resolver: UnitName | null;
  };
}

const CAUSES: Readonly<Record<DueCause, Bilingual>> = {
  derived: both('Khi giao kế hoạch', 'When the plan was passed on'),
  opened: both('Khi mở kỳ', 'When the period was opened'),
  demanded: both('Khi yêu cầu giải trình', 'When an explanation was demanded'),
  requested: both('Khi có yêu cầu báo cáo', 'When the report was asked for'),
  case: both('Khi phát sinh trường hợp', 'When the case arose'),
  replaced: both('Khi kế hoạch cấp dưới, hoặc của chính đơn vị, đến', 'When a lower plan, or the unit’s own, arrived'),
  inherited: both('Khi nhận việc của đơn vị đã chấm dứt', 'When the work of a unit that is no more came over'),
  receipt: both('Khi đơn vị tiếp nhận', 'When the unit received it'),
  resolved: both('Khi có văn bản ấn định ngày', 'When a document set the day'),
  extended: both('Khi có văn bản gia hạn', 'When a document put it off'),
  suspended: both('Khi tạm dừng', 'When its clock was stopped'),
  resumed: both('Khi tiếp tục sau tạm dừng', 'When its clock went on'),
  calendar: both('Khi công bố lịch làm việc mới', 'When a new calendar was published'),
  event: both('Khi điều phải chờ đã xảy ra', 'When what it waited for had happened'),
  amended: both('Khi có văn bản sửa đổi kế hoạch', 'When a document amended the plan'),
  restored: both('Khi kế hoạch cấp dưới chấm dứt', 'When the lower plan ended'),
};

function setWord({ cause, at, from, to, document, about }: DueFacts['due.set']): Bilingual {
  const on = moment(at);
  const by = document
    ? both(` (văn bản ${document.number} ngày ${day(document.date)})`, ` (document ${document.number} of ${day(document.date)})`)
    : both('', '');
  const what = about === null ? both('', '') : both(` “${about}”`, ` “${about}”`);
  const head = both(`${CAUSES[cause].vi}${what.vi}, lúc ${on.vi}${by.vi}`, `${CAUSES[cause].en}${what.en}, at ${on.en}${by.en}`);
  const [was, is] = [dayOrNone(from), dayOrNone(to)];
  if (cause === 'suspended')
    return both(
      `${head.vi}: đồng hồ dừng, hạn đang là ${was.vi}.`,
      `${head.en}: the clock stands still, the date being ${was.en}.`,
    );
  if (from === null && to === null) return both(`${head.vi}: chưa có ngày.`, `${head.en}: no date is given.`);
  if (from === to) return both(`${head.vi}: hạn giữ nguyên, ${is.vi}.`, `${head.en}: the date stays, ${is.en}.`);
  if (from === null) return both(`${head.vi}: hạn là ${is.vi}.`, `${head.en}: the date is ${is.en}.`);
  return both(`${head.vi}: hạn chuyển từ ${was.vi} thành ${is.vi}.`, `${head.en}: the date moves from ${was.en} to ${is.en}.`);
}

const STARTS: Readonly<Record<Start, Bilingual>> = {
  issue: both('ngày ban hành', 'the day of issue'),
  receipt: both('ngày đơn vị nhận', 'the day of receipt'),
  event: both('ngày sự kiện xảy ra', 'the day of the event'),
  named: both('ngày văn bản nêu', 'the day that the text names'),
  demand: both('ngày yêu cầu giải trình', 'the day of the demand'),
  case: both('ngày phát sinh trường hợp', 'the day of the case'),
  due: both('hạn', 'the due date'),
};

function termWord({ start, startIs, amount, unit, counted, count, end }: DueFacts['count.term']): Bilingual {
  const length = term(amount, unit);
  const whole = counted === null || unit === counted ? both('', '') : within(counted, Math.abs(count));
  const way = count < 0 ? both('ngược về trước ', 'back ') : both('', '');
  // A step begins with its day; a term ends with it.
  const to = startIs === 'due' ? both(`ngày ${day(end)}`, day(end)) : both(`đến hết ${day(end)}`, `to the end of ${day(end)}`);
  return both(
    `Tính ${way.vi}${length.vi}${whole.vi} từ ${STARTS[startIs].vi} ${day(start)} (không tính ngày này): ${to.vi}.`,
    `Count ${way.en}${length.en}${whole.en} from ${STARTS[startIs].en}, ${day(start)} (itself not counted): ${to.en}.`,
  );
}

const within = (counted: 'day' | 'workday', count: number): Bilingual => {
  const { vi, en } = term(count, counted);
  return both(` (${vi})`, ` (${en})`);
};

const OF: Readonly<Record<'first' | 'last' | 'next', Bilingual>> = {
  first: both('tháng đầu kỳ', 'the first month of the period'),
  last: both('tháng cuối kỳ', 'the last month of the period'),
  next: both('tháng sau kỳ', 'the month after the period'),
};

const exclusiveWord = (exclusive: boolean): Bilingual =>
  when(exclusive, both(', “trước ngày” nên lùi một ngày', ', and “before” means the day before it'));

function reportWord({ label, from, until, day: dayOf, of, month, weekday, exclusive, end }: DueFacts['count.report']): Bilingual {
  const less = exclusiveWord(exclusive);
  const place =
    weekday !== null
      ? both(
          `${weekdayWord(weekday).vi} ${of === 'next' ? 'sau kỳ' : 'của kỳ'}`,
          `the ${weekdayWord(weekday).en} ${of === 'next' ? 'after' : 'of'} the period`,
        )
      : dayOf === 0
        ? both('ngày cuối kỳ', 'the last day of the period')
        : month !== null
          ? both(`ngày ${dayOf} tháng ${month}`, `day ${dayOf} of month ${month}`)
          : both(`ngày ${dayOf} của ${OF[of].vi}`, `day ${dayOf} of ${OF[of].en}`);
  return both(
    `Kỳ ${label} (${day(from)} – ${day(until)}): hạn là ${place.vi}${less.vi}: hết ${day(end)}.`,
    `Period ${label} (${day(from)} – ${day(until)}): due on ${place.en}${less.en}: to the end of ${day(end)}.`,
  );
}

function occurrenceWord({ label, until, at, day: dayOf, of, exclusive, end }: DueFacts['count.occurrence']): Bilingual {
  const less = exclusiveWord(exclusive);
  const places: Readonly<Record<typeof at, Bilingual>> = {
    end: both('ngày cuối kỳ', 'the last day of the period'),
    'month-day': both(`ngày ${dayOf} của ${OF[of ?? 'last'].vi}`, `day ${dayOf} of ${OF[of ?? 'last'].en}`),
    weekday: both('ngày trong tuần mà văn bản nêu', 'the weekday that the text names'),
    dates: both('ngày trong năm mà văn bản nêu', 'the day of the year that the text names'),
    season: both('ngày cuối của mùa việc', 'the last day of the season'),
  };
  const span = until === null ? both('', '') : both(` (đến ${day(until)})`, ` (to ${day(until)})`);
  return both(
    `Kỳ ${label}${span.vi}: hạn là ${places[at].vi}${less.vi}: hết ${day(end)}.`,
    `Period ${label}${span.en}: due on ${places[at].en}${less.en}: to the end of ${day(end)}.`,
  );
}

function namedWord({ word, named, inclusive, time, end }: DueFacts['count.named']): Bilingual {
  if (time !== null)
    return both(
      `Văn bản ghi ${time} ngày ${day(named)}: ngày cuối là ${day(end)}.`,
      `The text says ${time} on ${day(named)}: the last day is ${day(end)}.`,
    );
  if (word === 'by' || inclusive)
    return both(
      `Văn bản nêu ngày ${day(named)}, tính cả ngày đó: hết ${day(end)}.`,
      `The text names ${day(named)}, that day included: to the end of ${day(end)}.`,
    );
  return both(
    `Văn bản ghi “trước ngày ${day(named)}”, không tính ngày đó: hết ${day(end)}.`,
    `The text says “before ${day(named)}”, that day not included: to the end of ${day(end)}.`,
  );
}

const NO_DATE: Readonly<Record<string, Bilingual>> = {
  standing: both(
    'Việc thường xuyên: không bao giờ đến hạn, trả lời qua báo cáo.',
    'Standing work: it has no last day and is answered for in reports.',
  ),
  'as-regulated': both('Văn bản ghi “theo quy định” và không nêu ngày.', 'The text says “as regulated” and names no day.'),
  provisional: both(
    'Văn bản chỉ dự kiến; chưa có văn bản ấn định ngày.',
    'The text gives an estimate only; no document has set the day yet.',
  ),
  'on-request': both('Chỉ làm khi có yêu cầu.', 'It is done on request only.'),
  within: both(
    'Thời hạn tính từ ngày nhận, mà đơn vị chưa nhận.',
    'The term runs from receipt, and the unit has not received it.',
  ),
};

function noneWord({ kind, awaits, estimate, resolver }: DueFacts['count.none']): Bilingual {
  const base =
    awaits !== null
      ? both(
          `Chờ “${awaits}”: chưa có ngày cho đến khi có người xác nhận.`,
          `It waits for “${awaits}”: no day until somebody declares it.`,
        )
      : (NO_DATE[kind] ?? both('Văn bản không nêu ngày.', 'The text names no day.'));
  const who = resolver ? both(` ${resolver.name} ấn định ngày.`, ` ${resolver.name} sets the day.`) : both('', '');
  const guess = estimate ? both(` Dự kiến ${day(estimate)}.`, ` The estimate is ${day(estimate)}.`) : both('', '');
  return both(`${base.vi}${who.vi}${guess.vi}`, `${base.en}${who.en}${guess.en}`);
}

/** Sentences on due dates. */
export const DUE_SAYINGS: Sayings<DueFacts> = {
  'due.is': ({ obligation, due, time, last }) => {
    const what = obligationWord(obligation);
    if (due === null || last === null)
      return both(`Hạn của ${what.vi}: không có ngày.`, `The due date of ${what.en}: there is none.`);
    const end =
      time === null
        ? both(`hết ngày ${day(due)}`, `to the end of ${day(due)}`)
        : both(`${time} ngày ${day(due)}`, `${time} on ${day(due)}`);
    return both(`Hạn của ${what.vi}: ${end.vi}.`, `The due date of ${what.en}: ${end.en}.`);
  },
  'due.set': setWord,
  'count.named': namedWord,
  'count.period': ({ from, until, end }) =>
    both(
      `Văn bản nêu khoảng thời gian ${day(from)} – ${day(until)}: đến hết ${day(end)}.`,
      `The text names the time from ${day(from)} to ${day(until)}: to the end of ${day(end)}.`,
    ),
  'count.term': termWord,
  'count.rolled': ({ from, policy, end }) =>
    policy === 'next'
      ? both(
          `${day(from)} là ngày nghỉ: chuyển sang ngày làm việc tiếp theo, ${day(end)}.`,
          `${day(from)} is a day off: on to the next working day, ${day(end)}.`,
        )
      : both(
          `${day(from)} là ngày nghỉ: lùi về ngày làm việc liền trước, ${day(end)}.`,
          `${day(from)} is a day off: back to the working day before, ${day(end)}.`,
        ),
  'count.occurrence': occurrenceWord,
  'count.report': reportWord,
  'count.rest': ({ due, from, until, counted, left, end }) => {
    const rest = term(left, counted);
    return both(
      `Đồng hồ dừng từ ${day(from)} đến hết ${day(until)}; khi dừng còn ${rest.vi} đến hạn ${day(due)}, tính tiếp từ ngày sau: hết ${day(end)}.`,
      `The clock stood still from ${day(from)} to ${day(until)}; ${rest.en} were left to ${day(due)} and go on from the day after: to the end of ${day(end)}.`,
    );
  },
  'count.kept': ({ counted, held }) =>
    both(
      `Theo kế hoạch mới tính ra ${dayOrNone(counted).vi}; hạn sớm hơn đang có, ${day(held)}, được giữ.`,
      `By the new plan it would be ${dayOrNone(counted).en}; the earlier date that holds already, ${day(held)}, stays.`,
    ),
  'count.merged': ({ dues, end }) => {
    const list = dues.map(({ unit, due }) => `${unit.name}: ${dayOrNone(due).vi}`).join('; ');
    const listed = dues.map(({ unit, due }) => `${unit.name}: ${dayOrNone(due).en}`).join('; ');
    return both(
      `Việc nhận về có hạn ${list}; lấy hạn muộn nhất, hoặc hạn của việc đang tạm dừng: ${dayOrNone(end).vi}.`,
      `What came over was due ${listed}; the latest counts, or that of work whose clock stands still: ${dayOrNone(end).en}.`,
    );
  },
  'count.none': noneWord,
};
