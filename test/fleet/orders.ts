import { NotFound, Refused } from '#workflow';
import {
  planIdOf,
  type CalendarData,
  type DocumentRef,
  type Instant,
  type LocalDate,
  type PlanChange,
  type PlanId,
  type PlanRules,
} from '#engine';
import type { Chance } from './chance.js';
import { hourOf } from './deeds.js';
import { TENANT, withDayOff, type House } from './house.js';
import type { Moment } from './moment.js';
import { naiveAdd, naiveDue } from './naive-dates.js';
import { EVENT } from './plan-maker.js';
import { Upheavals } from './upheavals.js';
import { CALENDAR, kindOf, type World } from './world.js';

/** How many days ahead a calendar is published: steps for what is due before are over. */
const AHEAD = 40;

/** Before any life begins. */
export const BEFORE_ALL = '2021-12-01T00:00:00+07:00' as Instant;

/** A report that was asked of a whole tier. */
export interface Asked {
  readonly title: string;
  readonly due: LocalDate;
  /** How many units were asked, as whoever asked was told. */
  readonly units: number;
}

interface Ordering {
  readonly house: House;
  readonly world: World;
  readonly rules: PlanRules;
  published(calendar: CalendarData): CalendarData;
}

/** What is ordered of everybody at once: a new calendar, what is declared, documents on the plan, reports of a whole tier, another organisation. */
export class Orders {
  readonly calendars: { at: Instant; data: CalendarData }[] = [{ at: BEFORE_ALL, data: CALENDAR }];
  readonly withdrawn = new Set<string>();
  readonly asked: Asked[] = [];
  readonly upheavals: Upheavals;
  private readonly root: PlanId;

  constructor(
    private readonly ordering: Ordering,
    private readonly anyProcess: () => number,
  ) {
    this.root = planIdOf(ordering.rules.plan);
    this.upheavals = new Upheavals(ordering.house, ordering.world, anyProcess);
  }

  /** One of them, by a number from 0 to 1. */
  give(kind: number, moment: Moment, roll: Chance): Promise<void> {
    if (kind < 0.25) return this.newCalendar(moment, roll);
    if (kind < 0.55) return this.declare(moment, roll);
    if (kind < 0.75) return this.amend(moment, roll);
    return kind < 0.88 ? this.ask(moment, roll) : this.upheavals.happen(moment, roll);
  }

  private async newCalendar({ index, at: now }: Moment, roll: Chance): Promise<void> {
    const newest = this.calendars.at(-1)?.data ?? CALENDAR;
    const day = roll.hits(0.5) ? roll.one(this.computedDays(dayOf(now), newest)) : undefined;
    const data = withDayOff(newest, day ?? naiveAdd(dayOf(now), roll.between(AHEAD, 90)), `fleet-${this.calendars.length + 1}`);
    this.calendars.push({ at: now, data });
    const published = this.ordering.published(data);
    await this.ordering.house.insist(this.anyProcess(), ({ organisation }) =>
      organisation.publishCalendar(TENANT, published, now, { idempotencyKey: `deed ${index}` }),
    );
  }

  /** Last days of terms, such as another day off moves. */
  private computedDays(today: LocalDate, calendar: CalendarData): readonly LocalDate[] {
    const { tasks, plan } = this.ordering.rules;
    const start = { issuedOn: plan.issuedOn, receivedOn: null, startedOn: null, period: null };
    const dues = tasks.flatMap(({ deadline }) =>
      deadline?.kind === 'after' || deadline?.kind === 'within' ? [naiveDue(deadline, start, calendar)] : [],
    );
    return dues.filter((due) => due !== null).filter((due) => due >= naiveAdd(today, AHEAD));
  }

  private async declare({ index, at: now }: Moment, roll: Chance): Promise<void> {
    const { house, world } = this.ordering;
    const on = naiveAdd(dayOf(now), -roll.between(0, 5));
    const data = { plan: this.root, event: EVENT, on, document: null, units: null };
    await this.fact(index, (key) =>
      house.insist(this.anyProcess(), ({ documents }) =>
        documents.declareEvent(TENANT, world.top, data, { at: now, idempotencyKey: key }),
      ),
    );
  }

  private async amend({ index, at: now }: Moment, roll: Chance): Promise<void> {
    const { house, world, rules } = this.ordering;
    const today = dayOf(now);
    const document: DocumentRef = { number: '7/QĐ', date: today, issuer: world.top };
    const task = roll.one(rules.tasks)?.no ?? '1';
    const change: PlanChange = roll.one([
      { kind: 'extend', task, until: naiveAdd(today, roll.between(10, 90)) },
      { kind: 'suspend', task, from: today, until: naiveAdd(today, roll.between(3, 40)) },
      { kind: 'withdraw', task },
    ] as const) ?? { kind: 'withdraw', task };
    const isEnd = roll.hits(0.1);
    if (isEnd) for (const { no } of rules.tasks) this.withdrawn.add(no);
    else if (change.kind === 'withdraw') this.withdrawn.add(task);
    await this.fact(index, (key) =>
      house.insist(this.anyProcess(), ({ documents }) => {
        const options = { at: now, idempotencyKey: key };
        return isEnd
          ? documents.end(TENANT, world.top, { plan: this.root, how: 'repealed', document }, options)
          : documents.amend(TENANT, world.top, { plan: this.root, document, changes: [change] }, options);
      }),
    );
  }

  private async ask({ index, at: now }: Moment, roll: Chance): Promise<void> {
    const { house, world } = this.ordering;
    const tier = roll.one(world.tiers) ?? 'commune';
    const recipients = { of: { kind: kindOf(tier), tier }, within: null };
    const title = `figures ${index}`;
    const due = naiveAdd(dayOf(now), roll.between(1, 40));
    const request = { title, due, time: hourOf(roll), document: null };
    const asking = { plan: this.root, actor: world.top, recipients, request };
    await this.fact(index, async (idempotencyKey) => {
      const { asked } = await house.insist(this.anyProcess(), ({ reportRequests }) =>
        reportRequests.request(TENANT, asking, now, { idempotencyKey }),
      );
      this.asked.push({ title, due, units: asked });
    });
  }

  /** A fact may be refused (said already, the plan has ended); never once it is recorded. */
  private async fact(index: number, record: (key: string) => Promise<unknown>): Promise<void> {
    const { house } = this.ordering;
    const key = `deed ${index}`;
    try {
      await record(key);
    } catch (error) {
      // A tier may hold nothing of the plan at all.
      if (!(error instanceof Refused) && !(error instanceof NotFound)) throw error;
      if (await house.recorded(key)) house.violations.push(`recorded, and refused when asked again: ${error.code}`);
    }
  }
}

const dayOf = (now: Instant): LocalDate => now.slice(0, 10) as LocalDate;
