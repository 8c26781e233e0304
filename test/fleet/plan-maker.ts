import type {
  DeadlineRule,
  DutyRule,
  EscalationRule,
  FollowUpRule,
  LocalDate,
  PlanRef,
  PlanRules,
  RegimeRule,
  ReportPeriod,
  TaskRule,
  Tier,
} from '#engine';
import type { Chance } from './chance.js';
import { naiveAdd } from './naive-dates.js';
import { eachOf, type World } from './world.js';

const PLACE = { start: 0, end: 1, line: 1, column: 1 };

/** A plan of the top unit over its world, of every form of deadline that the fleet can count by itself. */
export function makePlan(world: World, issuedOn: LocalDate, roll: Chance): PlanRules {
  const isLong = roll.hits(0.15);
  const figures = isLong ? undefined : makeFigures(world, issuedOn, roll);
  const regimes = roll.hits(0.5) ? [makeRegime(world, roll)] : [];
  return {
    irVersion: 1,
    plan: { issuer: world.top, number: '1/KH', issuedOn },
    title: 'Plan',
    focal: roll.hits(0.9) ? world.focal : null,
    horizon: figures?.horizon ?? (`${Number(issuedOn.slice(0, 4)) + (isLong ? 1 : 0)}-12-31` as LocalDate),
    implements: null,
    inheritsAll: false,
    omits: [],
    sections: [],
    tasks: Array.from({ length: roll.hits(0.2) ? roll.between(6, 10) : roll.between(3, 5) }, (_, index) =>
      makeTask(String(index + 1), { world, issuedOn, roll }),
    ),
    duties: roll.hits(0.5) && world.middle.length > 0 ? [makeDuty(world, { issuedOn, isLong, roll })] : [],
    regimes: figures ? [...regimes, figures.regime] : regimes,
    escalation: LADDER.filter(() => roll.hits(0.55)).map((step) => ({ ...step, place: PLACE })),
    followUp: CONSEQUENCES.filter(() => roll.hits(0.35)).map((rule) => ({ ...rule, place: PLACE })),
    place: PLACE,
  };
}

interface Making {
  readonly world: World;
  readonly issuedOn: LocalDate;
  readonly roll: Chance;
}

function makeTask(no: string, { world, issuedOn, roll }: Making): TaskRule {
  const tier = roll.one(world.tiers) ?? 'commune';
  const leads = roll.hits(0.8) ? [eachOf(tier)] : [{ kind: 'unit' as const, unit: world.focal }];
  return {
    no,
    section: null,
    title: `Task ${no}`,
    leads,
    supports: roll.hits(0.2) ? [eachOf(roll.one(world.tiers) ?? 'commune')] : [],
    deadline: makeDeadline(issuedOn, roll),
    report: null,
    deliverable: null,
    refines: null,
    place: PLACE,
  };
}

/** Of every form that has a date, or comes to one. */
export function makeDeadline(issuedOn: LocalDate, roll: Chance): DeadlineRule {
  const date = naiveAdd(issuedOn, roll.between(3, 200));
  const year = Number(issuedOn.slice(0, 4));
  const amount = roll.between(1, 30);
  const unit = roll.one(['day', 'workday', 'workday', 'month', 'week'] as const) ?? 'day';
  const few = unit === 'month' || unit === 'week' ? roll.between(1, 4) : amount;
  const forms: readonly (() => DeadlineRule)[] = [
    () => ({ kind: 'by', date }),
    () => ({ kind: 'by', date, time: '16:00' as never }),
    () => ({ kind: 'before', date }),
    () => ({ kind: 'quarter', year: year + 1, quarter: 1 }),
    () => ({ kind: 'window', from: issuedOn, until: date }),
    () => ({ kind: 'within', amount: few, unit, from: 'issue' }),
    () => ({ kind: 'within', amount: few, unit, from: 'receipt' }),
    () => ({ kind: 'after', amount: few, unit, date }),
    () => ({
      kind: 'recurring',
      every: roll.one(['quarter', 'quarter', 'year', roll.hits(0.2) ? 'month' : 'year'] as const) ?? 'quarter',
    }),
    () => makeRecurring(roll),
    () => makeSeason(roll),
    () => ({ kind: 'on-event', event: EVENT, direction: 'after', term: { amount: few, unit } }),
    () => ({ kind: 'provisional', estimate: { kind: 'by', date } }),
    () => ({ kind: 'standing' }),
    () => ({ kind: 'as-regulated', reference: null }),
  ];
  return (roll.one(forms) ?? (() => ({ kind: 'standing' }) as const))();
}

/** On a day of every period, or at hours of that day: "trước 16h00 ngày 25 hằng tháng". */
function makeRecurring(roll: Chance): DeadlineRule {
  const times = roll.one([undefined, ['16:00'], ['09:00', '16:00']] as const);
  return {
    kind: 'recurring',
    every: roll.hits(0.2) ? 'month' : 'quarter',
    at: {
      kind: 'month-day',
      day: roll.one([1, 15, 25, 31] as const) ?? 25,
      exclusive: roll.hits(0.5),
      of: roll.one(['first', 'last', 'next'] as const) ?? 'last',
    },
    ...(times && { times: times as never }),
  };
}

/** A season of every year, over the turn of it too. */
function makeSeason(roll: Chance): DeadlineRule {
  const from = roll.between(1, 12);
  return { kind: 'recurring', every: 'year', at: { kind: 'season', from, until: ((from - 1 + roll.between(0, 5)) % 12) + 1 } };
}

/** What some work waits for. */
export const EVENT = 'the survey is out';

interface Dating {
  readonly issuedOn: LocalDate;
  readonly isLong: boolean;
  readonly roll: Chance;
}

