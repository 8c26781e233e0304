import { parseLocalDate } from '#engine';
import { UsageFault } from '../faults.js';

/** What a document changes about one task, as the API takes it. */
export interface Change {
  readonly kind: 'extend' | 'suspend' | 'withdraw';
  readonly task: string;
  readonly from?: string;
  readonly until?: string;
}

/** True for a day that exists, as YYYY-MM-DD. */
export const isDay = (text: string | undefined): text is string => text !== undefined && parseLocalDate(text) !== undefined;

/**
 * `extend 4.6 2022-10-15; suspend 4.1 2022-08-01 2022-08-15; withdraw 5.2`.
 * @throws UsageFault for a change that is none
 */
export const readChanges = (text: string): readonly Change[] =>
  text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map(readChange);

function readChange(text: string): Change {
  const [kind, task, first, second, ...rest] = text.trim().split(/\s+/);
  if (task !== undefined && rest.length === 0) {
    if (kind === 'withdraw' && first === undefined) return { kind, task };
    if (kind === 'extend' && isDay(first) && second === undefined) return { kind, task, until: first };
    if (kind === 'suspend' && isDay(first)) {
      if (second === undefined) return { kind, task, from: first };
      if (isDay(second)) return { kind, task, from: first, until: second };
    }
  }
  throw new UsageFault(
    { vi: `--changes: không đọc được “${text.trim()}”.`, en: `--changes: “${text.trim()}” cannot be read.` },
    {
      vi: 'Viết: extend SỐ NGÀY, suspend SỐ NGÀY [NGÀY], hoặc withdraw SỐ; ngày theo dạng YYYY-MM-DD; cách nhau bằng dấu ;.',
      en: 'Write: extend TASK DATE, suspend TASK DATE [DATE], or withdraw TASK; dates as YYYY-MM-DD; separated by ;.',
    },
  );
}
