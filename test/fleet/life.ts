import { Refused, type UnitPlanRequest } from '#workflow';
import {
  planIdOf,
  type CalendarData,
  type Instant,
  type LocalDate,
  type PlanId,
  type PlanRules,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import { chance, type Chance } from './chance.js';
import { chooseDeed } from './deeds.js';
import { House, TENANT, type Conditions } from './house.js';
import type { Moment } from './moment.js';
import { naiveAdd } from './naive-dates.js';
import { BEFORE_ALL, Orders, type Asked } from './orders.js';
import { makeLowerPlan, makePlan } from './plan-maker.js';
import { CALENDAR, foundings, makeWorld, type World } from './world.js';

/** What people were told had been done. */
export interface Acknowledged {
  readonly request: UnitPlanRequest;
  readonly at: Instant;
  readonly position: number;
}

/** One plan-year that has been lived through. */
export interface Lived {
  readonly house: House;
  readonly world: World;
  readonly plans: ReadonlyMap<PlanId, PlanRules>;
  readonly root: PlanId;
  readonly calendars: readonly { readonly at: Instant; readonly data: CalendarData }[];
  /** Tasks that documents have taken back, from some or from all. */
  readonly withdrawn: ReadonlySet<string>;
  /** What whole tiers were asked for. */
  readonly asked: readonly Asked[];
  /** When each unit that is no more ended. */
  readonly ended: ReadonlyMap<UnitId, Instant>;
  /** Units that were given another superior, and had those they answered to go on. */
  readonly moved: ReadonlySet<UnitId>;
  /** Units that others' work may have come to. */
  readonly heirs: ReadonlySet<UnitId>;
  /** The last name of each unit that was given another one. */
  readonly renamed: ReadonlyMap<UnitId, string>;
  readonly acknowledged: readonly Acknowledged[];
  /** How often something was ordered of all before the clock had come by. */
  readonly lateFacts: number;
  readonly until: Instant;
}

const at = (date: LocalDate, second: number): Instant => {
  const time = new Date(second * 1000).toISOString().slice(11, 19);
  return `${date}T${time}+07:00` as Instant;
};

const LENGTH = 450;
/** Share of the occasions on which somebody orders something of all. */
const OF_ALL = 0.16;

/** Lives a plan through from its issue to fifteen months later: people by their characters, the clock, and what fails. */
export async function live(conditions: Conditions): Promise<Lived> {
  const life = new Life(conditions);
  await life.begin();
  for (const occasion of life.occasions()) await life.pass(occasion);
  return life.end();
}

class Life {
  private readonly house: House;
  private readonly world: World;
  private readonly roll: Chance;
  private readonly issuedOn: LocalDate;
  private readonly plans = new Map<PlanId, PlanRules>();
  private readonly orders: Orders;
  private readonly acknowledged: Acknowledged[] = [];
  private readonly root: PlanId;
  private readonly rules: PlanRules;
  /** Units that have issued a plan of their own, or were refused it. */
  private readonly tried = new Set<UnitId>();
  /** When the clock came by last. */
  private ticked = BEFORE_ALL;
  private lateFacts = 0;
  /** When somebody did something last. */
  private acted = BEFORE_ALL;
  /** Which process wrote last: the other one's caches are old. */
  private wrote = 0;

  constructor(private readonly conditions: Conditions) {
    const { seed, life } = conditions;
    this.house = new House(conditions);
    const making = chance(seed, life, 'world');
    this.world = makeWorld(making);
    this.issuedOn = naiveAdd('2022-01-05' as LocalDate, making.between(0, 520));
    this.rules = makePlan(this.world, this.issuedOn, making);
    this.root = planIdOf(this.rules.plan);
    this.plans.set(this.root, this.rules);
    this.orders = new Orders(
      { house: this.house, world: this.world, rules: this.rules, published: conditions.parts.published },
      () => this.anyProcess(),
    );
    this.roll = chance(seed, life, 'occasions');
  }

  /** The organisation, the calendar, the plan. */
  async begin(): Promise<void> {
    const { house, world, conditions } = this;
    await house.insist(0, ({ organisation }) =>
      organisation.record(TENANT, foundings(world), BEFORE_ALL, { idempotencyKey: 'foundings' }),
    );
    await house.insist(0, ({ organisation }) =>
      organisation.publishCalendar(TENANT, conditions.parts.published(CALENDAR), BEFORE_ALL, { idempotencyKey: 'calendar' }),
    );
    await this.issue(this.rules, at(this.issuedOn, 28_800));
  }

  private async issue(rules: PlanRules, now: Instant): Promise<void> {
    const hash = `hash-${rules.plan.issuer}`;
    await this.house.publish(rules, hash, now);
    const order = { hash, actor: rules.plan.issuer };
    const idempotencyKey = `issue ${rules.plan.issuer}`;
    await this.house.insist(this.anyProcess(), async ({ plans, clock }, attempt) => {
      // Whoever issued it may not come back: the clock finds the cascade waiting.
      const isLeft = attempt > 1 && this.house.roll.hits(0.5) && (await this.house.recorded(idempotencyKey)) !== undefined;
      return isLeft ? void (await clock.runUntil(TENANT, now)) : void (await plans.issue(TENANT, order, now, { idempotencyKey }));
    });
    this.plans.set(planIdOf(rules.plan), rules);
  }

  /** When somebody does something, over the year; some years have a long silence in them. */
  occasions(): readonly Moment[] {
    const { roll } = this;
    const silence = roll.hits(0.4) ? roll.between(20, 300) : LENGTH;
    const days = Array.from({ length: roll.between(12, 22) }, () => roll.between(1, LENGTH - 90))
      .map((day) => (day >= silence && day < silence + 45 ? silence + 45 : day))
      .sort((a, b) => a - b);
    return days
      .map((day, index) => ({
        index,
        // Just after midnight each has a second of its own, and one to spare.
        at: at(naiveAdd(this.issuedOn, day), roll.hits(0.15) ? 2 * index : roll.between(20_000, 70_000) + index),
        leap: day - (days[index - 1] ?? 0) >= 45,
      }))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  async pass(planned: Moment): Promise<void> {
    const { house } = this;
    const { seed, life } = this.conditions;
    const roll = chance(seed, life, `deed ${planned.index}`);
    const kind = roll.next();
    const isOfAll = kind < OF_ALL;
    // What is due at midnight and a fact of that second, or two facts of one, come in the order in which they are recorded: both ways
    // are right.
    const moment = isOfAll ? { ...planned, at: planned.at.replace('T00:00:00', 'T00:00:01') as Instant } : planned;
    if (moment.leap) house.faults?.note('clock leaps');
    const newcomers = this.orders.upheavals.newcomers(this.acted, moment.at);
    this.acted = moment.at;
    if (!(house.faults && house.roll.hits(newcomers.length > 0 ? 0.6 : 0.3))) await this.tick(moment.at);
    else this.skipped(isOfAll);
    if (kind < OF_ALL) return this.orders.give(kind / OF_ALL, moment, roll);
    if (kind < OF_ALL + 0.07) return this.lowerPlan(moment, roll);
    return this.work(moment, newcomers, roll);
  }

  private skipped(isOfAll: boolean): void {
    if (isOfAll) this.lateFacts += 1;
    this.house.faults?.note(isOfAll ? 'fact before the clock' : 'clock run skipped');
  }

  private anyProcess(): number {
    if (!this.house.faults) return 0;
    const which = this.house.roll.between(0, 1);
    if (which !== this.wrote) this.house.faults.note('stale process');
    this.wrote = which;
    return which;
  }

  /** The clock comes by: once, twice, or two of them at once. */
  private async tick(now: Instant): Promise<void> {
    const { house } = this;
    this.ticked = now;
    const run = (which: number) => (): Promise<void> =>
      house.insist(which, async ({ clock }) => void (await clock.runUntil(TENANT, now)));
    const how = house.faults ? house.roll.next() : 1;
    if (how < 0.1) {
      house.faults?.note('two clocks at once');
      await house.together(run(0), run(1));
    } else await run(this.anyProcess())();
    if (how >= 0.1 && how < 0.2) {
      house.faults?.note('clock run twice');
      await run(this.anyProcess())();
    }
  }

  private async work(moment: Moment, newcomers: readonly UnitId[], roll: Chance): Promise<void> {
    const { house, world, root } = this;
    const newcomer = roll.hits(0.6) ? roll.one(newcomers) : undefined;
    const unit = newcomer ?? roll.one(this.orders.upheavals.everybody()) ?? world.top;
    const isAnother = this.orders.upheavals.liesBetween(this.ticked, moment.at);
    if (isAnother) house.faults?.note('deed before the clock');
    const state = await house.seen(root, unit, { at: moment.at, isAnother });
    if (!state) return;
    const character = world.characters.get(unit) ?? 'prompt';
    const request = chooseDeed({ plan: root, unit, state, character, at: moment.at, top: world.top, roll });
    if (!request) return;
    const deed = (): Promise<void> => this.carryOut(request, { moment, state });
    const isBeside = house.faults !== null && house.roll.hits(0.08);
    if (!isBeside) return deed();
    house.faults?.note('command beside the clock');
    const clock = (): Promise<void> =>
      house.insist(1, async ({ clock: runner }) => void (await runner.runUntil(TENANT, moment.at)));
    return house.together(deed, clock);
  }

  private async carryOut(
    request: UnitPlanRequest,
    { moment, state }: { readonly moment: Moment; readonly state: UnitPlanState },
  ): Promise<void> {
    const { house } = this;
    const idempotencyKey = `deed ${moment.index}`;
    try {
      const { position } = await house.insist(0, ({ unitPlans }) =>
        unitPlans.execute(TENANT, request, moment.at, { idempotencyKey }),
      );
      this.wrote = 0;
      this.acknowledged.push({ request, at: moment.at, position });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const what = `${request.command.type} of ${request.unit} at ${moment.at}: ${error.code}`;
      if (await house.recorded(idempotencyKey)) house.violations.push(`recorded, and refused when asked again: ${what}`);
      else if (mustBeAccepted(request, state)) house.violations.push(`refused without a cause: ${what}`);
    }
  }

  private async lowerPlan({ at: now }: Moment, roll: Chance): Promise<void> {
    const unit = roll.one(this.world.middle);
    if (unit === undefined || this.tried.has(unit) || this.orders.upheavals.ended.has(unit)) return;
    this.tried.add(unit);
    const rules = makeLowerPlan(this.rules, unit, now.slice(0, 10) as LocalDate);
    try {
      await this.issue(rules, now);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  async end(): Promise<Lived> {
    const until = at(naiveAdd(this.issuedOn, LENGTH), 0);
    await this.tick(until);
    const { house, world, plans, root, acknowledged, lateFacts } = this;
    const { calendars, withdrawn, asked, upheavals } = this.orders;
    const { ended, moved, heirs, renamed } = upheavals;
    return {
      house,
      world,
      plans,
      root,
      calendars,
      withdrawn,
      asked,
      ended,
      moved,
      heirs,
      renamed,
      acknowledged,
      lateFacts,
      until,
    };
  }
}

/** Work that is open, and in the hands of whoever hands it in, is taken whatever the day. */
function mustBeAccepted({ command, unit, actor }: UnitPlanRequest, state: UnitPlanState): boolean {
  if (actor !== unit) return false;
  if (command.type === 'ReceiveUnitPlan') return true;
  if (command.type === 'SubmitItem') return state.items.get(command.item)?.status !== 'dormant';
  return command.type === 'SubmitReport';
}
