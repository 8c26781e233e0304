import type { UnitEntry, UnitId } from '../../ir/directory.js';
import type { Handover, ObligationKey, Obligations } from '../../unit-plan/events.js';
import {
  CLOSED_ITEM,
  CLOSED_REPORT,
  type DutyState,
  type ItemState,
  type ReportState,
  type UnitPlanState,
} from '../../unit-plan/state.js';
import { beganOn, isMetAlready } from '../../unit-plan/own-plans.js';
import { alike, destinationOf, dutyHolding, itemHolding, reportHolding, type Destination } from './holdings.js';
import { wayOf } from './routes.js';
import { reportKey, type Unresolved, type World } from './world.js';

/** One obligation on its way from the unit that had it. */
export interface Left<T> {
  readonly unit: UnitId;
  readonly what: T;
  readonly joint: readonly UnitId[];
}

/** What comes to one unit from those that are no more. */
export interface Estate {
  readonly from: Set<UnitId>;
  readonly items: Left<ItemState>[];
  readonly reports: Left<ReportState>[];
  readonly duties: Left<DutyState>[];
  /** What it leads jointly with the unit that the item went to. */
  readonly led: Obligations['joint'][number][];
}

/** What each unit that is no more leaves, and who gets what. */
export interface Estates {
  readonly byUnit: ReadonlyMap<UnitId, Estate>;
  readonly handovers: ReadonlyMap<UnitId, readonly Handover[]>;
  readonly unresolved: readonly Unresolved[];
}

/** What is handed in stays where it was done: it may be accepted, and nobody is asked for it again. */
export const isOpenItem = ({ status }: ItemState): boolean => !CLOSED_ITEM.has(status) && status !== 'submitted';
export const isOpenReport = ({ status }: ReportState): boolean => !CLOSED_REPORT.has(status) && status !== 'submitted';
export const isOpenDuty = ({ ended, fulfilledAt }: DutyState): boolean => ended === null && fulfilledAt === null;

/** Distributes the open work of every unit that is no more. Linear in it. */
export function distribute(world: World): Estates {
  const byUnit = new Map<UnitId, Estate>();
  const handovers = new Map<UnitId, readonly Handover[]>();
  const unresolved: Unresolved[] = [];
  for (const unit of [...world.states.keys()].sort()) {
    const state = world.states.get(unit);
    const last = world.after.units.has(unit) ? undefined : world.after.succession(unit)?.last;
    if (!state || !last || state.transferredAt !== null) continue;
    const found = new Leaving(last, state, { world, byUnit }).all();
    handovers.set(unit, found);
    for (const { obligation, reason } of found) if (reason === 'no-successor') unresolved.push({ unit, obligation, reason });
  }
  return { byUnit, handovers, unresolved };
}

interface Among {
  readonly world: World;
  readonly byUnit: Map<UnitId, Estate>;
}

/** One unit's open work, and where it goes. */
class Leaving {
  readonly #found: Handover[] = [];

  constructor(
    private readonly last: UnitEntry,
    private readonly state: UnitPlanState,
    private readonly among: Among,
  ) {}

  all(): readonly Handover[] {
    const { last, state, among } = this;
    const { world } = among;
    // Who takes its place is known under the plan, even where nothing is open today: later periods reach it so.
    for (const unit of alike(last, world)) this.#estateOf(unit);
    for (const item of [...state.items.values()].filter(isOpenItem)) this.#item(item);
    for (const report of [...state.reports.values()].filter(isOpenReport)) this.#report(report);
    for (const duty of [...state.duties.values()].filter(isOpenDuty)) this.#duty(duty);
    return this.#found;
  }

  #item(item: ItemState): void {
    const { last, among } = this;
    const destination = destinationOf(itemHolding(item, last, among.world), last, among.world);
    this.#hand(`item ${item.id}`, destination);
    const { to, joint } = destination;
    for (const heir of to) this.#estateOf(heir).items.push({ unit: last.id, what: item, joint });
    for (const other of joint) {
      for (const accountable of to) this.#estateOf(other).led.push({ task: item.task, source: item.source, accountable });
    }
  }

  /** What sums up others' reports ends with its unit, unless another takes its place as what it was. */
  #report(report: ReportState): void {
    const { last, among } = this;
    const { world } = among;
    const sumsUp = report.consolidated || report.inputs.length > 0;
    const heirs = sumsUp ? alike(last, world).slice(0, report.consolidated ? 1 : undefined) : [];
    const ended: Destination = { to: heirs, joint: [], reason: heirs.length > 0 ? 'succeeded' : 'consolidation-ended' };
    const found = sumsUp ? ended : destinationOf(reportHolding(report, last, world), last, world);
    const to = found.to.filter((unit) => wayOf(report, { unit, before: last }, world) !== null);
    const reason = to.length === 0 && found.to.length > 0 ? 'no-addressee' : found.reason;
    this.#hand(`report ${report.id}`, { to, joint: [], reason });
    world.reportsTo.set(reportKey(last.id, report), to);
    for (const heir of to) this.#estateOf(heir).reports.push({ unit: last.id, what: report, joint: [] });
  }

  /** Who has issued a plan of its own for the year has nothing left to issue, whoever asks for it next. */
  #duty(duty: DutyState): void {
    const { last, among } = this;
    const found = destinationOf(dutyHolding(duty, last, among.world), last, among.world);
    const open = found.to.filter((unit) => {
      const heir = among.world.states.get(unit);
      return !heir || !isMetAlready(heir, duty, beganOn(duty));
    });
    const reason = open.length === 0 && found.to.length > 0 ? 'own-plan-issued' : found.reason;
    this.#hand(`duty ${duty.id}`, { to: open, joint: [], reason });
    for (const to of open) this.#estateOf(to).duties.push({ unit: last.id, what: duty, joint: [] });
  }

  #hand(obligation: string, { to, reason }: Destination): void {
    this.#found.push({ obligation: obligation as ObligationKey, to, reason });
  }

  #estateOf(unit: UnitId): Estate {
    const { byUnit } = this.among;
    const estate = byUnit.get(unit) ?? { from: new Set<UnitId>(), items: [], reports: [], duties: [], led: [] };
    byUnit.set(unit, estate);
    estate.from.add(this.last.id);
    return estate;
  }
}