/** A plan of the middle tier: once, and under a plan of two years every year. */
function makeDuty(world: World, { issuedOn, isLong, roll }: Dating): DutyRule {
  const tier = world.units.find(({ id }) => id === world.middle[0])?.tier ?? 'district';
  const once: DeadlineRule = { kind: 'by', date: naiveAdd(issuedOn, roll.between(10, 40)) };
  const deadline: DeadlineRule = isLong ? { kind: 'recurring', every: 'year' } : once;
  return {
    id: '1',
    units: [eachOf(tier)],
    deadline: roll.hits(0.8) ? deadline : null,
    sendTo: { kind: 'superior' },
    place: PLACE,
  };
}

const PERIODS: readonly (readonly ReportPeriod[])[] = [['Q1', 'Q2', 'Q3', 'Q4'], ['Q1', 'H1', '9M', 'Y'], ['H1', 'Y'], ['M']];

function makeRegime({ tiers, focal, top }: World, roll: Chance): RegimeRule {
  const from: readonly Tier[] = tiers.filter((tier) => tier !== 'hamlet');
  return {
    id: '1',
    title: 'Progress',
    periods: roll.one(PERIODS) ?? ['Y'],
    due: { day: 15, exclusive: true },
    routes: from.map((tier) => ({
      from: [eachOf(tier)],
      to: { kind: 'superior' },
      via: null,
      copies: [],
      due: null,
      place: PLACE,
    })),
    consolidation: roll.hits(0.7)
      ? { by: focal, to: { kind: 'unit', unit: top }, due: { day: 20, exclusive: false }, place: PLACE }
      : null,
    place: PLACE,
  };
}

/** Figures of each day, or of each week, in few lives and for as long as makes as many reports as others have. */
function makeFigures(world: World, issuedOn: LocalDate, roll: Chance): { regime: RegimeRule; horizon: LocalDate } | undefined {
  const kind = roll.next();
  if (kind >= FIGURES) return undefined;
  const tier = roll.one(world.tiers.filter((each) => each !== 'hamlet')) ?? 'commune';
  const times = roll.one([undefined, ['16:00'], ['09:00', '16:00']] as const);
  const isDaily = kind < FIGURES / 2;
  const weekly = { weekday: roll.between(1, 7), of: roll.hits(0.5) ? ('next' as const) : ('last' as const) };
  const due = {
    day: 0,
    exclusive: !isDaily && roll.hits(0.4),
    ...(isDaily ? {} : weekly),
    ...(times && { times: times as never }),
  };
  const summed = { day: 0, exclusive: false, ...(isDaily ? {} : { weekday: 7, of: 'next' as const }) };
  const regime: RegimeRule = {
    id: '2',
    title: 'Figures',
    periods: [isDaily ? 'D' : 'W'],
    due,
    routes: [{ from: [eachOf(tier)], to: { kind: 'superior' }, via: null, copies: [], due: null, place: PLACE }],
    consolidation: roll.hits(0.5) ? { by: world.focal, to: { kind: 'unit', unit: world.top }, due: summed, place: PLACE } : null,
    place: PLACE,
  };
  return { regime, horizon: naiveAdd(issuedOn, isDaily ? roll.between(15, 35) : roll.between(60, 150)) };
}

/** Share of the lives with figures of days or weeks. */
const FIGURES = 0.06;

const lead = { kind: 'lead' } as const;
const superior = { kind: 'superior' } as const;

const LADDER: readonly Omit<EscalationRule, 'place'>[] = [
  { step: 'before-5wd', when: 'before', amount: 5, unit: 'workday', actions: [{ action: 'remind', target: lead }] },
  { step: 'before-2d', when: 'before', amount: 2, unit: 'day', actions: [{ action: 'remind', target: lead }] },
  { step: 'after-1d', when: 'after', amount: 1, unit: 'day', actions: [{ action: 'notify', target: superior }] },
  { step: 'after-5wd', when: 'after', amount: 5, unit: 'workday', actions: [{ action: 'escalate', target: { kind: 'focal' } }] },
  { step: 'after-15d', when: 'after', amount: 15, unit: 'day', actions: [{ action: 'list', target: superior }] },
];

const day = (amount: number) => ({ amount, unit: 'day' as const });
const CONSEQUENCES: readonly Omit<FollowUpRule, 'place'>[] = [
  { when: 'after', term: { amount: 3, unit: 'workday' }, action: 'demand-explanation', target: lead, within: null },
  { when: 'on-time', term: null, action: 'commend', target: lead, within: null },
  { when: 'after', term: day(7), action: 'criticise', target: superior, within: null },
  { when: 'after', term: { amount: 1, unit: 'month' }, action: 'assess', target: lead, within: null },
];

/** The plan of a unit of the middle: all that it was given goes on; one dated task is tightened where one can be. */
export function makeLowerPlan(parent: PlanRules, unit: PlanRef['issuer'], issuedOn: LocalDate): PlanRules {
  const dated = parent.tasks.find(({ deadline, leads }) => leads[0]?.kind === 'each' && deadline?.kind === 'by');
  const tightened = dated?.deadline?.kind === 'by' ? naiveAdd(dated.deadline.date, -1) : null;
  const refined: TaskRule[] =
    dated && tightened !== null && tightened > issuedOn
      ? [{ ...dated, no: 'a', title: 'Tightened', refines: dated.no, deadline: { kind: 'by', date: tightened } }]
      : [];
  return {
    ...parent,
    plan: { issuer: unit, number: '2/KH', issuedOn },
    title: 'Lower plan',
    focal: null,
    implements: parent.plan,
    inheritsAll: true,
    tasks: refined,
    duties: [],
    regimes: [],
    escalation: [],
    followUp: [],
  };
}
