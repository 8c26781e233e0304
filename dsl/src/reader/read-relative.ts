import type { LocalDate } from '#engine';
import { anchorOf } from './anchor.js';
import type { AtomBody, RelativeAtom } from './atoms.js';
import { clauseEnd } from './clause-end.js';
import { readClock } from './clock.js';
import { readNumber, type Read } from './numbers.js';
import { readWhen } from './read-dates.js';
import type { TermUnitRead } from './reading.js';
import { phrases, type Wordings, type Text } from './tokens.js';
import type { When } from './when.js';

const WITHIN_WORDS = [
  'trong thời hạn|trong khoảng thời gian|trong thời gian|trong vòng|trong|thời hạn|thời gian|vòng|không quá|không vượt quá|tối đa|quy đổi|chậm nhất',
  'muộn nhất|trễ nhất|là|hoàn thành|xong|sau|:|không chậm hơn|không muộn hơn|đề nghị|báo cáo|gửi|được|tối đa là|hạn',
].join('|');
const BOUNDED = phrases(
  'trong thời hạn|trong vòng|trong|không quá|không vượt quá|tối đa|quy đổi|chậm nhất|muộn nhất|trễ nhất|không chậm hơn|không muộn hơn|hạn',
);
/** Leads under which a number of hours is a length of time, not a time of day. */
const LENGTH = phrases('trong thời hạn|trong vòng|trong|không quá|không vượt quá|tối đa|quy đổi|vòng|sau');
const EARLIEST_WORDS =
  'không sớm hơn|sớm nhất là|sớm nhất|chỉ sau|sau ít nhất|sau tối thiểu|ít nhất sau|ít nhất là sau|tối thiểu sau|ít nhất|tối thiểu';
const EARLIEST = phrases(EARLIEST_WORDS);
const LEAD = phrases(`${EARLIEST_WORDS}|${WITHIN_WORDS}`);
const AT_LEAST = phrases('ít nhất|tối thiểu|ít nhất là|tối thiểu là');
const AFTER = phrases('sau');
const UNITS: readonly (readonly [Wordings, TermUnitRead])[] = [
  [phrases('ngày làm việc|ngày công'), 'workday'],
  [phrases('giờ|tiếng|h'), 'hour'],
  [phrases('ngày'), 'day'],
  [phrases('tuần'), 'week'],
  [phrases('tháng'), 'month'],
  [phrases('năm'), 'year'],
];
const WORKING_HOURS = phrases('giờ làm việc');
const PART_OF_YEAR = phrases('đầu năm|cuối năm|đầu|cuối|một lần|lần');
const TO = phrases('đến|-');

export interface Amount {
  readonly amount: number;
  readonly unit: TermUnitRead;
  readonly workHours: boolean;
  readonly atLeast?: number;
}

/** `10 ngày`, `05 (năm) ngày làm việc`, `05 - 07 ngày`. */
export function readAmount(text: Text, at: number): Read<Amount> | undefined {
  const first = readNumber(text, at);
  if (!first) return undefined;
  const joined = text.after(first.next, TO);
  const second = joined ? readNumber(text, joined) : undefined;
  const count = second ?? first;
  const unit = readUnit(text, count.next);
  if (!unit) return undefined;
  const amount = { amount: count.value, ...unit.value };
  return { value: second ? { ...amount, atLeast: first.value } : amount, next: unit.next };
}

/** The unit of an amount; what follows must not make it a date ("02 ngày 15/12") or a part of the year ("6 tháng đầu năm"). */
function readUnit(text: Text, at: number): Read<Pick<Amount, 'unit' | 'workHours'>> | undefined {
  const unit = UNITS.find(([words]) => text.after(at, words) > 0);
  if (!unit) return undefined;
  const workHours = text.after(at, WORKING_HOURS);
  const next = workHours || text.after(at, unit[0]);
  if (text.at(next).kind === 'number' || text.isSign(next, '/') || text.after(next, PART_OF_YEAR)) return undefined;
  return { value: { unit: unit[1], workHours: workHours > 0 }, next };
}

const NEXT_WORKDAY = phrases(
  'ngày làm việc tiếp theo|ngày làm việc kế tiếp|ngày làm việc liền kề|ngày làm việc sau đó|ngày làm việc liền sau',
);
const NEXT_DAY = phrases('ngày hôm sau|ngày tiếp theo|ngày kế tiếp|ngày hôm sau đó');
const SAME_WORKDAY = phrases('trong ngày làm việc|ngay trong ngày làm việc');
const SAME_DAY = phrases('ngay trong ngày|trong cùng ngày|cùng ngày|trong ngày');
const SAME_DAY_OF_RECEIPT = phrases('ngay trong ngày nhận|trong ngày nhận|trong ngày nhận được|ngay trong ngày nhận được');

