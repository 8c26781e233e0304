import type {
  CalendarData,
  DerivedDuty,
  DerivedItem,
  DerivedReport,
  EscalationStepReached,
  FollowUpReached,
  Instant,
  LocalDate,
  Obligations,
  PlanId,
  PlanRules,
  UnitPlanEvent,
} from '#engine';
import { midnight, timedConsequence, timedStep, whenDone, whenOpen, type Timed, type Told } from './course-steps.js';
import { naiveAdd, naiveTerm } from './naive-dates.js';

/** What a course is read with. */
export interface CourseWorld {
  /** A plan's rules, and those of the one above it. */
  rulesOf(plan: PlanId): readonly PlanRules[];
  /** The newest calendar at an instant. */
  calendarAt(instant: Instant): CalendarData;
}

interface Taken {
  readonly due: LocalDate | null;
  begin(): void;
}

type StepEvent = EscalationStepReached | FollowUpReached;

/**
 * Reads one unit plan's log beside the engine: every step of the ladder and every consequence must stand in it at the one instant
 * at which it was due, for work that was due and in the unit's hands then; and none that was due may be missing.
 */
export class Course {
  private readonly told = new Map<string, Told>();
  private readonly fired = new Set<string>();
  readonly violations: string[] = [];

  constructor(private readonly world: CourseWorld) {}

  read(event: UnitPlanEvent): void {
    if (event.type === 'EscalationStepReached') this.step(event, event.data.step);
    else if (event.type === 'FollowUpReached') this.step(event, event.data.rule);
    else this.fact(event);
  }

  /** Nothing that was due by an instant is missing. */
  end(at: Instant): void {
    for (const [key, told] of this.told) this.settle(key, told, `${at}~`);
  }

  private step(event: StepEvent, name: string): void {
    const { obligation, generation, due } = event.data;
    const told = this.told.get(obligation);
    const rule = told && this.rulesFor(told).find((each) => each.name === name);
    const id = `${obligation} ${name} #${generation}`;
    if (!told || !rule) return this.broken('a step of nothing', id);
    if (this.fired.has(id)) this.broken('doubled', id);
    if (told.generation !== generation) this.broken('of another generation', `${id}, is #${told.generation}`);
    if (told.due !== due) this.broken('for another date', `${id}: ${due}, is ${told.due}`);
    const at = this.instantOf(rule, told);
    if (at !== event.at) this.broken('at the wrong time', `${id}: ${event.at}, should be ${at}`);
    this.fired.add(id);
    if (event.type === 'FollowUpReached') this.explanation(event);
  }

  private explanation(event: FollowUpReached): void {
    const { explanation, obligation, generation, action } = event.data;
    if (action !== 'demand-explanation') return;
    if (!explanation) {
      if (!this.told.has(`item explain:${obligation}#${generation}`)) this.broken('demanded of nobody', obligation);
      return;
    }
    if (obligation.startsWith('item explain:')) this.broken('an explanation is to be explained', obligation);
    this.addItem(explanation, event.at);
  }

  private broken(what: string, which: string): void {
    this.violations.push(`${what}: ${which}`);
  }

  /** When a rule's step is due, as things stand; null for never. */
  private instantOf(rule: Timed, told: Told): Instant | null {
    if (told.due === null || told.ended || told.suspended || told.asleep) return null;
    const nominal = this.nominal(rule, told);
    return rule.forDone ? whenDone(nominal, told) : whenOpen(rule, nominal, told);
  }

  private nominal({ when, term }: Timed, { due, since }: Told): Instant {
    const day = due ?? ('' as LocalDate);
    if (when === 'on-time' || term === null) return midnight(naiveAdd(day, 1));
    const amount = when === 'before' ? -term.amount : term.amount;
    // A calendar that is published later moves only days that lie well ahead.
    const calendar = this.world.calendarAt(since > midnight(day) ? since : midnight(day));
    return midnight(naiveTerm(day, { amount, unit: term.unit }, calendar));
  }

