import type { PlanRules } from '#engine';

/** A rule whose own words changed, or that is there in one version only. */
export interface RuleChange {
  readonly rule: 'plan' | 'task' | 'duty' | 'regime' | 'step';
  /** As the text numbers it; a step by its name, such as `after-5wd`. */
  readonly no: string;
  readonly change: 'added' | 'withdrawn' | 'reworded';
  /** Names of what differs: `title`, `deliverable`, `actions`. */
  readonly parts: readonly string[];
}

type Rule = Readonly<Record<string, unknown>>;

/** Where a rule stands does not count, nor what only its derivation shows. */
const PLACES: ReadonlySet<string> = new Set(['place']);

/** Differences of the rules themselves. */
export function ruleChanges(before: PlanRules, after: PlanRules): readonly RuleChange[] {
  const { title, focal, horizon, implements: parent } = before;
  const was = { title, focal, horizon, implements: parent };
  const now = { title: after.title, focal: after.focal, horizon: after.horizon, implements: after.implements };
  const byKey = <T>(rules: readonly T[], key: (rule: T) => string): ReadonlyMap<string, Rule> =>
    new Map(rules.map((rule) => [key(rule), rule as unknown as Rule]));
  return [
    ...compare(
      'plan',
      byKey([was], () => ''),
      byKey([now], () => ''),
    ),
    ...compare(
      'task',
      byKey(before.tasks, ({ no }) => no),
      byKey(after.tasks, ({ no }) => no),
    ),
    ...compare(
      'duty',
      byKey(before.duties, ({ id }) => id),
      byKey(after.duties, ({ id }) => id),
    ),
    ...compare(
      'regime',
      byKey(before.regimes, ({ id }) => id),
      byKey(after.regimes, ({ id }) => id),
    ),
    ...compare(
      'step',
      byKey(before.escalation, ({ step }) => step),
      byKey(after.escalation, ({ step }) => step),
    ),
  ];
}

function compare(
  rule: RuleChange['rule'],
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
): readonly RuleChange[] {
  const gone = [...before.keys()]
    .filter((no) => !after.has(no))
    .map((no): RuleChange => ({ rule, no, change: 'withdrawn', parts: [] }));
  const rest = [...after].flatMap(([no, now]): RuleChange[] => {
    const was = before.get(no);
    if (!was) return [{ rule, no, change: 'added', parts: [] }];
    const parts = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
      (part) => written(was[part]) !== written(now[part]),
    );
    const named = parts.filter((part) => !PLACES.has(part));
    return named.length > 0 ? [{ rule, no, change: 'reworded', parts: named }] : [];
  });
  return [...gone, ...rest];
}

const written = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (PLACES.has(key) ? undefined : inner)) ?? '';
