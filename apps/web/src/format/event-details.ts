import { formatDate } from './dates.js';

/** What an event of an item's history says, as messages. Pure: units stay ids, to be named by who shows them. */

// biome-ignore lint/suspicious/noExplicitAny: events of any version
// oxlint-disable-next-line typescript/no-explicit-any
type Data = Record<string, any>;
export type Argument = string | { readonly unit: string } | { readonly undated: true };
export interface Detail {
  readonly key: string;
  readonly args: Readonly<Record<string, Argument>>;
}

const dayOr = (day: string | null | undefined): Argument => (day ? formatDate(day) : { undated: true });
const due = (day: string | null | undefined): Detail => ({ key: 'detail.due', args: { due: dayOr(day) } });
const move = (from: string | null, to: string | null): Detail[] =>
  from === to ? [] : [{ key: 'detail.moved', args: { from: dayOr(from), to: dayOr(to) } }];
const ordered = (document: { number: string; date: string } | null | undefined): Detail[] =>
  document ? [{ key: 'detail.document', args: { number: document.number, date: formatDate(document.date) } }] : [];
const asked = (to: string, reason: unknown): Detail[] => [
  { key: 'detail.asked', args: { to: dayOr(to) } },
  { key: 'detail.reason', args: { reason: String(reason) } },
];
const taken = ({ action, target }: { action: string; target: string }): Detail => ({
  key: `action.${action}`,
  args: { unit: { unit: target } },
});

/** An explanation that was demanded: who gets it, and by when. */
const explained = ({ due: day, receiver }: { due: string | null; receiver: string }): Detail => ({
  key: 'detail.explanation',
  args: { due: dayOr(day), unit: { unit: receiver } },
});

/** By the type of an event; what it does to several obligations is told of the one that is asked about. */
const DETAILS: Readonly<Record<string, (data: Data, obligation: string | undefined) => Detail[]>> = {
  UnitPlanDerived: ({ item }) => [due(item?.due)],
  UnitPlanReplaced: ({ added, moved, withdrawn }) => [
    ...(added ? [due(added.due)] : []),
    ...(moved ? move(moved.from, moved.to) : []),
    ...(withdrawn ? [{ key: 'detail.withdrawn', args: { reason: String(withdrawn.reason) } }] : []),
  ],
  ItemSubmitted: ({ note }) => (note ? [{ key: 'detail.note', args: { note: String(note) } }] : []),
  ItemReturned: ({ reason }) => [{ key: 'detail.reason', args: { reason: String(reason) } }],
  ReportReturned: ({ reason }) => [{ key: 'detail.reason', args: { reason: String(reason) } }],
  DeadlineExtended: ({ from, to, document }) => [...move(from, to), ...ordered(document)],
  ExtensionRequested: ({ to, reason }) => asked(to, reason),
  ExtensionRefused: ({ to, reason }) => asked(to, reason),
  DeadlineResolved: ({ due: day, document }) => [due(day), ...ordered(document)],
  CalendarApplied: ({ moved }, asking) =>
    ((moved ?? []) as Data[])
      .filter(({ obligation }) => obligation === asking)
      .flatMap(({ from, to }) => move(from ?? null, to ?? null)),
  FollowUpReached: ({ action, target, explanation }) => [
    taken({ action, target }),
    ...(explanation ? [explained(explanation)] : []),
  ],
  EscalationStepReached: ({ due: day, actions }) => [due(day), ...(actions ?? []).map(taken)],
};

interface Told {
  readonly type: string;
  readonly data: unknown;
}

/** None for events that say nothing more than their name, and for those of a newer server. */
export const detailsOf = ({ type, data }: Told, obligation?: string): readonly Detail[] =>
  DETAILS[type]?.((data ?? {}) as Data, obligation) ?? [];

/** The item by which somebody explains themselves, where an event has demanded that; null for all others. */
export const explanationIn = ({ type, data }: Told): string | null =>
  type === 'FollowUpReached' ? ((data as Data | null)?.['explanation']?.id ?? null) : null;

/** A rule by what it is called: `task 1.2`, `step after-5wd`, `consequence after-10wd-demand-explanation`, `cascade`. */
export function readRule(rule: string): { kind: 'task' | 'step' | 'cascade' | 'other'; name: string } {
  const parts = /^(task|step|consequence) (.+)$/.exec(rule);
  if (parts?.[2]) return { kind: parts[1] === 'task' ? 'task' : 'step', name: parts[2] };
  return { kind: rule === 'cascade' ? 'cascade' : 'other', name: rule };
}
