import type { AnyStatement, CountedDay, Evidence, Explanation } from '#workflow';
import { shownDate } from '../dates.js';
import { styled, type Language, type Terminal } from '../terminal.js';

/** An answer as a tree of sentences, what each rests on in square brackets below it. */
export function explanationLines({ asked, holds, answer }: Explanation, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const { unit, obligation, at, negated } = asked;
  const on = `${at.slice(11, 19)} ${shownDate(at.slice(0, 10), language)}`;
  const head = [asked.plan, unit.name, ...(obligation === null ? [] : [obligation]), on].join(' · ');
  const verdict = {
    vi: holds ? (negated ? 'Đúng là không, vì:' : 'Đúng vậy, vì:') : negated ? 'Thực ra có, vì:' : 'Không phải vậy, vì:',
    en: holds ? (negated ? 'It is not, because:' : 'It is so, because:') : negated ? 'It is so after all:' : 'It is not so:',
  };
  return [
    styled(head, 'bold', terminal),
    styled(verdict[language], holds ? 'green' : 'yellow', terminal),
    ...answer.flatMap((statement) => statementLines(statement, 1, terminal)),
  ];
}

function statementLines({ text, evidence, because }: AnyStatement, depth: number, terminal: Terminal): readonly string[] {
  const indent = '  '.repeat(depth);
  const shown = evidence.map((each) => `${indent}  ${styled(`[${evidenceText(each, terminal.language)}]`, 'dim', terminal)}`);
  return [
    `${indent}${text[terminal.language]}`,
    ...shown,
    ...because.flatMap((each) => statementLines(each, depth + 1, terminal)),
  ];
}

function evidenceText(evidence: Evidence, language: Language): string {
  switch (evidence.kind) {
    case 'event': {
      const { position, type, at, actor } = evidence;
      const word = { vi: 'sự kiện', en: 'event' }[language];
      return `${word} ${position} ${type} ${at.slice(0, 19)}${actor ? ` ${actor.name}` : ''}`;
    }
    case 'rule': {
      const { plan, line, column, text } = evidence;
      return `${plan.number}:${line}:${column} ${text.replaceAll('\n', ' / ')}`;
    }
    case 'days':
      return daysText(evidence.days, evidence, language);
    default: {
      const { unit, superior, on, organisation } = evidence;
      const word = { vi: 'tổ chức', en: 'organisation' }[language];
      return `${word} ${organisation} ${shownDate(on, language)}: ${unit.name}${superior ? ` < ${superior.name}` : ''}`;
    }
  }
}

/** Days in rows: those that count with their numbers, then those that do not, with the reason. */
function daysText(
  days: readonly CountedDay[],
  { calendar, provisional }: Evidence & { kind: 'days' },
  language: Language,
): string {
  const counted = days.filter(({ count }) => count !== null);
  const skipped = days.filter(({ count }) => count === null);
  const words = {
    vi: { calendar: 'lịch', counted: 'tính', skipped: 'không tính', guess: ', có ngày chưa công bố' },
    en: { calendar: 'calendar', counted: 'counted', skipped: 'not counted', guess: ', not decreed throughout' },
  }[language];
  const rows = [
    ...(counted.length === 0
      ? []
      : [`${words.counted} ${counted.map(({ date, count }) => `${short(date)}=${count}`).join(' ')}`]),
    ...(skipped.length === 0
      ? []
      : [`${words.skipped} ${skipped.map((day) => `${short(day.date)} ${reason(day, language)}`).join(', ')}`]),
  ];
  return `${words.calendar} ${calendar}${provisional ? words.guess : ''}: ${rows.join('; ')}`;
}

const short = (date: string): string => `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;

const WEEKEND = { 6: { vi: 'thứ Bảy', en: 'Saturday' }, 7: { vi: 'Chủ nhật', en: 'Sunday' } } as const;

function reason({ weekday, off, name }: CountedDay, language: Language): string {
  if (off === 'weekend') return WEEKEND[weekday === 6 ? 6 : 7][language];
  return name?.[language] ?? { vi: 'ngày làm việc', en: 'a working day' }[language];
}
