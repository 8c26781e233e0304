import { effectivePlan, type EffectivePlan } from './cascade/effective-plan.js';
import type { Directory, Tier, UnitEntry, UnitId, UnitKind } from './ir/directory.js';
import type { Actor, DeadlineRule, DutyRule, EscalationRule, PlanRules, RegimeRule, TaskRule } from './ir/plan-rules.js';
import type { CalendarData } from './plan/events.js';
import { parseInstant, parseLocalDate, type Instant, type LocalDate } from './time/local-date.js';
import { workingCalendar, type WorkingCalendar } from './time/working-calendar.js';
import { runningPlan, type RulesContext } from './unit-plan/rules-context.js';

/** A date that exists; specs fail loudly on one that does not. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new TypeError(`no such day: ${text}`);
  return date;
}

/** An instant: `2022-07-05` is its midnight, `2022-07-05 08:30` that minute, in local time. */
export function at(text: string): Instant {
  const [date = '', time = '00:00'] = text.split(' ');
  const instant = parseInstant(`${date}T${time}:00+07:00`);
  if (!instant) throw new TypeError(`no such instant: ${text}`);
  return instant;
}

export const id = (text: string): UnitId => text as UnitId;

/** Days of one year, written as months and days. */
const days = (year: number, text = ''): readonly LocalDate[] =>
  text.split(' ').flatMap((date) => (date ? day(`${year}-${date}`) : []));

const decreed = (year: number, off: string, makeup = '') => ({ off: days(year, off), makeup: days(year, makeup) });

