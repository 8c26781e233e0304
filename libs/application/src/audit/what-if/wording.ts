import type { Bilingual, Timeliness } from '#contracts';
import { obligationWord } from '../../why/words/word.js';
import type { Otherness, Standing, Totals } from './compare.js';

const HOW: Readonly<Record<Timeliness, (days: number) => Bilingual>> = {
  'not-due': () => ({ vi: 'chưa đến hạn', en: 'not due yet' }),
  'on-time': () => ({ vi: 'đúng hạn', en: 'on time' }),
  late: (days) => ({ vi: `xong chậm ${days} ngày`, en: `done ${days} days late` }),
  overdue: (days) => ({ vi: `quá hạn ${days} ngày`, en: `${days} days overdue` }),
  'no-deadline': () => ({ vi: 'không tính hạn', en: 'without a deadline to keep' }),
};

/** What would have been otherwise for one unit, in a sentence. */
export function sayOtherness({ obligation, recorded, otherwise }: Otherness, unit: string): Bilingual {
  const words = obligationWord(obligation);
  const [vi, en] = [`${unit}, ${words.vi}`, `${unit}, ${words.en}`];
  if (!recorded)
    return { vi: `${vi}: lẽ ra phải làm, hạn ${dayOf(otherwise)}.`, en: `${en}: would have been owed, due ${dayOf(otherwise)}.` };
  if (!otherwise) return { vi: `${vi}: lẽ ra không phải làm.`, en: `${en}: would not have been owed.` };
  const parts = [dueSaid(recorded, otherwise), lateSaid(recorded, otherwise), stepsSaid(recorded, otherwise)].filter(
    (part) => part !== null,
  );
  return { vi: `${vi}: ${parts.map((part) => part.vi).join('; ')}.`, en: `${en}: ${parts.map((part) => part.en).join('; ')}.` };
}

const dayOf = (standing: Standing | null): string => standing?.due ?? '–';

const dueSaid = (a: Standing, b: Standing): Bilingual | null =>
  a.due === b.due
    ? null
    : { vi: `lẽ ra đến hạn ${dayOf(b)} thay vì ${dayOf(a)}`, en: `would have been due ${dayOf(b)} instead of ${dayOf(a)}` };

function lateSaid(a: Standing, b: Standing): Bilingual | null {
  if (a.timeliness === b.timeliness && a.daysLate === b.daysLate) return null;
  const [was, would] = [HOW[a.timeliness](a.daysLate), HOW[b.timeliness](b.daysLate)];
  return { vi: `lẽ ra ${would.vi} thay vì ${was.vi}`, en: `would have been ${would.en} instead of ${was.en}` };
}

function stepsSaid(a: Standing, b: Standing): Bilingual | null {
  const more = b.steps.filter((step) => !a.steps.includes(step));
  const less = a.steps.filter((step) => !b.steps.includes(step));
  if (more.length + less.length === 0) return null;
  const vi = [more.length > 0 ? `thêm bậc ${more.join(', ')}` : '', less.length > 0 ? `không có bậc ${less.join(', ')}` : ''];
  const en = [
    more.length > 0 ? `with the steps ${more.join(', ')}` : '',
    less.length > 0 ? `without the steps ${less.join(', ')}` : '',
  ];
  return { vi: vi.filter(Boolean).join(', '), en: en.filter(Boolean).join(', ') };
}

/** Both courses in two sentences. */
export function sayTotals(recorded: Totals, otherwise: Totals): Bilingual {
  const pair = (name: keyof Totals): string => `${recorded[name]} → ${otherwise[name]}`;
  return {
    vi: `Đúng hạn ${pair('onTime')}, chậm ${pair('late')}, quá hạn ${pair('overdue')}, bậc đôn đốc ${pair('escalations')}.`,
    en: `On time ${pair('onTime')}, late ${pair('late')}, overdue ${pair('overdue')}, steps ${pair('escalations')}.`,
  };
}
