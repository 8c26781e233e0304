import type { TermStart } from './reading.js';
import { contains } from './clause-end.js';
import { phrases, type Text } from './tokens.js';

/** What a term is counted from, and whether that is the plan's own issue or receipt. */
export interface Anchor {
  readonly from: TermStart;
  readonly own?: true;
}

const RECEIVED = phrases('nhận được|nhận|tiếp nhận');
const FOREIGN = phrases(
  'kiến nghị|hồ sơ|đơn|yêu cầu|đề nghị|phản ánh|tin|thông tin|báo cáo|ý kiến|kết luận|khiếu nại|tố cáo|đủ|đề xuất|tờ trình|góp ý|kết quả',
);
const ISSUED = phrases('ban hành|ký ban hành|ký');
const OWN_DOCUMENT = phrases('kế hoạch|quyết định|văn bản|công văn|chỉ thị|nhiệm vụ|này|chương trình|thông báo|công điện|đề án');
const OTHER_DOCUMENT = phrases('luật|nghị định|nghị quyết|thông tư|pháp lệnh|quy chế|hướng dẫn');
const THIS = phrases('này');
const EFFECTIVE = phrases('có hiệu lực|hiệu lực thi hành|phát sinh hiệu lực');
const PERIOD_END = phrases(
  [
    'kết thúc quý|kết thúc kỳ|kết thúc tháng|kết thúc năm|kết thúc tuần|kết thúc mỗi quý|kết thúc mỗi kỳ|kết thúc mỗi tháng|hết quý|hết kỳ|hết tháng',
    'hết năm|kỳ báo cáo|cuối kỳ|ngày cuối cùng của kỳ|ngày cuối cùng của quý|ngày cuối cùng của tháng|ngày cuối quý|ngày cuối tháng|cuối quý',
    'ngày cuối cùng của năm|kết thúc 6 tháng',
  ].join('|'),
);
const SESSION = phrases('kỳ họp|kỳ thi|kỳ kiểm tra');
const EXPIRY = phrases('hết hạn|hết thời hạn|hết hiệu lực|hết thời hiệu');
const DUE = phrases('đến hạn|quá hạn|thời hạn|hạn chót|hạn hoàn thành|hạn|ngày đến hạn|ngày hết hạn hoàn thành');
const SUBJECT_END = phrases('được|do');

/** What the words between two places name: the issue or receipt of the plan, the end of a period, or some event. */
export function anchorOf(text: Text, [from, to]: readonly [number, number]): Anchor {
  const has = (words: typeof DUE): boolean => contains(text, [from, to], words);
  if (has(EXPIRY)) return { from: 'expiry' };
  if (text.after(from, DUE)) return { from: 'due' };
  if (has(EFFECTIVE)) return { from: 'effective' };
  if (contains(text, [from, Math.min(from + 4, to)], RECEIVED)) return receipt(text, [from, to]);
  if (has(PERIOD_END) && !has(SESSION)) return { from: 'period-end' };
  return issueOf(text, [from, to]) ?? { from: 'event' };
}

function receipt(text: Text, [from, to]: readonly [number, number]): Anchor {
  const start = placeAfter(text, [from, to], RECEIVED);
  if (contains(text, [start, to], FOREIGN)) return { from: 'receipt' };
  const own = start >= to || contains(text, [start, to], OWN_DOCUMENT);
  return own && !isOther(text, [start, to]) ? { from: 'receipt', own } : { from: 'receipt' };
}

function issueOf(text: Text, [from, to]: readonly [number, number]): Anchor | undefined {
  const after = placeAfter(text, [from, to], ISSUED);
  if (after === 0) return undefined;
  const first = text.after(from, SUBJECT_END) || from;
  const named = text.after(first, ISSUED) > 0;
  const own = text.after(from, OWN_DOCUMENT) > 0 && !isOther(text, [from, after]);
  if (named) return isOther(text, [after, to]) ? { from: 'issue' } : { from: 'issue', own: true };
  return own ? { from: 'issue', own } : undefined;
}

const isOther = (text: Text, range: readonly [number, number]): boolean =>
  contains(text, range, OTHER_DOCUMENT) && !contains(text, range, THIS);

function placeAfter(text: Text, [from, to]: readonly [number, number], words: typeof DUE): number {
  for (let at = from; at < to; at++) {
    const next = text.after(at, words);
    if (next) return next;
  }
  return 0;
}
