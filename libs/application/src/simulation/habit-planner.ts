import {
  addDays,
  lastInstant,
  localDateOf,
  parseLocalDate,
  startOfDay,
  type ClockTime,
  type Directory,
  type Instant,
  type ItemState,
  type LocalDate,
  type ReportState,
  type UnitId,
  type UnitPlanCommand,
  type UnitPlanState,
  type WorkingCalendar,
} from '#engine';
import { chance, pick } from './chance.js';
import type { Behaviour, HabitBook } from './habit-book.js';
import { HALF_HOUR, hoursAfter, notBefore, workingDaysAfter, workingDaysBefore, type Hour } from './office-days.js';
import type { Habit, Punctuality } from './scenario.js';
import type { UnitPlanRequest } from '../workflow/unit-plan-service.js';

/** Something that a unit is going to do, if nothing comes between. */
export interface Deed {
  readonly at: Instant;
  readonly request: UnitPlanRequest;
}

/** What habits are lived by with. */
export interface Habitat {
  readonly seed: string;
  readonly book: HabitBook;
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  /** Texts of the reports that units write; the period's label stands for `{period}`. */
  readonly reportText: string;
  /** True where the scenario's actions see to something: habits keep their hands off. */
  isNamed(unit: UnitId, what: string): boolean;
}

/**
 * What a unit does next about everything it owes, by its habits. A function of the unit's state: whatever changes the state (a
 * plan of a tier between, an extension) changes what is planned, and nothing else does.
 */
export class HabitPlanner {
  constructor(
    private readonly habitat: Habitat,
    private readonly state: UnitPlanState,
    private readonly now: Instant,
  ) {}

  deeds(): readonly Deed[] {
    const found: (Deed | undefined)[] = [this.receipt()];
    for (const item of this.state.items.values()) found.push(this.aboutItem(item));
    for (const report of this.state.reports.values()) found.push(this.aboutReport(report));
    return found.filter((deed) => deed !== undefined);
  }

  private receipt(): Deed | undefined {
    const { unit, items } = this.state;
    if (this.habitat.isNamed(unit, 'receive')) return undefined;
    let since: Instant | undefined;
    for (const item of items.values()) if (item.status === 'assigned' && (!since || item.since > since)) since = item.since;
    if (!since) return undefined;
    const days = this.days('receive', 'plan', since);
    return days === undefined
      ? undefined
      : this.own({ type: 'ReceiveUnitPlan' }, workingDaysAfter(since, days, this.calendar), '09');
  }

  private aboutItem(item: ItemState): Deed | undefined {
    const key = `item ${item.id}`;
    switch (item.status) {
      case 'received':
        return this.start(item, key);
      case 'in-progress':
      case 'returned':
        return this.submitItem(item, key);
      case 'submitted':
        return item.submittedAt === null
          ? undefined
          : this.accept({ type: 'AcceptItem', item: item.id }, this.acceptorOf(item), { key, since: item.submittedAt });
      default:
        return undefined;
    }
  }

  private start(item: ItemState, key: string): Deed | undefined {
    if (this.habitat.isNamed(this.state.unit, `start ${key}`) || item.receivedAt === null) return undefined;
    const begins = firstDayOf(item.period);
    const from = begins && startOfDay(begins) > item.receivedAt ? startOfDay(begins) : item.receivedAt;
    const days = this.days('start', key, '');
    return days === undefined
      ? undefined
      : this.own({ type: 'StartItem', item: item.id }, workingDaysAfter(from, days, this.calendar), '09');
  }

  private submitItem(item: ItemState, key: string): Deed | undefined {
    if (item.kind === 'standing' || this.habitat.isNamed(this.state.unit, key)) return undefined;
    const command: UnitPlanCommand = { type: 'SubmitItem', item: item.id, note: null };
    if (item.due !== null && this.isByHours('submit', key, item))
      return this.clocked('submit', { ...item, key, due: item.due }, command);
    const day = item.due === null ? this.undated(key, item.receivedAt ?? item.since) : this.punctual('submit', key, item.due);
    return day && this.own(command, day, '16');
  }

  private aboutReport(report: ReportState): Deed | undefined {
    // Most reports of a long regime are done with: they cost no more than this look.
    if (report.status !== 'submitted' && report.status !== 'expected') return undefined;
    const key = `report ${report.id}`;
    if (this.habitat.isNamed(this.state.unit, key)) return undefined;
    if (report.status === 'submitted') {
      if (report.submittedAt === null) return undefined;
      return this.accept({ type: 'AcceptReport', report: report.id }, report.to, { key, since: report.submittedAt });
    }
    const content = this.habitat.reportText.replaceAll('{period}', `${report.period}/${report.until.slice(0, 4)}`);
    const command: UnitPlanCommand = { type: 'SubmitReport', report: report.id, content, received: [], missing: [] };
    if (report.due !== null && this.isByHours('report', key, report))
      return this.clocked('report', { ...report, key, due: report.due }, command);
    const day = report.due === null ? this.undated(key, startOfDay(report.until)) : this.punctual('report', key, report.due);
    return day && this.own(command, day, '16');
  }

