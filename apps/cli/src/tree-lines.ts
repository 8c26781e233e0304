import type { CascadeNode, Counts } from '#contracts';
import { styled, type Terminal } from './terminal.js';

/** A cascade as a tree: each unit with its counts, and what marks it (own plan, provisional). */
export function treeLines(root: CascadeNode, terminal: Terminal): readonly string[] {
  return [line(root, terminal), ...below(root, '', terminal)];
}

function below({ children }: CascadeNode, indent: string, terminal: Terminal): readonly string[] {
  return children.flatMap((child, index) => {
    const isLast = index === children.length - 1;
    const [branch, trunk] = isLast ? ['└─ ', '   '] : ['├─ ', '│  '];
    return [`${indent}${branch}${line(child, terminal)}`, ...below(child, `${indent}${trunk}`, terminal)];
  });
}

function line({ unit, source, provisional, ownPlan, items, reports }: CascadeNode, terminal: Terminal): string {
  const { language } = terminal;
  const words = {
    vi: { items: 'việc', reports: 'báo cáo', provisional: 'tạm', own: 'kế hoạch riêng' },
    en: { items: 'items', reports: 'reports', provisional: 'provisional', own: 'own plan' },
  }[language];
  const parts = [styled(unit.name, 'bold', terminal)];
  if (source !== null) {
    if (items.total > 0) parts.push(`${words.items} ${counted(items, terminal)}`);
    if (reports.total > 0) parts.push(`${words.reports} ${counted(reports, terminal)}`);
  }
  if (ownPlan !== null) parts.push(styled(`${words.own} ${numberOf(ownPlan)}`, 'cyan', terminal));
  if (provisional) parts.push(styled(words.provisional, 'dim', terminal));
  return parts.join(' · ');
}

/** `12/15` is in; late and overdue ones are named. */
function counted({ total, onTime, late, overdue }: Counts, terminal: Terminal): string {
  const words = { vi: ['trễ', 'quá hạn'], en: ['late', 'overdue'] }[terminal.language];
  const notes = [
    ...(late > 0 ? [styled(`${words[0]} ${late}`, 'yellow', terminal)] : []),
    ...(overdue > 0 ? [styled(`${words[1]} ${overdue}`, 'red', terminal)] : []),
  ];
  return `${onTime + late}/${total}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/** The number of a plan as its id begins with it. */
const numberOf = (plan: string): string => plan.split('_')[0] ?? plan;
