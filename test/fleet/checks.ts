import type {
  CalendarData,
  DeadlineRule,
  Instant,
  ItemState,
  LocalDate,
  OrganisationEvent,
  PlanId,
  PlanRules,
  ReportState,
  UnitId,
  UnitPlanEvent,
  UnitPlanState,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { foldOrganisation, snapshot } from '#organisation';
import { unitPlanRows } from '#read-models';
import { consolidations } from './consolidations.js';
import { Course, type CourseWorld } from './course.js';
import { endOf, type Streams } from './ends.js';
import { estates } from './estates.js';
import { figures } from './figures.js';
import { knowledge } from './knowledge.js';
import type { Lived } from './life.js';
import { stateOf, type Mirrored } from './mirror.js';
import { isSame } from './same.js';
import { naiveAdd, naiveDue, naiveReportMonth } from './naive-dates.js';
import { naiveOccurrences, naiveOccurrenceTime } from './naive-recurrence.js';
import type { Parts } from './parts.js';
import { promises, requests } from './promises.js';

/** Holds a life that has been lived against everything that must be so; what is not, in words. */
export async function violationsOf(lived: Lived, parts: Parts): Promise<readonly string[]> {
  const log = await lived.house.log();
  const streams = Map.groupBy(log, ({ stream }) => stream);
  const unitPlans = [...streams].filter(([stream]) => stream.startsWith('unit-plan/'));
  return [
    ...lived.house.violations,
    ...gaps(log, streams),
    ...cascades(lived, streams),
    ...returning(lived),
    ...yearlyDuties(lived, streams),
    ...promises(lived, streams),
    ...requests(lived, log),
    ...figures(lived, streams),
    ...names(lived, streams),
    ...estates(lived, streams),
    ...knowledge(streams),
    ...(await wakeUps(lived)),
    ...unitPlans.flatMap(([stream, events]) => replay(stream, events, lived.house.mirror.unitPlans.get(stream))),
    ...unitPlans.flatMap(([stream, events]) => course(stream, events, lived)),
    ...unitPlans.flatMap(([stream]) => dates(stream, lived.house.mirror.unitPlans.get(stream)?.state, lived)),
    ...unitPlans.flatMap(([stream, events]) => recounts(stream, events, lived)),
    ...consolidations(lived, streams),
    ...rates(lived, parts),
  ];
}

/** Positions and versions run from 1 without a gap, in the order of the log; what happens in a unit plan, in the order of time. */
function gaps(log: readonly RecordedEvent[], streams: ReadonlyMap<string, readonly RecordedEvent[]>): readonly string[] {
  const found: string[] = [];
  for (const [index, { position }] of log.entries())
    if (position !== index + 1) found.push(`position ${position} at place ${index + 1}`);
  for (const [stream, events] of streams)
    for (const [index, { version, at, type }] of events.entries()) {
      if (version !== index + 1) found.push(`${stream}: version ${version} at place ${index + 1}`);
      const before = stream.startsWith('unit-plan/') ? (events[index - 1]?.at ?? at) : at;
      if (before > at) found.push(`${stream}: ${type} of ${at} after what happened at ${before}`);
    }
  return found;
}

/** Each plan that was issued has cascaded, once, to everybody who owes something under it. */
function cascades({ plans, world, root }: Lived, streams: ReadonlyMap<string, readonly RecordedEvent[]>): readonly string[] {
  const found: string[] = [];
  for (const plan of plans.keys()) {
    const events = streams.get(`plan/${plan}`) ?? [];
    const ends = events.filter(({ type }) => type === 'PlanCascaded');
    if (events[0]?.type !== 'PlanIssued' || ends.length !== 1) found.push(`plan ${plan} has cascaded ${ends.length} times`);
  }
  const begun = (unit: UnitId): readonly { readonly task: string }[] =>
    (streams.get(`unit-plan/${root}/${unit}`)?.[0]?.data as { items?: readonly { task: string }[] } | undefined)?.items ?? [];
  const dated = plans.get(root)?.tasks.filter(({ deadline }) => deadline?.kind !== 'recurring') ?? [];
  for (const { leads, no } of dated) {
    const without = holders(leads[0], world.units).filter((unit) => !begun(unit).some(({ task }) => task === no));
    found.push(...without.map((unit) => `${unit} never got task ${no}`));
  }
  return found;
}

/** Whoever holds work that returns has each of its occurrences that has begun, once, and no other. */
function returning({ plans, world, root, house, withdrawn, ended, heirs, until }: Lived): readonly string[] {
  const rules = plans.get(root);
  const lasting = rules?.tasks.filter(({ no, deadline }) => deadline?.kind === 'recurring' && !withdrawn.has(no)) ?? [];
  return lasting.flatMap(({ no, leads, deadline }) => {
    if (!rules || deadline?.kind !== 'recurring') return [];
    const life = { issuedOn: rules.plan.issuedOn, horizon: rules.horizon, until: until.slice(0, 10) as LocalDate };
    const expected = naiveOccurrences(deadline, life).toSorted().join(' ');
    return holders(leads[0], world.units).flatMap((unit) => {
      if (ended.has(unit) || heirs.has(unit)) return [];
      const items = house.mirror.unitPlans.get(`unit-plan/${root}/${unit}`)?.state.items.values() ?? [];
      const held = [...items].filter(({ task }) => task === no).map(({ period }) => period ?? '');
      return held.toSorted().join(' ') === expected
        ? []
        : [`${unit} has of task ${no} ${held.join(' ')}, should have ${expected}`];
    });
  });
}

/** Whoever is to issue a plan every year owes that of each year that began while the plan held, once, and of no other. */
function yearlyDuties(lived: Lived, streams: Streams): readonly string[] {
  const { plans, world, root, house, ended, heirs, until } = lived;
  const rules = plans.get(root);
  const over = endOf(root, streams);
  return (rules?.duties ?? []).flatMap(({ id, units, deadline }) => {
    if (!rules || deadline?.kind !== 'recurring') return [];
    const life = { issuedOn: rules.plan.issuedOn, horizon: rules.horizon, until: until.slice(0, 10) as LocalDate };
    const expected = naiveOccurrences(deadline, life)
      .filter((year) => over === null || `${year}-01-01T00:00:00+07:00` < over)
      .map((year) => `${id}@${year} ${year}-12-31`)
      .join(' ');
    return holders(units[0], world.units).flatMap((unit) => {
      if (ended.has(unit) || heirs.has(unit)) return [];
      const held = house.mirror.unitPlans.get(`unit-plan/${root}/${unit}`)?.state.duties.values() ?? [];
      const owed = [...held].filter(({ source }) => source === root).map(({ id: of, due }) => `${of} ${due}`);
      return owed.join(' ') === expected ? [] : [`${unit} owes plans ${owed.join(' ')}, should owe ${expected}`];
    });
  });
}

type Lead = PlanRules['tasks'][number]['leads'][number];

function holders(lead: Lead | undefined, units: Lived['world']['units']): readonly UnitId[] {
  if (lead?.kind === 'unit') return [lead.unit];
  if (lead?.kind !== 'each') return [];
  return units.filter(({ tier, kind }) => tier === lead.of.tier && kind === lead.of.kind).map(({ id }) => id);
}

/** Everybody is called by the last name that was given to them. */
function names({ renamed, until }: Lived, streams: Streams): readonly string[] {
  const changes = (streams.get('organisation') ?? []).map(({ type, data }) => ({ type, data }) as OrganisationEvent);
  const { units } = snapshot(foldOrganisation(changes), until.slice(0, 10) as LocalDate);
  return [...renamed].flatMap(([unit, name]) => {
    const called = units.get(unit)?.name;
    return called === name || called === undefined ? [] : [`${unit} is called ${called}, should be ${name}`];
  });
}

/** Nothing that was due has been left. */
async function wakeUps({ house, until }: Lived): Promise<readonly string[]> {
  const next = await house.earliestWakeUp();
  return next !== undefined && next <= until ? [`a wake-up of ${next} is left`] : [];
}

/** The log from nothing gives the state that was written, and the rows that were kept up to date all along. */
function replay(stream: string, events: readonly RecordedEvent[], mirrored: Mirrored | undefined): readonly string[] {
  const state = stateOf(events);
  const rows = unitPlanRows(state, events as unknown as readonly UnitPlanEvent[]);
  const kept = mirrored && {
    items: [...mirrored.items.values()],
    reports: [...mirrored.reports.values()],
    duties: [...mirrored.duties.values()],
    escalations: mirrored.escalations,
  };
  const found: string[] = [];
  if (!mirrored || !isSame(mirrored.state, state)) found.push(`${stream}: its log does not give its state`);
  for (const table of ['items', 'reports', 'duties', 'escalations'] as const)
    if (!kept || !isSame(kept[table], rows[table])) found.push(`${stream}: its log does not give its ${table}`);
  return found;
}

function course(stream: string, events: readonly RecordedEvent[], lived: Lived): readonly string[] {
  const read = new Course(courseWorld(lived));
  for (const event of events) read.read(event as unknown as UnitPlanEvent);
  read.end(lived.until);
  return read.violations.map((text) => `${stream}: ${text}`);
}

function courseWorld({ plans, calendars, root }: Lived): CourseWorld {
  const top = plans.get(root);
  return {
    rulesOf: (plan: PlanId) => [plans.get(plan), plan === root ? undefined : top].filter((rules) => rules !== undefined),
    calendarAt: (instant: Instant) => newest(calendars, instant),
  };
}

function newest(calendars: Lived['calendars'], instant: Instant): CalendarData {
  let found = calendars[0];
  for (const each of calendars) if (each.at <= instant) found = each;
  if (!found) throw new RangeError('a life without a calendar');
  return found.data;
}

/** Dates that the rules give are those that counting day by day gives: of open work with the newest calendar. */
function dates(stream: string, state: UnitPlanState | undefined, lived: Lived): readonly string[] {
  if (!state) return [];
  const items = [...state.items.values()].flatMap((item) => itemDate(item, lived, lived.until));
  const reports = [...state.reports.values()].flatMap((report) => reportDate(report));
  // What comes over from another unit stands beside what the heir had handed in itself.
  const isBeside = ({ id, inherited = [] }: ReportState): boolean => inherited.length > 0 && /~\d+$/.test(id);
  const ofPeriods = [...state.reports.values()].filter((report) => report.period !== 'request' && !isBeside(report));
  const once = new Set(
    ofPeriods.map(({ regime, period, from, until, consolidated, time }) =>
      [regime, period, from, until, consolidated, time].join(' '),
    ),
  );
  const doubled = once.size === ofPeriods.length ? [] : ['a period is reported on twice'];
  return [...items, ...reports, ...doubled].map((text) => `${stream}: ${text}`);
}

/** Each later calendar has moved at once what it moves: as it stood then. */
function recounts(stream: string, events: readonly RecordedEvent[], lived: Lived): readonly string[] {
  return lived.calendars.slice(1).flatMap(({ at }) => {
    const then = events.filter((event) => event.at <= at);
    if (then.length === 0) return [];
    const items = [...stateOf(then).items.values()].filter(isOpen);
    return items.flatMap((item) => itemDate(item, lived, at)).map((text) => `${stream} with the calendar of ${at}: ${text}`);
  });
}

const OPEN: ReadonlySet<string> = new Set(['assigned', 'received', 'in-progress', 'returned', 'dormant']);
const isOpen = ({ status }: ItemState): boolean => OPEN.has(status);

function itemDate(item: ItemState, { plans, calendars }: Lived, at: Instant): readonly string[] {
  const plan = plans.get(item.source);
  const rule = plan?.tasks.find(({ no }) => item.task === no || item.task.endsWith(`:${no}`))?.deadline;
  if (!plan || !rule || item.basis === 'document' || item.suspensions.length > 0 || item.explains !== undefined) return [];
  const start = {
    issuedOn: plan.plan.issuedOn,
    receivedOn: item.receivedAt && (item.receivedAt.slice(0, 10) as LocalDate),
    startedOn: item.startedOn,
    period: item.period,
  };
  const counted = isOpen(item) ? [newest(calendars, at)] : calendars.map(({ data }) => data);
  const expected = counted.map((calendar) => naiveDue(rule, start, calendar));
  if (item.time !== timeOf(rule, item.period)) return [`item ${item.id} (${rule.kind}) ends at ${item.time} of its day`];
  return [...expected, ...inheritedDues(item)].includes(item.due)
    ? []
    : [`item ${item.id} (${rule.kind}, ${item.status}) is due ${item.due}, should be ${expected.join(' or ')}`];
}

/** What comes over from a unit that is no more has the date that it had there. */
const inheritedDues = ({ inherited = [] }: ItemState): readonly (LocalDate | null)[] => inherited.map(({ due }) => due);

function timeOf(rule: DeadlineRule, period: string | null): string | undefined {
  if (rule.kind === 'recurring') return naiveOccurrenceTime(rule, period ?? '');
  return rule.kind === 'by' ? rule.time : undefined;
}

/** Of months and what they make up: what is asked for, and figures of days, have dates of their own. */
const PARTS_OF_A_YEAR = /^(M|Q\d|H\d|9M|Y)$/;

/** The 14th of the period's last month; the 20th for the report that sums up. */
function reportDate({ id, due, generation, consolidated, period, inherited = [] }: ReportState): readonly string[] {
  if (generation > 1 || due === null || !PARTS_OF_A_YEAR.test(period)) return [];
  const { year, month } = naiveReportMonth(id.slice(id.indexOf('@') + 1).replace(/(:all\d*)?(~\d+)?$/, ''));
  const expected = `${year}-${String(month).padStart(2, '0')}-${consolidated ? '20' : '14'}`;
  if (inherited.some((trace) => trace.due === due)) return [];
  return due === expected ? [] : [`report ${id} is due ${due}, should be ${expected}`];
}

/** Shares of what is due that was met are shares, whenever asked; nothing without a date is ever late. */
function rates({ house, until }: Lived, { judge }: Parts): readonly string[] {
  const days = [-180, -1].map((back) => naiveAdd(until.slice(0, 10) as LocalDate, back));
  return days.flatMap((day) =>
    [...house.mirror.unitPlans.values()].flatMap(({ items, reports, state }) => {
      const rows = [...items.values(), ...reports.values()];
      const judged = rows.map((row) => ({
        row,
        ...judge({ due: row.due, status: row.status, submittedAt: row.submitted_at }, `${day}T12:00:00+07:00`),
      }));
      return [
        ...judged.flatMap(({ row, timeliness, daysLate }) =>
          misjudged(row, timeliness, daysLate).map((text) => `${state.unit} ${text}`),
        ),
        ...shares(judged.map(({ timeliness }) => timeliness)).map((text) => `${state.unit}: ${text}`),
      ];
    }),
  );
}

interface JudgedRow {
  readonly id: string;
  readonly due: string | null;
  readonly due_time: string | null;
  readonly status: string;
  readonly submitted_at: string | null;
}

function misjudged(
  { id, due, due_time, status, submitted_at }: JudgedRow,
  timeliness: string,
  daysLate: number,
): readonly string[] {
  const isOnTheDay = due !== null && submitted_at?.slice(0, 10) === due && due_time === null;
  const found: string[] = [];
  if (timeliness === 'late' && isOnTheDay) found.push(`${id}: in on its last day, judged late`);
  if (due === null && timeliness !== 'no-deadline') found.push(`${id}: no date, judged ${timeliness}`);
  if (timeliness === 'on-time' && NOT_IN.has(status)) found.push(`${id}: not in, judged on time`);
  if (daysLate < 0 || !Number.isInteger(daysLate)) found.push(`${id}: ${daysLate} days late`);
  return found;
}

const NOT_IN: ReadonlySet<string> = new Set(['returned', 'expected', 'assigned', 'received', 'in-progress']);

/** Met ÷ due, with what is due counted apart from what is met: never below 0 nor above 100 %. */
function shares(judged: readonly string[]): readonly string[] {
  const due = judged.filter((each) => each === 'late' || each === 'on-time' || each === 'overdue').length;
  const met = judged.filter((each) => each === 'on-time').length;
  const rate = due === 0 ? 0 : (met / due) * 100;
  return rate >= 0 && rate <= 100 ? [] : [`${rate} % met`];
}
