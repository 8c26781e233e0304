/** The rules of the grammar. The trace of a reading names them by their place in this list. */
const NAMES = [
  ...(['document', 'item', 'plan', 'planHeader', 'group', 'unitClass', 'membership', 'section', 'sectionHeader'] as const),
  ...(['task', 'taskHeader', 'goal', 'goalHeader', 'conditional', 'duty', 'dutyPart', 'regime', 'regimeHeader'] as const),
  ...(['regimeLine', 'strayLine', 'escalation', 'step', 'action', 'target'] as const),
  ...(['clause', 'lead', 'support', 'focal', 'advise', 'monitor', 'request', 'resolver', 'dueClause', 'output'] as const),
  ...(['basis', 'title', 'content', 'responsible', 'condition', 'consolidate', 'data', 'checkpoints', 'level'] as const),
  ...(['periods', 'reportTo', 'refines', 'serves', 'implementsClause', 'otherPlan', 'planName', 'omit', 'runsTo'] as const),
  ...(['policy', 'effective', 'vision', 'change', 'unknown'] as const),
  ...(['actors', 'separator', 'actor', 'addressee', 'unitKind', 'tier'] as const),
  ...(['periodEntry', 'reportPeriod', 'dataWindow', 'route', 'routePart', 'via', 'copy', 'into'] as const),
  ...(['oneLevel', 'top', 'movement', 'bound', 'figure', 'levelPart'] as const),
  ...(['due', 'oneDue', 'periodDue', 'dateLimit', 'clocks', 'limit', 'dates', 'dayOf', 'counted', 'nextWorkday'] as const),
  ...(['weekdayOf', 'period', 'span', 'begin', 'end', 'term', 'standing', 'regulated', 'scheduled', 'recurring'] as const),
  ...(['onEvent', 'looseDue', 'calendarPoint', 'quarter', 'month', 'year', 'phase', 'point', 'weekday', 'anchor'] as const),
  ...(['termUnit', 'rhythm'] as const),
] as const;

/** Name of a rule. */
export type RuleName = (typeof NAMES)[number];

/** Rules by name. */
export const R = Object.fromEntries(NAMES.map((name, id) => [name, id])) as Readonly<Record<RuleName, number>>;

/** Name of a rule by its number. */
export const nameOfRule = (id: number): RuleName => NAMES[id] ?? 'document';
