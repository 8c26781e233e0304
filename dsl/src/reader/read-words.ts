import { anchorOf } from './anchor.js';
import type { AtomBody } from './atoms.js';
import { clauseEnd, contains } from './clause-end.js';
import type { Read } from './numbers.js';
import { readAmount } from './read-relative.js';
import { phrases, type Wordings, type Text } from './tokens.js';
import type { Why } from './why.js';

const AT_ONCE = phrases('báo cáo ngay khi|báo cáo ngay sau khi|ngay sau khi|ngay khi|ngay sau|ngay từ khi|ngay sau thời điểm');
const REQUEST = phrases('yêu cầu|đề nghị|đột xuất');
const ON_REQUEST = phrases('đột xuất|theo yêu cầu|theo đề nghị|theo các yêu cầu|khi yêu cầu|bất thường');
const AT_ONCE_ALONE = phrases('ngay lập tức|lập tức|tức thì|tức thời|báo cáo ngay');
const AFTER = phrases('sau khi');
const WHEN = phrases('khi|từ khi|kể từ khi|trong trường hợp|mỗi khi|theo từng đợt|sau mỗi đợt|sau từng đợt');
const BEFORE = phrases('trước khi');
const BEFORE_DUE = phrases(
  'trước thời hạn|trước hạn|trước khi đến hạn|trước ngày đến hạn|trước khi hết hạn|trước ngày hết hạn|trước khi hết thời hạn',
);
const OCCASIONS = [
  'tết|kỳ họp|hội nghị|đại hội|phiên họp|cuộc họp|lễ|kỳ nghỉ|mùa|thời gian nghỉ|thời điểm|kỳ thi|cuộc bầu cử|năm học mới|khai giảng|buổi',
  'ngày họp|ngày nghỉ|ngày bầu cử|ngày khai giảng|ngày khai mạc|ngày tổ chức|ngày diễn ra|ngày hội|ngày thi|ngày bế mạc|ngày làm lễ|bầu cử',
  'các kỳ họp|mỗi kỳ họp|cuộc thi|đợt|ngày kỷ niệm|ngày có|thời điểm diễn ra|hội thảo|kỳ đại hội',
].join('|');
const withHead = (head: string): Wordings =>
  phrases(
    OCCASIONS.split('|')
      .map((occasion) => `${head} ${occasion}`)
      .join('|'),
  );
const BEFORE_OCCASION = withHead('trước');
const AFTER_OCCASION = withHead('sau');
const PROGRESS = phrases('theo tiến độ');

/** Waits for something outside: "ngay sau khi …", "khi có …", "trước khi …", "đột xuất". */
export function readEvent(text: Text, at: number): Read<AtomBody> | undefined {
  const once = text.after(at, AT_ONCE);
  if (once) return swallowed(text, once, { is: 'event', immediate: true });
  const request = text.after(at, ON_REQUEST);
  if (request) return { value: { is: 'event', request: true }, next: clauseEnd(text, request) };
  const early = text.after(at, BEFORE_DUE) || text.after(at, BEFORE) || text.after(at, BEFORE_OCCASION);
  if (early) return readEarly(text, at, early);
  const late = text.after(at, AFTER) || text.after(at, AFTER_OCCASION) || text.after(at, WHEN) || text.after(at, PROGRESS);
  if (late) return readLate(text, at, late);
  const alone = text.after(at, AT_ONCE_ALONE) || afterNgay(text, at);
  return alone ? { value: { is: 'event', immediate: true }, next: alone } : undefined;
}

function readEarly(text: Text, at: number, start: number): Read<AtomBody> {
  const end = clauseEnd(text, start);
  const anchor = text.after(at, BEFORE_DUE) ? dueOrExpiry(text, at, start) : anchorOf(text, [at + 1, Math.max(end, start)]).from;
  const amount = readAmount(text, end);
  if (!amount) return { value: { is: 'event', before: true, anchor }, next: end };
  const { amount: count, unit } = amount.value;
  return { value: { is: 'relative', amount: count, unit, from: anchor, direction: 'before' }, next: amount.next };
}

const EXPIRES = phrases('hết');
const dueOrExpiry = (text: Text, at: number, end: number): 'due' | 'expiry' =>
  contains(text, [at, end], EXPIRES) ? 'expiry' : 'due';

function readLate(text: Text, at: number, start: number): Read<AtomBody> {
  const end = clauseEnd(text, start);
  if (text.after(at, PROGRESS)) return { value: { is: 'event', progress: true }, next: end };
  if (contains(text, [start, end], REQUEST) && !text.after(at, AFTER))
    return { value: { is: 'event', request: true }, next: end };
  return { value: { is: 'event', anchor: anchorOf(text, [start, end]).from }, next: end };
}

