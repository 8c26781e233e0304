import type { CascadeNode, ItemView } from '#contracts';
import { formatDate } from '../format/dates.js';
import { readPeriod, readStep } from '../format/periods.js';
import { t, textOf } from './locale.js';

/** Words for what the server names by codes. */

export const dateText = (due: string | null): string => (due === null ? t('page.none') : formatDate(due));

/** A day, and the clock time of it where there is one: `14/7/2022, 11:30`. */
export const dueText = ({ due, dueTime }: { readonly due: string | null; readonly dueTime: string | null }): string =>
  due === null || dueTime === null ? dateText(due) : `${formatDate(due)}, ${dueTime}`;

/** A step of the ladder: `Quá hạn 10 ngày làm việc`. */
export function stepText(name: string): string {
  const step = readStep(name);
  if (!step) {
    const deed = /^on-time-([a-z-]+?)(?:-\d+)?$/.exec(name)?.[1];
    return deed === undefined ? name : `${t('step.onTime')}: ${textOf('deed', deed)}`;
  }
  const when = t(`step.${step.when}.${step.unit}`, { count: step.amount });
  return step.deed === null ? when : `${when}: ${textOf('deed', step.deed)}`;
}

export function periodText(label: string): string {
  const { kind, args } = readPeriod(label);
  return t(`period.${kind}`, args).replace(/[ /](?=⟧?$)/, '');
}

export const statusText = (status: string): string => textOf('status', status);
export const kindText = (kind: string): string => textOf('kind', kind);
export const tierText = (tier: string): string => textOf('tier', tier);

/**
 * An obligation by its kind and number: `item 2.3@2022-Q3`, `report 1@2022-9M`, `duty 1`; of an item also the number alone. An
 * explanation that was demanded is called by what it explains.
 */
export function obligationText(obligation: string): string {
  const explained = /^(?:item )?explain:(.+)#\d+$/.exec(obligation)?.[1];
  if (explained) return t('item.explanation', { obligation: obligationText(explained) });
  const [kind = '', ...rest] = obligation.split(' ');
  const id = rest.join(' ');
  if (kind === 'item') return t('item.title', { no: numberText(id) });
  if (kind === 'report') return t('report.title', { period: periodText(/@([^:>T]+)/.exec(id)?.[1] ?? id) });
  return kind === 'duty' ? t('late.duty') : numberText(obligation);
}

/** The number of an item, with its period in words where it has one: `2.3 (quý III/2022)`. */
function numberText(id: string): string {
  const [, task, period] = /^([^@]+)@([^@:>T]+)$/.exec(id) ?? [];
  return task && period ? `${task} (${periodText(period)})` : id;
}

/** What an item is about. The server has one title for all explanations, in both languages at once. */
export const itemTitle = ({ title, explains }: Pick<ItemView, 'title' | 'explains'>): string =>
  explains === null ? title : t('item.explanation', { obligation: obligationText(explains) });

/** Names of all units of a cascade, by id. */
export function unitNames(root: CascadeNode, names = new Map<string, string>()): ReadonlyMap<string, string> {
  names.set(root.unit.id, root.unit.name);
  for (const child of root.children) unitNames(child, names);
  return names;
}
