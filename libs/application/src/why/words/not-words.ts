import type { Bilingual } from '#contracts';
import type { Instant, LocalDate } from '#engine';
import type { PlanName, UnitName } from '../named.js';
import { statusWord } from './step-words.js';
import { both, day, moment, names, obligationWord, planWord, type Sayings } from './word.js';

/** What statements on why something did not happen say. */
export interface NotFacts {
  /** The first condition of a step that fails. */
  'not.no-such-step': { readonly step: string; readonly known: readonly string[] };
  'not.unit-ended': { readonly unit: UnitName; readonly at: Instant };
  'not.no-deadline': { readonly obligation: string; readonly kind: string; readonly status: string };
  'not.closed': { readonly status: string; readonly at: Instant };
  'not.suspended': { readonly from: LocalDate; readonly until: LocalDate | null };
  'not.dormant': { readonly awaits: string };
  /** It was handed in before the step's day came. */
  'not.done-before': { readonly doneAt: Instant; readonly nominal: Instant };
  /** It was in, whatever the step's day: the date was moved, or the work came back, only while it was in. */
  'not.in-meanwhile': { readonly doneAt: Instant; readonly nominal: Instant; readonly since: Instant };
  'not.reached': { readonly nominal: Instant; readonly at: Instant };
  'not.made-up': { readonly nominal: Instant; readonly since: Instant };
  'not.not-on-time': { readonly doneAt: Instant | null; readonly due: LocalDate };
  'not.not-by-then': { readonly doneAt: Instant; readonly nominal: Instant };
  'not.explanation': { readonly obligation: string };
  'not.superseded': { readonly generation: number; readonly now: number; readonly at: Instant; readonly nominal: Instant };
  'not.no-generation': { readonly generation: number; readonly now: number };
  'not.clock-behind': { readonly due: Instant; readonly at: Instant };
  'not.earlier-generation': { readonly generation: number; readonly at: Instant };
  /** Why something is not owed. */
  'not.no-unit-plan': { readonly unit: UnitName; readonly plan: string };
  'not.not-issued': { readonly plan: string; readonly at: Instant };
  'not.no-such-rule': { readonly sought: string; readonly known: readonly string[] };
  'not.no-unit-then': {
    readonly unit: UnitName;
    readonly on: LocalDate;
    readonly from: LocalDate | null;
    readonly until: LocalDate | null;
  };
  'not.not-below': { readonly unit: UnitName; readonly issuer: UnitName; readonly on: LocalDate };
  'not.not-named': {
    readonly unit: UnitName;
    readonly meant: readonly UnitName[];
    readonly total: number;
    readonly on: LocalDate;
  };
  'not.helper': { readonly unit: UnitName; readonly role: 'support' | 'joint'; readonly accountable: readonly UnitName[] };
  'not.omitted': { readonly task: string; readonly plan: PlanName; readonly reason: string };
  'not.no-period': {
    readonly label: string | null;
    readonly known: readonly string[];
    readonly from: LocalDate;
    readonly until: LocalDate;
  };
  'not.not-opened': { readonly label: string; readonly opens: string };
  'not.plan-ended': { readonly plan: PlanName; readonly at: Instant; readonly document: string };
  'not.withdrawn': { readonly document: string; readonly at: Instant };
  'not.gone-over': {
    readonly obligation: string;
    readonly to: readonly UnitName[];
    readonly at: Instant;
    readonly reason: string;
  };
  'not.served': { readonly period: string; readonly by: string };
  'not.due-by-issue': { readonly due: LocalDate; readonly issuedOn: LocalDate };
  'not.to-itself': { readonly unit: UnitName };
  'not.no-addressee': { readonly unit: UnitName; readonly on: LocalDate };
  'not.nothing-to-sum': { readonly unit: UnitName; readonly label: string };
  'not.met-already': { readonly unit: UnitName };
  'not.not-asked': { readonly about: 'explanation' | 'request' | 'case'; readonly sought: string };
  'not.merged': { readonly obligation: string };
  /** Why a report does not go somewhere. */
  'not.other-way': { readonly to: UnitName; readonly asked: UnitName };
  'not.not-sent': { readonly status: string; readonly at: Instant };
  /** It is so after all. */
  'it-is-so': { readonly what: 'owed' | 'late' | 'happened' | 'reported' };
}

const SHOWN = 8;
const list = (words: readonly string[]): string =>
  words.length === 0 ? '—' : words.slice(0, SHOWN).join(', ') + (words.length > SHOWN ? ', …' : '');