function swallowed(text: Text, start: number, body: Extract<AtomBody, { is: 'event' }>): Read<AtomBody> {
  const end = clauseEnd(text, start);
  return { value: contains(text, [start, end], REQUEST) ? { ...body, request: true } : body, next: end };
}

const NGAY = phrases('ngay');
const NOT_ALONE = phrases('trong|từ|tại|cả|đầu|cuối|ngắn|thẳng|nhận|ký|ban|làm');
/** "ngay" by itself, which is not "ngày" typed without its mark. */
function afterNgay(text: Text, at: number): number {
  const next = text.after(at, NGAY);
  return next && text.at(next).kind !== 'number' && !text.after(next, NOT_ALONE) ? next : 0;
}

const DOCUMENTS = [
  'quy định|kế hoạch|chương trình|lộ trình|hướng dẫn|công văn|cv|văn bản|quyết định|chỉ đạo|thông tư|nghị định|luật|phụ lục|mẫu|lịch|chế độ',
  'pháp luật|phân công|đề án|thời hạn|thời gian|quy chế|thông báo|giấy mời|chỉ thị|nghị quyết|điều|khoản|hợp đồng|dự án|kết luận|các văn bản',
  'đúng quy định|đúng kế hoạch|đúng lộ trình|đúng thời hạn|biểu mẫu|quy trình|đúng thời gian|công điện|thời điểm|kỳ hạn|các quy định|từng kế hoạch',
].join('|');
const BY_DOCUMENT = phrases(
  DOCUMENTS.split('|')
    .flatMap((document) => [`theo ${document}`, `như ${document}`])
    .concat([
      'đúng quy định',
      'đúng thời gian quy định',
      'đúng thời hạn quy định',
      'như phụ lục',
      'tại phụ lục',
      'xem phụ lục',
      'có kế hoạch riêng',
    ])
    .concat(['đúng thời hạn', 'có văn bản riêng', 'có hướng dẫn riêng'])
    .join('|'),
);
const NO_DISPATCH = phrases('chưa có cv|chưa có công văn|chờ công văn|chờ văn bản|chờ cv|chờ hướng dẫn');

/** Another document decides. */
export function readReference(text: Text, at: number): Read<AtomBody> | undefined {
  const missing = text.after(at, NO_DISPATCH);
  if (missing) return { value: { is: 'reference', doubtful: true }, next: clauseEnd(text, missing) };
  const next = text.after(at, BY_DOCUMENT);
  return next ? { value: { is: 'reference' }, next: clauseEnd(text, next) } : undefined;
}

const STANDING = phrases(
  'thường xuyên|liên tục|suốt năm|quanh năm|trong suốt quá trình thực hiện|trong suốt quá trình|lâu dài|thường trực|hàng giờ',
);
const PROMPTLY = phrases('kịp thời');
const SPENDING = phrases('chi|tự|họp');

/** Never done. */
export function readStanding(text: Text, at: number): Read<AtomBody> | undefined {
  const next = text.after(at, STANDING);
  if (next && !(at > 0 && text.after(at - 1, SPENDING))) return { value: { is: 'standing', weak: false }, next };
  const prompt = text.after(at, PROMPTLY);
  return prompt ? { value: { is: 'standing', weak: true }, next: prompt } : undefined;
}

const YEARS = phrases('các năm|những năm');
const LATER = phrases('tiếp theo|sau|kế tiếp|tiếp sau|về sau|sau đó|tới');
const AND = phrases('và|và trong|và cho|và duy trì trong|, và|trong|cho');

/** "và các năm tiếp theo". */
export function readLaterYears(text: Text, at: number): Read<AtomBody> | undefined {
  const joined = text.after(at, AND);
  const years = text.after(joined || at, YEARS);
  const next = years ? text.after(years, LATER) : 0;
  return next ? { value: { is: 'later-years', adjoining: joined > 0 }, next } : undefined;
}

const HEDGES = phrases('dự kiến|khoảng|có thể|phấn đấu xong|ước|thay vì|ngoại trừ|trừ|tạm');
const VISION = phrases('tầm nhìn|định hướng');
const NEGATIONS = phrases(
  'không hoàn thành|chưa hoàn thành|không báo cáo|chưa báo cáo|không thực hiện|lùi|hoãn|không áp dụng|không phải|không cần|không kịp|chưa xác định|không thường xuyên|không định kỳ|không liên tục',
);
const VAGUE = phrases(
  'sớm nhất có thể|thời gian sớm nhất|càng sớm càng tốt|thời gian tới|chưa rõ|trước mắt|trước , trong và sau|trước và sau|trước hoặc sau|nhiệm kỳ sau',
);
const ROW_ABOVE = phrases('như trên|nt|như dòng trên|như mục|xem mục|như nhiệm vụ');
const ABSENT = phrases('âm lịch');
const COMPLAINTS: readonly (readonly [Wordings, Why])[] = [
  [NEGATIONS, 'negated'],
  [VAGUE, 'vague'],
  [ROW_ABOVE, 'rowAbove'],
  [ABSENT, 'lunar'],
];

