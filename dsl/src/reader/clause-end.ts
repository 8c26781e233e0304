import { isStop } from './gaps.js';
import { phrases, type Text, type Wordings } from './tokens.js';

/** Where a new statement about time begins after a comma, "và" or "hoặc". */
const STARTS = phrases(
  [
    'trước|chậm nhất|muộn nhất|trễ nhất|hằng|mỗi|định kỳ|thường xuyên|trong thời hạn|trong vòng|trong tháng|trong quý|trong năm|trong giai đoạn',
    'khi có|khi được|đột xuất|theo yêu cầu|theo đề nghị|từ ngày|từ tháng|từ quý|từ năm|đến ngày|đến hết|xong|hoàn thành|không quá|báo cáo|gửi',
    'quý|tháng|ngay|theo kế hoạch|theo quy định|các năm tiếp theo|những năm tiếp theo|trong các năm|trong những năm|kịp thời|tối đa|sau khi|sau tối đa',
    'khi|trong',
  ].join('|'),
);
/** Where one begins anywhere. */
const STARTS_ANYWHERE = phrases(
  'chậm nhất|muộn nhất|không quá|trong vòng|trong thời hạn|tối đa|ít nhất|tối thiểu|trước ngày|xong trước|hoàn thành trước',
);
const LINKS = phrases(', và|, hoặc|,|và|hoặc|-');
const DAYS = phrases('ngày|giờ|tuần|tháng');

/** The end of the words that describe an event or a document: a stop, a closing bracket, or the next statement about time. */
export function clauseEnd(text: Text, from: number): number {
  let at = from;
  while (text.at(at).kind !== 'end' && !isEnd(text, at, from)) at++;
  return at;
}

function isEnd(text: Text, at: number, from: number): boolean {
  if (text.isSign(at, ')(') || (isStop(text, at) && text.at(at + 1).kind !== 'number')) return true;
  if (at > from && text.after(at, STARTS_ANYWHERE) && text.at(text.after(at, STARTS_ANYWHERE)).kind !== 'end') return true;
  const link = text.after(at, LINKS);
  if (link && (text.after(link, STARTS) || startsDate(text, link))) return true;
  return isTerm(text, at);
}

const startsDate = (text: Text, at: number): boolean =>
  text.at(at).kind === 'number' && (text.isSign(at + 1, '/') || text.isYear(at) || text.after(at + 1, DAYS) > 0);

/** `05 ngày` and the like, which no description of an event contains. */
const isTerm = (text: Text, at: number): boolean =>
  text.at(at).kind === 'number' &&
  text.after(at + 1, DAYS) > 0 &&
  text.at(at + 2).kind !== 'number' &&
  !text.isSign(at - 1, '/-.') &&
  !text.after(at - 1, DAYS);

/** True where any of the wordings stands between two places. */
export function contains(text: Text, [from, to]: readonly [number, number], wordings: Wordings): boolean {
  for (let at = from; at < to; at++) if (text.after(at, wordings)) return true;
  return false;
}