  /** The day on which something with a due date comes in; undefined for never. */
  private punctual(behaviour: 'submit' | 'report', key: string, due: LocalDate): LocalDate | undefined {
    return this.habitat.book.once(`${this.calendar.version}|${this.state.unit}|${key}|${due}`, () =>
      this.fateOf(this.of(behaviour, key), key, due),
    );
  }

  private fateOf(habit: Punctuality | null, key: string, due: LocalDate): LocalDate | undefined {
    if (!habit) return undefined;
    const fate = this.draw(key, 'fate');
    if (fate < habit.onTime) return workingDaysBefore(due, pick(habit.early, this.draw(key, 'early')), this.calendar);
    if (fate >= habit.onTime + habit.late) return undefined;
    return this.calendar.rollForward(addDays(due, pick(habit.lateBy, this.draw(key, 'late'))));
  }

  private isByHours(behaviour: 'submit' | 'report', key: string, { time }: { readonly time?: ClockTime }): boolean {
    return time !== undefined && this.of(behaviour, key)?.count === 'hours';
  }

  /** What comes in on the very day of its clock time, working day or not: so many hours before, or after. */
  private clocked(
    behaviour: 'submit' | 'report',
    { key, due, time }: { readonly key: string; readonly due: LocalDate; readonly time?: ClockTime },
    command: UnitPlanCommand,
  ): Deed | undefined {
    const habit = this.of(behaviour, key);
    const fate = this.draw(key, 'fate');
    if (!habit || fate >= habit.onTime + habit.late) return undefined;
    const isOnTime = fate < habit.onTime;
    const hours = isOnTime ? -pick(habit.early, this.draw(key, 'early')) : pick(habit.lateBy, this.draw(key, 'late'));
    const at = hoursAfter(lastInstant(due, time), hours, isOnTime ? -HALF_HOUR : 0);
    if (at > this.now) return { at, request: this.request(command, this.state.unit) };
    return this.own(command, localDateOf(this.now), '16');
  }

  private undated(key: string, since: Instant): LocalDate | undefined {
    const habit = this.of('undated', key);
    if (!habit || this.draw(key, 'fate') >= habit.share) return undefined;
    return workingDaysAfter(since, pick(habit.after, this.draw(key, 'after')), this.calendar);
  }

  private accept(
    command: UnitPlanCommand,
    actor: UnitId,
    { key, since }: { readonly key: string; readonly since: Instant },
  ): Deed | undefined {
    if (this.habitat.isNamed(this.state.unit, key)) return undefined;
    const habit = this.habitat.book.of('accept', actor, key);
    if (!habit) return undefined;
    const day = workingDaysAfter(since, pick(habit, this.draw(key, 'accept')), this.calendar);
    return { at: notBefore(this.now, day, '09', this.calendar), request: this.request(command, actor) };
  }

  /** Whoever gets the result, else the direct superior where it may accept, else the first who may. */
  private acceptorOf({ receiver }: ItemState): UnitId {
    const { unit, acceptors } = this.state;
    return acceptorOf({ receiver, unit, acceptors }, this.habitat.directory);
  }

  private own(command: UnitPlanCommand, day: LocalDate, hour: Hour): Deed {
    return { at: notBefore(this.now, day, hour, this.calendar), request: this.request(command, this.state.unit) };
  }

  private request(command: UnitPlanCommand, actor: UnitId): UnitPlanRequest {
    return { plan: this.state.plan, unit: this.state.unit, actor, command };
  }

  private days(behaviour: 'receive' | 'start', key: string, salt: string): number | undefined {
    const habit = this.of(behaviour, key);
    return habit === null ? undefined : pick(habit, this.draw(key, behaviour + salt));
  }

  private of<B extends Behaviour>(behaviour: B, key: string): NonNullable<Habit[B]> | null {
    return this.habitat.book.of(behaviour, this.state.unit, key);
  }

  private draw(key: string, purpose: string): number {
    return chance(this.habitat.seed, this.state.unit, key, purpose);
  }

  private get calendar(): WorkingCalendar {
    return this.habitat.calendar;
  }
}

/** Who accepts what a unit hands in: its addressee, else the direct superior where it may, else the first who may. */
export function acceptorOf(
  {
    receiver,
    unit,
    acceptors,
  }: { readonly receiver: UnitId | null; readonly unit: UnitId; readonly acceptors: readonly UnitId[] },
  directory: Directory,
): UnitId {
  if (receiver !== null && receiver !== unit) return receiver;
  const superior = directory.units.get(unit)?.superior;
  return superior && acceptors.includes(superior) ? superior : (acceptors[0] ?? unit);
}

/** First day of a period's label: `2022-Q3`, `2022-07`, `2022`. */
function firstDayOf(period: string | null): LocalDate | undefined {
  const match = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(period ?? '');
  if (!match) return undefined;
  const [, year, quarter, month] = match;
  const first = quarter ? String(Number(quarter) * 3 - 2).padStart(2, '0') : (month ?? '01');
  return parseLocalDate(`${year}-${first}-01`);
}