/** Public-sector days off and working Saturdays of four years. */
export const CALENDAR_DATA: CalendarData = {
  version: 'spec-1',
  years: {
    2022: decreed(2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'),
    2023: decreed(2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'),
    2024: decreed(2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'),
    2025: decreed(2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'),
  },
};

export const calendar: WorkingCalendar = workingCalendar(CALENDAR_DATA);

type Rank = readonly [tier: Tier, kind: UnitKind, localName?: string];
const COMMITTEE: UnitKind = 'peoples-committee';

const entry = (unit: string, superior: string | null, [tier, kind, localName]: Rank): UnitEntry => ({
  id: id(unit),
  name: unit,
  aliases: [],
  localName: localName ?? null,
  tier,
  kind,
  superior: superior === null ? null : id(superior),
});

/** Wide enough for every rule, small enough to read: a province, two departments, two districts, three communes, a hamlet. */
export const UNITS: readonly UnitEntry[] = [
  entry('province', null, ['province', COMMITTEE]),
  entry('interior', 'province', ['province', 'professional-agency', 'Interior']),
  entry('finance', 'province', ['province', 'professional-agency', 'Finance']),
  entry('east', 'province', ['district', COMMITTEE]),
  entry('east/interior', 'east', ['district', 'professional-agency', 'Interior']),
  entry('east/one', 'east', ['commune', COMMITTEE]),
  entry('east/one/hamlet', 'east/one', ['hamlet', 'hamlet-leader']),
  entry('east/two', 'east', ['commune', COMMITTEE]),
  entry('west', 'province', ['district', COMMITTEE]),
  entry('west/interior', 'west', ['district', 'professional-agency', 'Interior']),
  entry('west/one', 'west', ['commune', COMMITTEE]),
];

/** A directory over entries; superiors may not form a loop. */
export function directoryOf(entries: readonly UnitEntry[], date: LocalDate = day('2022-06-30')): Directory {
  const units = new Map(entries.map((unit) => [unit.id, unit]));
  const isWithin = (unit: UnitId, ancestor: UnitId): boolean => {
    let reached: UnitId | null = unit;
    while (reached !== null && reached !== ancestor) reached = units.get(reached)?.superior ?? null;
    return reached === ancestor;
  };
  const ordered = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    date,
    version: 'org-1',
    units,
    isWithin,
    find: (name) => entries.find((unit) => unit.name === name),
    select: (of, within) => ordered.filter((u) => u.kind === of.kind && u.tier === of.tier && isWithin(u.id, within)),
    local: (superior, localName) => entries.find((u) => u.superior === superior && u.localName === localName),
    succession: () => undefined,
  };
}

export const directory: Directory = directoryOf(UNITS);

/** A country of provinces × districts × communes, for measuring. */
export function syntheticUnits(provinces: number, districts: number, communes: number): readonly UnitEntry[] {
  const made: UnitEntry[] = [entry('vn', null, ['central', COMMITTEE])];
  const several = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at).padStart(3, '0'));
  for (const p of several(provinces)) {
    made.push(entry(`vn-${p}`, 'vn', ['province', COMMITTEE]));
    for (const d of several(districts)) {
      made.push(entry(`vn-${p}.${d}`, `vn-${p}`, ['district', COMMITTEE]));
      for (const c of several(communes)) made.push(entry(`vn-${p}.${d}.${c}`, `vn-${p}.${d}`, ['commune', COMMITTEE]));
    }
  }
  return made;
}

const PLACE = { start: 0, end: 1, line: 1, column: 1 };

export const unit = (name: string): Actor => ({ kind: 'unit', unit: id(name) });
export const each = (tier: Tier, kind: UnitKind = COMMITTEE): Actor => ({ kind: 'each', name: tier, of: { kind, tier } });
export const open = (text: string): Actor => ({ kind: 'open', text });

export const before = (date: string): DeadlineRule => ({ kind: 'before', date: day(date) });
export const by = (date: string): DeadlineRule => ({ kind: 'by', date: day(date) });
export const every = (period: 'month' | 'quarter' | 'year'): DeadlineRule => ({ kind: 'recurring', every: period });
export const inQuarter = (year: number, quarter: 1 | 2 | 3 | 4): DeadlineRule => ({ kind: 'quarter', year, quarter });
export const within = (amount: number, term: 'day' | 'workday' | 'month', from: 'issue' | 'receipt'): DeadlineRule => ({
  kind: 'within',
  amount,
  unit: term,
  from,
});
export const STANDING: DeadlineRule = { kind: 'standing' };
export const AS_REGULATED: DeadlineRule = { kind: 'as-regulated', reference: null };

export const task = (no: string, more: Partial<TaskRule> = {}): TaskRule => ({
  no,
  section: null,
  title: `Task ${no}`,
  leads: [],
  supports: [],
  deadline: STANDING,
  report: null,
  deliverable: null,
  refines: null,
  place: PLACE,
  ...more,
});

export const duty = (no: string, units: readonly Actor[], deadline: DeadlineRule | null): DutyRule => ({
  id: no,
  units,
  deadline,
  sendTo: { kind: 'superior' },
  place: PLACE,
});

/** Communes to their district through its interior division; departments and districts to the province, summed up there. */
export const REGIME: RegimeRule = {
  id: '1',
  title: 'Progress',
  periods: ['Q1', 'H1', '9M', 'Y'],
  due: { day: 15, exclusive: true },
  routes: [
    {
      from: [each('commune')],
      to: { kind: 'superior' },
      via: { kind: 'local', name: 'Interior' },
      copies: [],
      due: null,
      place: PLACE,
    },
    {
      from: [each('province', 'professional-agency'), each('district')],
      to: { kind: 'unit', unit: id('province') },
      via: { kind: 'unit', unit: id('interior') },
      copies: [{ kind: 'unit', unit: id('finance') }],
      due: null,
      place: PLACE,
    },
  ],
  consolidation: { by: id('interior'), to: { kind: 'unit', unit: id('province') }, due: null, place: PLACE },
  place: PLACE,
};

export const step = (
  name: string,
  [when, amount, unitOfTime]: readonly ['before' | 'after', number, 'day' | 'workday'],
  actions: EscalationRule['actions'] = [{ action: 'remind', target: { kind: 'lead' } }],
): EscalationRule => ({ step: name, when, amount, unit: unitOfTime, actions, place: PLACE });

export const LADDER: readonly EscalationRule[] = [
  step('before-5wd', ['before', 5, 'workday']),
  step('after-1d', ['after', 1, 'day'], [{ action: 'notify', target: { kind: 'superior' } }]),
  step('after-5wd', ['after', 5, 'workday'], [{ action: 'escalate', target: { kind: 'focal' } }]),
  step('after-10wd', ['after', 10, 'workday'], [{ action: 'list', target: { kind: 'unit', unit: id('province') } }]),
];

/** The province's plan of 30 June 2022, unless told otherwise. */
export const rules = (more: Partial<PlanRules> = {}): PlanRules => ({
  irVersion: 1,
  plan: { issuer: id('province'), number: '239/KH-UBND', issuedOn: day('2022-06-30') },
  title: 'Plan',
  focal: id('interior'),
  horizon: day('2022-12-31'),
  implements: null,
  inheritsAll: false,
  omits: [],
  sections: [],
  tasks: [],
  duties: [],
  regimes: [],
  escalation: [],
  place: PLACE,
  ...more,
});

/** The plan of the east district of 15 July 2022 that carries out the province's. */
export const childRules = (more: Partial<PlanRules> = {}): PlanRules =>
  rules({
    plan: { issuer: id('east'), number: '126/KH-UBND', issuedOn: day('2022-07-15') },
    focal: id('east/interior'),
    implements: rules().plan,
    inheritsAll: true,
    ...more,
  });

export const omit = (number: string, reason: string): PlanRules['omits'][number] => ({ task: number, reason, place: PLACE });

/** What plans run with, over the small directory. */
export const contextOf = (...plans: readonly EffectivePlan[]): RulesContext => {
  const running = new Map(plans.map((plan) => [plan.id, runningPlan(plan)]));
  return {
    calendar,
    calendarSince: null,
    directory,
    planOf: (plan) => running.get(plan),
    factsOf: () => [],
    inputOf: () => undefined,
  };
};

export const top = (more: Partial<PlanRules> = {}): EffectivePlan => effectivePlan(rules(more), 'hash-top', null);
export const below = (parent: EffectivePlan, more: Partial<PlanRules> = {}): EffectivePlan =>
  effectivePlan(childRules(more), 'hash-child', parent);

/** The value itself, with everything in it frozen; Maps are guarded by throwing on change. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const held of value.values()) deepFreeze(held);
    const refuse = (): never => {
      throw new TypeError('a frozen map was changed');
    };
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  }
  if (value instanceof Set) {
    const refuse = (): never => {
      throw new TypeError('a frozen set was changed');
    };
    Object.assign(value, { add: refuse, delete: refuse, clear: refuse });
  }
  for (const held of Object.values(value)) deepFreeze(held);
  return Object.freeze(value);
}