/** `ngày làm việc tiếp theo`, `trong ngày`: an amount that is not counted out. */
function readUncounted(text: Text, at: number): Read<Pick<RelativeAtom, 'amount' | 'unit'>> | undefined {
  const forms: readonly (readonly [Wordings, number, TermUnitRead])[] = [
    [NEXT_WORKDAY, 1, 'workday'],
    [NEXT_DAY, 1, 'day'],
    [SAME_WORKDAY, 0, 'workday'],
    [SAME_DAY, 0, 'day'],
  ];
  const form = forms.find(([words]) => text.after(at, words) > 0);
  if (!form) return undefined;
  const next = text.after(at, form[0]);
  return text.at(next).kind === 'number' || (text.isSign(next, './…') && text.isSign(next + 1, './'))
    ? undefined
    : { value: { amount: form[1], unit: form[2] }, next };
}

/** A term with what it is counted from. */
export function readRelative(text: Text, at: number, issuedOn: LocalDate): Read<AtomBody> | undefined {
  const receipt = text.after(at, SAME_DAY_OF_RECEIPT);
  if (receipt) {
    const end = clauseEnd(text, receipt);
    const { from, own } = anchorOf(text, [at, end]);
    return { value: { is: 'relative', amount: 0, unit: 'day', from, direction: 'after', ...(own && { own }) }, next: end };
  }
  const lead = text.skip(at, LEAD);
  const uncounted = readUncounted(text, lead) ?? readUncounted(text, at);
  if (uncounted) return withAnchor(text, uncounted, { issuedOn, earliest: false });
  const amount = readAmount(text, lead);
  return amount && readTerm(text, { at, lead, amount, issuedOn });
}

interface Term {
  readonly at: number;
  readonly lead: number;
  readonly amount: Read<Amount>;
  readonly issuedOn: LocalDate;
}

function readTerm(text: Text, { at, lead, amount, issuedOn }: Term): Read<AtomBody> | undefined {
  const { workHours, atLeast, ...term } = amount.value;
  const bounded = within(text, [at, lead], BOUNDED);
  const atLeastSaid = within(text, [at, lead], AT_LEAST);
  const earliest = !bounded && (within(text, [at, lead], EARLIEST) || within(text, [at, lead], AFTER));
  const body = { ...term, ...(workHours && { workHours: true as const }), ...(atLeast !== undefined && { atLeast }) };
  const found = withAnchor(text, { value: body, next: amount.next }, { issuedOn, earliest: earliest || atLeastSaid });
  if (term.unit === 'hour' && !isLength(text, { at, lead, amount, issuedOn }, found)) return undefined;
  const anchored = found.next > amount.next;
  const alone = at === 0 && text.at(amount.next).kind === 'end';
  return lead > at || anchored || alone ? found : undefined;
}

/** Hours count as a length where the words around them say so; else they are a time of day. */
const isLength = (text: Text, { at, lead, amount }: Term, found: Read<AtomBody>): boolean =>
  amount.value.workHours || found.next > amount.next || (within(text, [at, lead], LENGTH) && !readClock(text, amount.next));

function within(text: Text, [from, to]: readonly [number, number], words: Wordings): boolean {
  for (let at = from; at < to; at++) if (text.after(at, words)) return true;
  return false;
}

const COUNTED_FROM = phrases(
  'kể từ sau|kể từ|tính từ|từ|, kể từ|, tính từ|sau|, sau|làm việc kể từ|tính kể từ|( kể từ|( tính từ|kể từ khi|tính từ khi|, tính kể từ',
);
const COUNTED_BACK = phrases('trước|, trước');
const MOMENT = phrases('ngày|khi|thời điểm|lúc|thời gian|sau khi|ngày được|thời điểm được|được|sau ngày|khi được|ngày có');

type Body = Pick<RelativeAtom, 'amount' | 'unit' | 'workHours' | 'atLeast'>;

function withAnchor(
  text: Text,
  { value, next }: Read<Body>,
  { issuedOn, earliest }: { issuedOn: LocalDate; earliest: boolean },
): Read<RelativeAtom> {
  const after = text.after(next, COUNTED_FROM);
  const back = after || isLong(value.unit) ? 0 : text.after(next, COUNTED_BACK);
  const body: RelativeAtom = { is: 'relative', ...value, direction: back ? 'before' : 'after' };
  const term: RelativeAtom = earliest && !back ? { ...body, earliest: true } : body;
  const from = after || back;
  if (!from) return { value: term, next };
  const base = readBase(text, from, issuedOn);
  if (base) return { value: { ...term, base: base.value }, next: base.next };
  return countedFrom(text, { value: term, next }, text.after(from, MOMENT) || from);
}

/** "Sơ kết 6 tháng trước ngày 15/6": months before a date are a period with its own date. */
const isLong = (unit: Body['unit']): boolean => unit === 'month' || unit === 'year';

/** What the words after "kể từ" or "trước" name. */
function countedFrom(text: Text, term: Read<RelativeAtom>, start: number): Read<RelativeAtom> {
  const end = clauseEnd(text, start);
  if (end === start) return term;
  const { from, own } = anchorOf(text, [start, end]);
  return { value: { ...term.value, from, ...(own && { own }) }, next: end };
}

/** A calendar day to count from. */
function readBase(text: Text, at: number, issuedOn: LocalDate): Read<When> | undefined {
  const when = readWhen(text, at, issuedOn);
  return when && (when.value.unit === 'day' || when.value.unit === 'exactly' || when.value.unit === 'bad') ? when : undefined;
}