  private rulesFor({ source }: Told): readonly Timed[] {
    const chain = this.world.rulesOf(source);
    const ladder = chain.find(({ escalation }) => escalation.length > 0)?.escalation ?? [];
    const consequences = chain.find(({ followUp = [] }) => followUp.length > 0)?.followUp ?? [];
    return [...ladder.map(timedStep), ...consequences.map(timedConsequence)];
  }

  /** What was due for an obligation before an instant has happened. */
  private settle(key: string, told: Told, before: string): void {
    for (const rule of this.rulesFor(told)) {
      const id = `${key} ${rule.name} #${told.generation}`;
      if (this.fired.has(id) || (key.startsWith('item explain:') && (rule.demands || rule.forDone))) continue;
      const at = this.instantOf(rule, told);
      if (at !== null && at < before) this.broken('missed', `${id}: was due ${at}, before ${before}`);
    }
  }

  private change(key: string, event: UnitPlanEvent, changes: Partial<Told>): void {
    const told = this.told.get(key);
    if (!told) return this.broken('a change of nothing', `${key} by ${event.type}`);
    // People act after what time has caused by then; facts of an instant come before its steps.
    this.settle(key, told, event.actor === null && event.type !== 'UnitPlanReplaced' ? event.at : `${event.at}~`);
    Object.assign(told, changes);
  }

  private move(key: string, event: UnitPlanEvent, due: LocalDate | null): void {
    const generation = (this.told.get(key)?.generation ?? 0) + (key.startsWith('duty') ? 0 : 1);
    this.change(key, event, { due, generation, since: event.at, asleep: false });
  }

  private add(key: string, told: Pick<Told, 'source' | 'due'> & Partial<Told>, since: Instant): void {
    if (this.told.has(key)) this.broken('there twice', key);
    const fresh = { time: undefined, generation: 1, returnedAt: null, doneAt: null };
    this.told.set(key, { ...fresh, asleep: false, suspended: false, ended: false, ...told, since });
  }

  private addItem({ id, source, due, time, awaits, kind }: DerivedItem, at: Instant): void {
    this.add(`item ${id}`, { source, due, time, asleep: awaits !== undefined && kind !== 'until-event' }, at);
  }

  private addReport({ id, source, due, time }: DerivedReport, at: Instant): void {
    this.add(`report ${id}`, { source, due, time }, at);
  }

  private addAll({ items, reports, duties }: Obligations, at: Instant): void {
    for (const item of items) this.addItem(item, at);
    for (const report of reports as readonly DerivedReport[]) this.addReport(report, at);
    for (const { id, source, due } of duties as readonly DerivedDuty[]) this.add(`duty ${id}`, { source, due }, at);
  }

  private fact(event: UnitPlanEvent): void {
    switch (event.type) {
      case 'UnitPlanDerived':
        return this.addAll(event.data, event.at);
      case 'PeriodsOpened':
        return this.addAll(event.data.added, event.at);
      case 'UnitPlanReplaced':
        return this.replaced(event);
      case 'ReportRequested':
        return this.addAll({ items: [], joint: [], supports: [], duties: [], reports: [event.data.report] }, event.at);
      case 'OwnPlanIssued':
        if (event.data.duty !== null) this.change(`duty ${event.data.duty}`, event, { doneAt: event.at });
        return;
      case 'UnitPlanTransferred':
        // What was handed in ends for time as well: nobody is left to be called late, or praised.
        for (const key of this.told.keys()) this.change(key, event, { ended: true });
        return;
      case 'UnitPlanInherited':
        return this.inherited(event);
      case 'UnitPlanReaddressed':
        for (const { obligation } of event.data.closed) this.change(obligation, event, { ended: true });
        return;
      default:
        return this.work(event);
    }
  }

