import type { FollowUpRule, PlanRules } from '#engine';

/** A rule whose own words changed, or that is there in one version only. */
export interface RuleChange {
  readonly rule: 'plan' | 'task' | 'target' | 'duty' | 'regime' | 'step' | 'consequence' | 'case';
  /**
   * As the text numbers it; a step by its name, such as `after-5wd`, a consequence with what is done, `after-3d criticise`, a case by
   * its words.
   */
  readonly no: string;
  readonly change: 'added' | 'withdrawn' | 'reworded';
  /** Names of what differs: `title`, `deliverable`, `actions`. */
  readonly parts: readonly string[];
}

type Rule = Readonly<Record<string, unknown>>;

/** Where a rule stands does not count, nor what only its derivation shows. */
const PLACES: ReadonlySet<string> = new Set(['place']);

/** Lists of the rules that are compared one by one, and what is the text's own shape. */
type Listed = 'tasks' | 'duties' | 'regimes' | 'escalation' | 'targets' | 'followUp' | 'conditional' | 'irVersion' | 'place';
/** What a plan says of itself. */
export type PlanPart = Exclude<keyof PlanRules, Listed>;

/** Differences of the rules themselves. */
export function ruleChanges(before: PlanRules, after: PlanRules): readonly RuleChange[] {
  const changesOf = <T>(rule: RuleChange['rule'], rulesOf: (plan: PlanRules) => readonly T[], key: (one: T) => string) =>
    compare(rule, byKey(rulesOf(before), key), byKey(rulesOf(after), key));
  return [
    ...changesOf(
      'plan',
      (plan) => [ownParts(plan)],
      () => '',
    ),
    ...changesOf(
      'task',
      ({ tasks }) => tasks,
      ({ no }) => no,
    ),
    ...changesOf(
      'target',
      ({ targets = [] }) => targets,
      ({ no }) => no,
    ),
    ...changesOf(
      'duty',
      ({ duties }) => duties,
      ({ id }) => id,
    ),
    ...changesOf(
      'regime',
      ({ regimes }) => regimes,
      ({ id }) => id,
    ),
    ...changesOf(
      'step',
      ({ escalation }) => escalation,
      ({ step }) => step,
    ),
    ...changesOf('consequence', ({ followUp = [] }) => followUp, consequenceName),
    ...changesOf(
      'case',
      ({ conditional = [] }) => conditional,
      ({ condition }) => condition,
    ),
  ];
}

const LISTED: Readonly<Record<Listed, true>> = {
  tasks: true,
  duties: true,
  regimes: true,
  escalation: true,
  targets: true,
  followUp: true,
  conditional: true,
  irVersion: true,
  place: true,
};

const ownParts = (plan: PlanRules): Pick<PlanRules, PlanPart> =>
  Object.fromEntries(Object.entries(plan).filter(([part]) => !(part in LISTED))) as Pick<PlanRules, PlanPart>;

/** Rules by what they are known by; the second and further ones of one name with their number. */
function byKey<T>(rules: readonly T[], key: (rule: T) => string): ReadonlyMap<string, Rule> {
  const found = new Map<string, Rule>();
  for (const rule of rules) {
    const name = key(rule);
    let number = 1;
    while (found.has(number === 1 ? name : `${name} #${number}`)) number += 1;
    found.set(number === 1 ? name : `${name} #${number}`, rule as unknown as Rule);
  }
  return found;
}

const consequenceName = ({ when, term, action }: FollowUpRule): string =>
  `${term ? `${when}-${term.amount}${term.unit === 'workday' ? 'wd' : 'd'}` : when} ${action}`;

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