/** Words that forbid a reading, or make it uncertain. */
export function readCaution(text: Text, at: number): Read<AtomBody> | undefined {
  for (const [words, why] of COMPLAINTS) {
    const next = text.after(at, words);
    if (next) return { value: { is: 'bad', why }, next };
  }
  const vision = text.after(at, VISION);
  if (vision) return { value: { is: 'vision' }, next: vision };
  const hedge = text.after(at, HEDGES);
  return hedge ? { value: { is: 'hedge' }, next: hedge } : readBlank(text, at);
}

const UNIT = phrases('ngày|tháng|năm|quý');
const DAY = phrases('ngày');
const MONTH = phrases('tháng');
const YEAR = phrases('năm');

/** `…/12/2025`, `ngày    tháng    năm 2025`: a form that nobody filled in. */
function readBlank(text: Text, at: number): Read<AtomBody> | undefined {
  return isBlankUnit(text, at) || isBlankDay(text, at) || isBlankBeforeMonth(text, at)
    ? { value: { is: 'bad', why: 'blank' }, next: at + 1 }
    : undefined;
}

function isBlankUnit(text: Text, at: number): boolean {
  const unit = text.after(at, UNIT);
  return unit > 0 && text.isSign(unit, './') && (text.isSign(unit + 1, './') || text.at(unit + 1).kind === 'number');
}

function isBlankDay(text: Text, at: number): boolean {
  const day = text.after(at, DAY);
  const month = day && text.after(day, MONTH);
  return month > 0 && (text.after(month, YEAR) > 0 || text.isSign(month, './'));
}

function isBlankBeforeMonth(text: Text, at: number): boolean {
  const before = text.at(at - 1).kind;
  if (!text.isSign(at, '/') || before === 'number' || before === 'word') return false;
  return text.isNumber(at + 1, 1, 12) && text.isSign(at + 2, '/') && text.isYear(at + 3);
}

const NUMBERED = phrases('số');
const OF = phrases('của');
const OF_TIME = phrases('của tháng|của năm|của kỳ|của quý|của hằng|của mỗi|của các');

/** Abbreviations of kinds of documents. */
const KINDS = /^(?:qđ|kh|cv|nq|nđ|tt|ct|qh|tb)/;

/** A document cited by number and date: `số 24/KH-UBND ngày 24/9/2025`. Its date is not a deadline. */
export function readCitation(text: Text, at: number): Read<AtomBody> | undefined {
  const numbered = text.after(at, NUMBERED) || at;
  if (text.at(numbered).kind !== 'number') return undefined;
  const withYear = text.at(numbered + 2).kind === 'number' && text.isSign(numbered + 3, '/');
  const kind = withYear ? numbered + 4 : numbered + 2;
  if (!text.isSign(kind - 1, '/-') || !isKind(text, kind)) return undefined;
  return { value: { is: 'citation' }, next: afterCitationDate(text, afterSymbol(text, kind + 1)) };
}

function isKind(text: Text, at: number): boolean {
  const { kind, key } = text.at(at);
  return kind === 'word' && !key.includes('+') && (text.isSign(at + 1, '-') || KINDS.test(key));
}

/** The rest of `KH-UBND`, `NQ-CP`, `QH15`. */
function afterSymbol(text: Text, from: number): number {
  let at = from;
  while (text.isSign(at, '-&/') || text.at(at).kind === 'number' || (text.isSign(at - 1, '-&/') && text.at(at).kind === 'word'))
    at++;
  return at;
}

function afterCitationDate(text: Text, at: number): number {
  const day = text.after(at, DAY);
  if (!day || text.at(day).kind !== 'number') return at;
  let next = day;
  while (text.at(next).kind === 'number' || text.isSign(next, '/-.') || text.after(next, UNIT)) next++;
  return next;
}

/** True where "của" after a full date gives the author of a document: "ngày 30/4/2025 của Bộ Chính trị". */
export const isAuthored = (text: Text, next: number): boolean => text.after(next, OF) > 0 && text.after(next, OF_TIME) === 0;