  private inherited(event: UnitPlanEvent & { type: 'UnitPlanInherited' }): void {
    const { items, reports, duties, clocks } = event.data;
    for (const item of items) this.take(`item ${item.id}`, event, { due: item.due, begin: () => this.addItem(item, event.at) });
    for (const report of reports)
      this.take(`report ${report.id}`, event, { due: report.due, begin: () => this.addReport(report, event.at) });
    for (const { id, source, due } of duties)
      this.take(`duty ${id}`, event, { due, begin: () => this.add(`duty ${id}`, { source, due }, event.at) });
    for (const { item, startedOn, suspended } of clocks) {
      const told = this.told.get(`item ${item}`);
      if (told && (startedOn !== null || told.due !== null)) told.asleep = false;
      if (told && suspended) told.suspended = true;
    }
  }

  /** What is held already goes on, by another date where that is later; all else begins here. */
  private take(key: string, event: UnitPlanEvent, { due, begin }: Taken): void {
    const told = this.told.get(key);
    if (!told) return begin();
    const { asleep } = told;
    if (told.due !== due) this.move(key, event, due);
    told.asleep = asleep;
  }

  private replaced(event: UnitPlanEvent & { type: 'UnitPlanReplaced' }): void {
    for (const { item, to } of event.data.moved) {
      const held = this.told.get(`item ${item}`);
      const { asleep = false } = held ?? {};
      this.move(`item ${item}`, event, to);
      if (held) Object.assign(held, { asleep, source: event.data.by });
    }
    for (const { item } of event.data.withdrawn) this.change(`item ${item}`, event, { ended: true });
    this.addAll(event.data.added, event.at);
  }

  private work(event: UnitPlanEvent): void {
    switch (event.type) {
      case 'ItemSubmitted':
        return this.change(`item ${event.data.item}`, event, { doneAt: event.at, suspended: false });
      case 'ItemReturned':
        return this.change(`item ${event.data.item}`, event, { doneAt: null, returnedAt: event.at });
      case 'ReportSubmitted':
        return this.change(`report ${event.data.report}`, event, { doneAt: event.at });
      case 'ReportReturned':
        return this.change(`report ${event.data.report}`, event, { doneAt: null, returnedAt: event.at });
      default:
        return this.dates(event);
    }
  }

  private dates(event: UnitPlanEvent): void {
    switch (event.type) {
      case 'DeadlineExtended':
        return this.move(`item ${event.data.item}`, event, event.data.to);
      case 'DeadlineResolved':
        return this.move(`item ${event.data.item}`, event, event.data.due);
      case 'ReportExtended':
        return this.move(`report ${event.data.report}`, event, event.data.to);
      case 'DutyClockStarted':
        return this.move(`duty ${event.data.duty}`, event, event.data.due);
      case 'ItemSuspended':
        return this.change(`item ${event.data.item}`, event, { suspended: true });
      case 'ItemResumed':
        this.move(`item ${event.data.item}`, event, event.data.due);
        return void Object.assign(this.told.get(`item ${event.data.item}`) ?? {}, { suspended: false });
      case 'ItemWithdrawn':
        return this.change(`item ${event.data.item}`, event, { ended: true });
      default:
        return this.outside(event);
    }
  }

  /** A date that stood already, by a document, goes on. */
  private started(key: string, event: UnitPlanEvent, due: LocalDate | null): void {
    const told = this.told.get(key);
    if (told && told.due !== null && told.due === due) this.change(key, event, { asleep: false });
    else this.move(key, event, due);
  }

  private outside(event: UnitPlanEvent): void {
    if (event.type === 'ClocksStarted') for (const { item, due } of event.data.items) this.started(`item ${item}`, event, due);
    if (event.type === 'CalendarApplied') for (const { obligation, to } of event.data.moved) this.move(obligation, event, to);
    if (event.type !== 'AmendmentApplied') return;
    for (const { item, to } of event.data.extended) this.move(`item ${item}`, event, to);
    for (const { item } of event.data.suspended) this.change(`item ${item}`, event, { suspended: true });
    for (const { obligation } of event.data.withdrawn) this.change(obligation, event, { ended: true });
  }
}