const KINDS: Readonly<Record<string, Bilingual>> = {
  standing: both('việc thường xuyên, không có ngày cuối', 'standing work without a last day'),
  'as-regulated': both('“theo quy định”, chưa có ngày', '“as regulated”, without a day so far'),
  provisional: both('mới có ngày dự kiến', 'only an estimate so far'),
  'on-event': both('chờ sự kiện, chưa có ngày', 'waits for an event, without a day so far'),
  'until-event': both('kết thúc theo sự kiện, chưa có ngày', 'ends with an event, without a day so far'),
  duty: both('văn bản không nêu ngày phải ban hành', 'the text names no day for it'),
  within: both('tính từ ngày nhận, chưa bắt đầu', 'runs from receipt and has not begun'),
};

const SO: Readonly<Record<NotFacts['it-is-so']['what'], Bilingual>> = {
  owed: both('Thực ra việc này có: lý do như sau.', 'It is owed after all: this is why.'),
  late: both('Thực ra việc này chậm.', 'It is late after all.'),
  happened: both('Thực ra bậc này đã được thực hiện.', 'The step has happened after all.'),
  reported: both('Thực ra báo cáo có gửi đến đó.', 'It is reported there after all.'),
};

const ASKED: Readonly<Record<NotFacts['not.not-asked']['about'], (sought: string) => Bilingual>> = {
  explanation: (sought) => both(`Chưa ai yêu cầu giải trình (${sought}).`, `Nobody has demanded an explanation (${sought}).`),
  request: (sought) =>
    both(`Không có yêu cầu báo cáo nào như vậy (${sought}).`, `No such report has been asked for (${sought}).`),
  case: (sought) =>
    both(`Chưa đơn vị nào báo có trường hợp đó (${sought}).`, `Nobody has said that the case is there (${sought}).`),
};

const lives = (from: LocalDate | null, until: LocalDate | null): Bilingual => {
  if (from === null) return both('sổ tổ chức không có đơn vị này', 'the organisation does not know it');
  if (until === null) return both(`có từ ${day(from)}`, `it exists since ${day(from)}`);
  return both(`có từ ${day(from)} đến trước ${day(until)}`, `it existed from ${day(from)} to before ${day(until)}`);
};

