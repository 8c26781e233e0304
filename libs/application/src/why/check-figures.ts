import { dayAfter } from './check-days.js';
import type { AnyStatement, Statement } from './explanation.js';
import type { ReportLine } from './words/report-words.js';

/** First moment that is too late for a day, and a clock time of it. */
const lastOf = (due: string, time: string | null): string =>
  time === null ? `${dayAfter(due, 1)}T00:00:00+07:00` : `${due}T${time}:00+07:00`;

/** How something stands to its date, worked out again. */
export function wrongTime({ facts: { verdict, due, last, doneAt, at } }: Statement<'time.is'>): readonly string[] {
  if (verdict === 'no-deadline')
    return doneAt === null || due === null || last !== null ? [] : ['done by a date, and yet without one'];
  if (last === null) return ['judged without a date'];
  const is = doneAt === null ? (at >= last ? 'overdue' : 'not-due') : doneAt >= last ? 'late' : 'on-time';
  return is === verdict ? [] : [`${is}, not ${verdict}`];
}

type ListCode = 'rate.expected' | 'rate.received' | 'rate.on-time' | 'rate.missing';

function listOf(because: readonly AnyStatement[], code: ListCode): readonly ReportLine[] {
  const found = because.find((each) => each.code === code);
  return (found as Statement<ListCode> | undefined)?.facts.list ?? [];
}

const key = ({ unit, report }: ReportLine): string => `${unit.id} ${report}`;

/** Per cent to one decimal; 100 is said only of all, 0 only of none. */
function percent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part === whole) return 100;
  return part === 0 ? 0 : Math.min(99.9, Math.max(0.1, Math.round((part / whole) * 1000) / 10));
}

/** A rate, added up again from its lists, each line judged by its own instants. */
export function wrongRate({ facts, because }: Statement<'rate.is'>): readonly string[] {
  const lines = listOf(because, 'rate.expected');
  const [received, onTime, missing] = [
    listOf(because, 'rate.received'),
    listOf(because, 'rate.on-time'),
    listOf(because, 'rate.missing'),
  ];
  const isIn = ({ status }: ReportLine): boolean => status === 'submitted' || status === 'accepted';
  const isOnTime = (line: ReportLine): boolean =>
    isIn(line) && line.due !== null && (line.submittedAt ?? '') < lastOf(line.due, line.time);
  const keys = (some: readonly ReportLine[]): string => some.map(key).toSorted().join(' ');
  const same = (what: string, is: unknown, should: unknown): readonly string[] =>
    is === should ? [] : [`${what}: ${String(is)}, not ${String(should)}`];
  const excluded = because.flatMap((each) => (each.code === 'rate.excluded' ? each.facts.list.map(key) : []));
  return [
    ...lines.flatMap((line) =>
      line.due !== null && lastOf(line.due, line.time) <= facts.at ? [] : [`${key(line)} is not due yet`],
    ),
    ...same('received', keys(received), keys(lines.filter(isIn))),
    ...same('on time', keys(onTime), keys(lines.filter(isOnTime))),
    ...same('missing', keys(missing), keys(lines.filter((line) => !isIn(line)))),
    ...same('expected', facts.expected, lines.length),
    ...same('number received', facts.received, received.length),
    ...same('number on time', facts.onTime, onTime.length),
    ...same('completeness', facts.completeness, percent(received.length, lines.length)),
    ...same('timeliness', facts.timeliness, percent(onTime.length, lines.length)),
    ...lines.flatMap((line) => (excluded.includes(key(line)) ? [`${key(line)} is counted and left out`] : [])),
  ];
}

/** A consolidation: each input is in or missing, what is late came after its day, and nothing of what is in came after the closing. */
export function wrongInputs({ facts, because }: Statement<'report.inputs'>): readonly string[] {
  const ids = (units: readonly { readonly id: string }[]): string =>
    units
      .map(({ id }) => id)
      .toSorted()
      .join(' ');
  const { expected, received, late, missing, closedAt } = facts;
  const inputs = because.flatMap((each) => (each.code === 'report.input' ? [each.facts] : []));
  const found = (some: readonly string[]) => inputs.filter((each) => some.includes(each.found)).map(({ unit }) => unit);
  return [
    ...(ids([...received, ...missing]) === ids(expected) ? [] : ['inputs are neither in nor missing, or both']),
    ...(ids(found(['in', 'late'])) === ids(received) && ids(found(['late'])) === ids(late)
      ? []
      : ['the inputs shown are not those that are in']),
    ...inputs.flatMap(({ unit, found: how, due, time, submittedAt }) => {
      if (how !== 'in' && how !== 'late') return [];
      if (submittedAt === null) return [`${unit.id} is in and never sent`];
      if (closedAt !== null && submittedAt >= closedAt) return [`${unit.id} came after the closing`];
      const isLate = due !== null && submittedAt >= lastOf(due, time);
      return isLate === (how === 'late') ? [] : [`${unit.id} is ${isLate ? '' : 'not '}late`];
    }),
  ];
}
