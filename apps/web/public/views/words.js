import { element } from '../dom.js';
import { formatDate, readPeriod, readStep } from '../format.js';
import { hasText, t } from '../i18n.js';

/** Words for what the server names by codes. */

/**
 * Timeliness in a word, a colour and a shape.
 * @param {{timeliness: string, daysLate: number}} judged
 */
export function timelinessTag({ timeliness, daysLate }) {
  const counted = { late: 'time.lateBy', overdue: 'time.overdueBy' }[timeliness];
  const text = counted && daysLate > 0 ? t(counted, { count: daysLate }) : t(`time.${timeliness}`);
  return element('span', { class: `tag time-${timeliness}` }, text);
}

/** @param {string | null} due */
export const dateText = (due) => (due === null ? t('page.none') : formatDate(due));

/** A step of the ladder: `Quá hạn 10 ngày làm việc`. @param {string} name */
export function stepText(name) {
  const step = readStep(name);
  return step ? t(`step.${step.when}.${step.unit}`, { count: step.amount }) : name;
}

/** @param {string} label */
export function periodText(label) {
  const { key, args } = readPeriod(label);
  return t(key, args).replace(/[ /]$/, '');
}

/** @param {string} status */
export const statusText = (status) => (hasText(`status.${status}`) ? t(`status.${status}`) : status);

/** @param {string} kind */
export const kindText = (kind) => (hasText(`kind.${kind}`) ? t(`kind.${kind}`) : kind);

/** Name of a unit of the cascade; its id where it is not in it. @param {import('../api.js').CascadeNode} root @param {string} unit @returns {string} */
export function unitName(root, unit) {
  if (root.unit.id === unit) return root.unit.name;
  for (const child of root.children) {
    const name = unitName(child, unit);
    if (name !== unit) return name;
  }
  return unit;
}

/** @param {string} tier */
export const tierText = (tier) => (hasText(`tier.${tier}`) ? t(`tier.${tier}`) : tier);
