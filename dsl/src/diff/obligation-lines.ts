import type { EffectiveTask, LocalDate, UnitId } from '#engine';
import type { Facts } from '../explain/facts.js';

/** One thing that a unit owes under a version of a plan. */
export interface ObligationLine {
  readonly what: 'item' | 'joint' | 'support' | 'duty' | 'report';
  readonly no: string;
  readonly period: string | null;
  readonly title: string;
  readonly due: LocalDate | null;
  /** To whom and through whom, for comparison. */
  readonly route: string;
}

/** All that a unit owes, by keys that are alike in both versions. */
export function obligationLines(facts: Facts, unit: UnitId): ReadonlyMap<string, ObligationLine> {
  const owed = facts.owed.get(unit);
  if (!owed) return new Map();
  const lines = [
    ...owed.items.map((item) => ({
      ...taskLine(facts, item.task, 'item'),
      period: item.period,
      due: item.due,
      route: `${item.receiver}`,
    })),
    ...owed.joint.map(({ task, accountable }) => ({ ...taskLine(facts, task, 'joint'), route: accountable })),
    ...owed.supports.map(({ task }) => taskLine(facts, task, 'support')),
    ...owed.duties.map(({ id, due, sendTo }) => {
      const [no = id, period = null] = numberOf(facts, id).split('@');
      return { ...blank('duty', no), period, due, route: `${sendTo}` };
    }),
    ...reportLines(facts, unit),
  ];
  return new Map(lines.map((line) => [`${line.what} ${line.no} ${line.period ?? ''}`, line]));
}

function reportLines(facts: Facts, unit: UnitId): readonly ObligationLine[] {
  return (facts.owed.get(unit)?.reports ?? []).map(({ id, regime, due, to, via, copies }) => {
    const no = numberOf(facts, regime);
    const title = facts.plan.rules.regimes.find((rule) => rule.id === no)?.title ?? '';
    const period = id.slice(id.indexOf('@') + 1);
    return { what: 'report', no, period, title, due, route: [to, via, ...copies].join(' ') };
  });
}

const blank = (what: ObligationLine['what'], no: string): ObligationLine => ({
  what,
  no,
  period: null,
  title: '',
  due: null,
  route: '',
});

function taskLine({ plan }: Facts, key: string, what: ObligationLine['what']): ObligationLine {
  const task = plan.byKey.get(key);
  return { ...blank(what, task ? numberOfTask(plan.byNumber, task) : key), title: task?.rule.title ?? '' };
}

function numberOfTask(byNumber: Facts['plan']['byNumber'], task: EffectiveTask): string {
  for (const [no, known] of byNumber) if (known === task) return no;
  return task.key;
}

/** The number of a duty or regime without the prefix of its plan. */
const numberOf = ({ plan: { prefix } }: Facts, id: string): string => (id.startsWith(prefix) ? id.slice(prefix.length) : id);