/** Sentences on why something did not happen. */
export const NOT_SAYINGS: Sayings<NotFacts> = {
  'not.no-such-step': ({ step, known }) =>
    both(`Kế hoạch không có bậc ${step}; có: ${list(known)}.`, `The plan has no step ${step}; it has: ${list(known)}.`),
  'not.unit-ended': ({ unit, at }) =>
    both(
      `${unit.name} chấm dứt lúc ${moment(at).vi}; từ đó không còn gì xảy ra với việc của đơn vị này.`,
      `${unit.name} ended at ${moment(at).en}; nothing happens to its work any more.`,
    ),
  'not.no-deadline': ({ obligation, kind }) => {
    const [what, why] = [obligationWord(obligation), KINDS[kind] ?? both('không có ngày', 'without a day')];
    return both(
      `${what.vi}: ${why.vi}; không có hạn thì không có bậc xử lý và không chậm.`,
      `${what.en}: ${why.en}; without a due date nothing is late and no step follows.`,
    );
  },
  'not.closed': ({ status, at }) =>
    both(
      `Việc đã kết thúc (${statusWord(status).vi}) lúc ${moment(at).vi}.`,
      `It ended (${statusWord(status).en}) at ${moment(at).en}.`,
    ),
  'not.suspended': ({ from, until }) =>
    until === null
      ? both(
          `Việc đang tạm dừng từ ${day(from)} cho đến khi có văn bản khác.`,
          `Its clock stands still since ${day(from)}, until further notice.`,
        )
      : both(
          `Việc tạm dừng từ ${day(from)} đến hết ${day(until)}.`,
          `Its clock stands still from ${day(from)} to ${day(until)}.`,
        ),
  'not.dormant': ({ awaits }) => both(`Việc còn chờ “${awaits}”.`, `It still waits for “${awaits}”.`),
  'not.done-before': ({ doneAt, nominal }) =>
    both(
      `Đã xong lúc ${moment(doneAt).vi}, trước khi đến bậc (${moment(nominal).vi}).`,
      `It was in at ${moment(doneAt).en}, before the step’s day came (${moment(nominal).en}).`,
    ),
  'not.in-meanwhile': ({ doneAt, nominal, since }) =>
    both(
      `Ngày của bậc là ${moment(nominal).vi}, nhưng hạn này chỉ có từ ${moment(since).vi} và việc đã xong từ ${moment(doneAt).vi}.`,
      `The step’s day is ${moment(nominal).en}, but this date holds only since ${moment(since).en}, and the work is in since ${moment(doneAt).en}.`,
    ),
  'not.reached': ({ nominal, at }) =>
    both(
      `Chưa đến ngày của bậc: ${moment(nominal).vi}; hiện là ${moment(at).vi}.`,
      `The step’s day has not come: it is ${moment(nominal).en}, and now is ${moment(at).en}.`,
    ),
  'not.made-up': ({ nominal, since }) =>
    both(
      `Ngày nhắc là ${moment(nominal).vi}, trước khi việc đến tay đơn vị (${moment(since).vi}); lời nhắc đã qua thì không gửi bù.`,
      `The reminder’s day was ${moment(nominal).en}, before the work came into the unit’s hands (${moment(since).en}); reminders are not made up for.`,
    ),
  'not.not-on-time': ({ doneAt, due }) =>
    doneAt === null
      ? both(
          `Việc chưa xong trong hạn ${day(due)}: không có gì để biểu dương.`,
          `It was not in by the due date ${day(due)}: there is nothing to commend.`,
        )
      : both(
          `Việc xong lúc ${moment(doneAt).vi}, quá hạn ${day(due)}.`,
          `It was in at ${moment(doneAt).en}, after the due date ${day(due)}.`,
        ),
  'not.not-by-then': ({ doneAt, nominal }) =>
    both(
      `Việc xong lúc ${moment(doneAt).vi}, không trước ${moment(nominal).vi} như quy tắc đòi hỏi.`,
      `It was in at ${moment(doneAt).en}, not before ${moment(nominal).en} as the rule asks.`,
    ),
  'not.explanation': () =>
    both(
      'Đây là bản giải trình: không ai phải giải trình vì giải trình chậm, và giải trình đúng hạn không được biểu dương.',
      'It is an explanation itself: its lateness need not be explained, and being on time with it earns nothing.',
    ),
  'not.superseded': ({ generation, now, at, nominal }) =>
    both(
      `Hạn lần ${generation} đã được thay bằng lần ${now} lúc ${moment(at).vi}; bậc của lần ${generation} (${moment(nominal).vi}) khi đó chưa đến.`,
      `Generation ${generation} of the deadline gave way to generation ${now} at ${moment(at).en}; its step (${moment(nominal).en}) had not come by then.`,
    ),
  'not.no-generation': ({ generation, now }) =>
    both(`Hạn chưa có lần ${generation}; hiện là lần ${now}.`, `The deadline has no generation ${generation}; it is at ${now}.`),
  'not.clock-behind': ({ due, at }) =>
    both(
      `Bậc này phải xảy ra lúc ${moment(due).vi} nhưng nhật ký đến ${moment(at).vi} chưa có: đồng hồ hệ thống chưa chạy tới.`,
      `It was due at ${moment(due).en}, but the log does not have it by ${moment(at).en}: the clock has not come by yet.`,
    ),
  'not.earlier-generation': ({ generation, at }) =>
    both(
      `Bậc này đã xảy ra ở lần ${generation} của hạn, lúc ${moment(at).vi}; hạn sau đó được dời.`,
      `It happened in generation ${generation} of the deadline, at ${moment(at).en}; the date was moved afterwards.`,
    ),
  'not.no-unit-plan': ({ unit, plan }) =>
    both(`${unit.name} không có việc gì theo kế hoạch ${plan}.`, `${unit.name} owes nothing under plan ${plan}.`),
  'not.not-issued': ({ plan, at }) =>
    both(`Đến ${moment(at).vi} kế hoạch ${plan} chưa được ban hành.`, `Plan ${plan} was not issued by ${moment(at).en}.`),
  'not.no-such-rule': ({ sought, known }) =>
    both(`Văn bản không có ${sought}; có: ${list(known)}.`, `The text has no ${sought}; it has: ${list(known)}.`),
  'not.no-unit-then': ({ unit, on, from, until }) => {
    const life = lives(from, until);
    return both(`Ngày ${day(on)} không có ${unit.name}: ${life.vi}.`, `On ${day(on)} there was no ${unit.name}: ${life.en}.`);
  },
  'not.not-below': ({ unit, issuer, on }) =>
    both(
      `Ngày ${day(on)} ${unit.name} không thuộc ${issuer.name}, nơi ban hành.`,
      `On ${day(on)} ${unit.name} did not lie below ${issuer.name}, the issuer.`,
    ),
  'not.not-named': ({ unit, meant, total, on }) =>
    both(
      `Ngày ${day(on)} văn bản có nghĩa ${total} đơn vị: ${names(meant).vi}; không có ${unit.name}.`,
      `On ${day(on)} the text meant ${total} units: ${names(meant).en}; ${unit.name} is none of them.`,
    ),
  'not.helper': ({ unit, role, accountable }) =>
    role === 'support'
      ? both(
          `${unit.name} chỉ phối hợp; chủ trì là ${names(accountable).vi}.`,
          `${unit.name} only supports it; it is led by ${names(accountable).en}.`,
        )
      : both(
          `${unit.name} cùng chủ trì; chịu trách nhiệm chính là ${names(accountable).vi}.`,
          `${unit.name} leads it jointly; accountable is ${names(accountable).en}.`,
        ),
  'not.omitted': ({ task, plan, reason }) =>
    both(
      `${planWord(plan).vi} không giao tiếp nhiệm vụ ${task}: “${reason}”.`,
      `${planWord(plan).en} does not pass task ${task} on: “${reason}”.`,
    ),
  'not.no-period': ({ label, known, from, until }) =>
    both(
      `Từ ${day(from)} đến ${day(until)} không có kỳ ${label ?? 'trọn vẹn nào'}; có: ${list(known)}.`,
      `Between ${day(from)} and ${day(until)} there is no ${label === null ? 'whole period' : `period ${label}`}; there are: ${list(known)}.`,
    ),
  'not.not-opened': ({ label, opens }) =>
    both(`Kỳ ${label} thuộc ${opens}, chưa được mở.`, `Period ${label} belongs to ${opens}, which has not been opened.`),
  'not.plan-ended': ({ plan, at, document }) =>
    both(
      `${planWord(plan).vi} hết hiệu lực lúc ${moment(at).vi} theo ${document}.`,
      `${planWord(plan).en} ended at ${moment(at).en} by ${document}.`,
    ),
  'not.withdrawn': ({ document, at }) =>
    both(`Văn bản ${document} đã rút việc này lúc ${moment(at).vi}.`, `Document ${document} took it back at ${moment(at).en}.`),
  'not.gone-over': ({ obligation, to, at }) => {
    const what = obligationWord(obligation);
    if (to.length === 0)
      return both(
        `${what.vi} kết thúc lúc ${moment(at).vi} cùng với đơn vị.`,
        `${what.en} ended at ${moment(at).en} with its unit.`,
      );
    return both(
      `${what.vi} chuyển cho ${names(to).vi} lúc ${moment(at).vi}.`,
      `${what.en} went over to ${names(to).en} at ${moment(at).en}.`,
    );
  },
  'not.served': ({ period, by }) =>
    both(`Kỳ ${period} được báo cáo chung với kỳ ${by}.`, `Period ${period} is served by the report of ${by}.`),
  'not.due-by-issue': ({ due, issuedOn }) =>
    both(
      `Hạn ${day(due)} không sau ngày ban hành ${day(issuedOn)}: không phải báo cáo kỳ đó.`,
      `Its date ${day(due)} is not after the day of issue, ${day(issuedOn)}: that period is not owed.`,
    ),
  'not.to-itself': ({ unit }) =>
    both(
      `Báo cáo này gửi chính ${unit.name}: không ai tự báo cáo với mình.`,
      `This report goes to ${unit.name} itself: nobody reports to itself.`,
    ),
  'not.no-addressee': ({ unit, on }) =>
    both(
      `Ngày ${day(on)} ${unit.name} không có nơi nhận mà văn bản nêu (cấp trên trực tiếp, hoặc cơ quan theo ngành).`,
      `On ${day(on)} ${unit.name} had no addressee of the kind that the text names (a direct superior, or a lead by sector).`,
    ),
  'not.nothing-to-sum': ({ unit, label }) =>
    both(
      `Kỳ ${label} không còn gì gửi đến ${unit.name}: mọi báo cáo phải tổng hợp đều có hạn trước khi ban hành.`,
      `In period ${label} nothing comes to ${unit.name} any more: all that would be summed up was due by the issue.`,
    ),
  'not.met-already': ({ unit }) =>
    both(
      `${unit.name} đã ban hành kế hoạch được yêu cầu từ trước.`,
      `${unit.name} had issued the plan that is asked for already.`,
    ),
  'not.not-asked': ({ about, sought }) => ASKED[about](sought),
  'not.merged': ({ obligation }) => {
    const what = obligationWord(obligation);
    return both(`Việc này đi chung vào ${what.vi} của đơn vị.`, `It goes on as ${what.en} of the unit.`);
  },
  'not.other-way': ({ to, asked }) =>
    both(`Báo cáo này gửi ${to.name}, không phải ${asked.name}.`, `This report goes to ${to.name}, not to ${asked.name}.`),
  'not.not-sent': ({ status, at }) =>
    both(`Đến ${moment(at).vi} báo cáo ${statusWord(status).vi}.`, `By ${moment(at).en} the report is ${statusWord(status).en}.`),
  'it-is-so': ({ what }) => SO[what],
};
