import { formatDate } from './format.js';

/** What an event of an item's history says, as messages of the catalogue. Pure: units stay ids, to be named by who shows them. */

/** @typedef {Record<string, any>} Data what the event says of the item, as the server gives it */
/** @typedef {string | {unit: string} | {undated: true}} Argument */
/** @typedef {{key: string, args: Record<string, Argument>}} Detail */

/** @type {Record<string, (data: Data) => Detail[]>} */
const DETAILS = {
  UnitPlanDerived: ({ item }) => [due(item?.due)],
  UnitPlanReplaced: ({ added, moved, withdrawn }) => [
    ...(added ? [due(added.due)] : []),
    ...(moved ? [move(moved.from, moved.to)] : []),
    ...(withdrawn ? [{ key: 'detail.withdrawn', args: { reason: String(withdrawn.reason) } }] : []),
  ],
  ItemSubmitted: ({ note }) => (note ? [{ key: 'detail.note', args: { note: String(note) } }] : []),
  ItemReturned: ({ reason }) => [{ key: 'detail.reason', args: { reason: String(reason) } }],
  DeadlineExtended: ({ from, to, document }) => [move(from, to), ...ordered(document)],
  DeadlineResolved: ({ due: day, document }) => [due(day), ...ordered(document)],
  EscalationStepReached: ({ due: day, actions }) => [due(day), ...(actions ?? []).map(taken)],
};

/**
 * @param {{type: string, data: unknown}} event
 * @returns {Detail[]} none for events that say nothing more than their name, and for those of a newer server
 */
export const detailsOf = ({ type, data }) => DETAILS[type]?.(/** @type {Data} */ (data ?? {})) ?? [];

/** @param {string | null | undefined} day @returns {Argument} */
const dayOr = (day) => (day ? formatDate(day) : { undated: true });

/** @param {string | null | undefined} day @returns {Detail} */
const due = (day) => ({ key: 'detail.due', args: { due: dayOr(day) } });

/** @param {string | null} from @param {string | null} to @returns {Detail} */
const move = (from, to) => ({ key: 'detail.moved', args: { from: dayOr(from), to: dayOr(to) } });

/** @param {{number: string, date: string} | null | undefined} document @returns {Detail[]} */
const ordered = (document) =>
  document ? [{ key: 'detail.document', args: { number: document.number, date: formatDate(document.date) } }] : [];

/** @param {{action: string, target: string}} step @returns {Detail} */
const taken = ({ action, target }) => ({ key: `action.${action}`, args: { unit: { unit: target } } });

/**
 * What a rule is called.
 * @param {string} rule `task 1.2`, `step after-5wd`, `cascade`
 * @returns {{kind: 'task' | 'step' | 'cascade' | 'other', name: string}}
 */
export function readRule(rule) {
  const parts = /^(task|step) (.+)$/.exec(rule);
  if (parts?.[2]) return { kind: parts[1] === 'task' ? 'task' : 'step', name: parts[2] };
  return { kind: rule === 'cascade' ? 'cascade' : 'other', name: rule };
}
