import type { UnitId } from '../../ir/directory.js';
import type { LocalDate } from '../../time/local-date.js';
import type {
  DerivedDuty,
  DerivedItem,
  DerivedReport,
  Inherited,
  InheritedClock,
  ObligationKey,
} from '../../unit-plan/events.js';
import type { DutyState, ItemState, ReportState, UnitPlanState } from '../../unit-plan/state.js';
import { jointOf, receiverOf, resolverOf, sendToOf } from './addresses.js';
import { isOpenDuty, isOpenItem, isOpenReport, type Left } from './estate.js';
import { inputsOf } from './inputs.js';
import { wayOf } from './routes.js';
import type { World } from './world.js';

/** A successor, and what it has on its own hands under the plan. */
export interface Heir {
  readonly unit: UnitId;
  readonly own: UnitPlanState | undefined;
  readonly world: World;
  /** Keys of what comes over under a name of its own: no two get the same one. */
  readonly named: Set<string>;
}

/** What is one and the same wherever it comes from: at least one of them. */
export type Same<T> = readonly [Left<T>, ...Left<T>[]];

interface Owed {
  readonly id: string;
  readonly due: LocalDate | null;
  readonly inherited?: readonly Inherited[];
  /** What a report that is asked for once is about. */
  readonly asked?: string;
}

/**
 * What makes the work of several units one where it goes: the same task and period, or the same question. What goes by a name of
 * its own since an earlier change (`1~2`) is of the task that it was of before.
 */
export const sameness = ({ id, asked }: Pick<Owed, 'id' | 'asked'>): string => JSON.stringify([stem(id), asked ?? null]);

const stem = (id: string): string => id.replace(/~\d+$/, '');

interface Joined<T extends Owed> {
  /** The id there: the same, or where work of that id has been done already, one for the rest. */
  readonly id: T['id'];
  /** All that becomes one: what the heir has open of the kind first. */
  readonly all: readonly [T, ...T[]];
  readonly inherited: readonly Inherited[];
}

interface Own<T> {
  readonly kind: 'item' | 'report' | 'duty';
  readonly held: ReadonlyMap<string, T> | undefined;
  isOpen(what: T): boolean;
}

function join<T extends Owed>(left: Same<T>, { kind, held, isOpen }: Own<T>, { named }: Heir): Joined<T> {
  const same = sameness(left[0].what);
  const own = held?.values().find((each) => sameness(each) === same && isOpen(each));
  const theirs = left.map(({ what }) => what) as [T, ...T[]];
  const traces = left.map(({ unit, what }) => ({ unit, obligation: `${kind} ${what.id}` as ObligationKey, due: what.due }));
  if (own) return { id: own.id, all: [own, ...theirs], inherited: [...(own.inherited ?? []), ...traces] };
  const id = freeId(stem(left[0].what.id), (each) => held?.has(each) || named.has(`${kind} ${each}`));
  named.add(`${kind} ${id}`);
  return { id, all: theirs, inherited: traces };
}

/** The id itself, or the first of its kind that nothing bears yet. */
function freeId(id: string, isTaken: (id: string) => boolean | undefined): string {
  if (!isTaken(id)) return id;
  let part = 2;
  while (isTaken(`${id}~${part}`)) part += 1;
  return `${id}~${part}`;
}

/**
 * The same task and period of several units is one item where they go. Nobody loses time by it: the latest of the open dates
 * counts, and a clock that stands still before any date.
 */
export function mergedItem(
  left: Same<ItemState>,
  heir: Heir,
): { readonly item: DerivedItem; readonly clock: InheritedClock | null } {
  const { id, all, inherited } = join(left, { kind: 'item', held: heir.own?.items, isOpen: isOpenItem }, heir);
  const leading = all.reduce((best, each) => (weight(each) > weight(best) ? each : best));
  const { task, source, period, kind, due, time, awaits, estimate, explains } = leading;
  const resolver = resolverOf(leading, heir.world);
  const jointLeads = new Set([...jointOf(leading, heir), ...left.flatMap((each) => each.joint)]);
  jointLeads.delete(heir.unit);
  const item: DerivedItem = {
    id,
    task,
    source,
    period,
    kind,
    due,
    receiver: receiverOf(leading, heir),
    jointLeads: [...jointLeads],
    ...(time !== undefined && { time }),
    ...(awaits !== undefined && { awaits }),
    ...(estimate !== undefined && { estimate }),
    ...(resolver !== null && { resolver }),
    ...(explains !== undefined && { explains }),
    inherited,
  };
  return { item, clock: left.some(({ what }) => what === leading) ? clockOf(item, leading, all) : null };
}

/** A clock that stands still goes before every date, the later date before the earlier, any before none. */
const weight = ({ status, due }: ItemState): string => `${status === 'suspended' ? 1 : 0}${due ?? ''}`;

/** A date that others had otherwise, or that ran from its receipt there, stands as it is handed over. */
function clockOf({ id, due }: DerivedItem, leading: ItemState, all: readonly ItemState[]): InheritedClock | null {
  const { startedOn, suspensions, status, receivedAt, kind, awaits } = leading;
  const isAgreed = due !== null && (all.some((each) => each.due !== due) || (receivedAt !== null && kind === 'within'));
  const basis = isAgreed ? 'document' : leading.basis;
  const suspended = status === 'suspended';
  const isAtBeginning = basis === 'rule' && startedOn === null && suspensions.length === 0 && !suspended;
  if (isAtBeginning && (awaits === undefined || due === null)) return null;
  return { item: id, basis, startedOn, suspensions, suspended };
}

const latestDue = (all: readonly Owed[]): LocalDate | null =>
  all.reduce<LocalDate | null>((latest, { due }) => (latest === null || (due !== null && due > latest) ? due : latest), null);

/** The same report of several units is one; null where nobody is left to send it to. */
export function mergedReport(left: Same<ReportState>, heir: Heir): DerivedReport | null {
  const { unit, own, world } = heir;
  const before = world.after.succession(left[0].unit)?.last;
  const way = before ? wayOf(left[0].what, { unit, before }, world) : null;
  if (!way) return null;
  const { id, all, inherited } = join(left, { kind: 'report', held: own?.reports, isOpen: isOpenReport }, heir);
  const { regime, source, period, from, until, consolidated, time, serves, into, asked } = left[0].what;
  const { viaNext, ...hops } = way;
  const theirs = left.map(({ unit: by, what: report }) => ({ by, report }));
  const holders = all.length > left.length ? [{ by: unit, report: all[0] }, ...theirs] : theirs;
  return {
    ...hops,
    id,
    regime,
    source,
    period,
    from,
    until,
    due: latestDue(all),
    consolidated,
    inputs: [...new Set(holders.flatMap((held) => inputsOf(held, world)))],
    ...(viaNext.length > 0 && { viaNext }),
    ...(time !== undefined && { time }),
    ...(serves !== undefined && { serves }),
    ...(into !== undefined && { into }),
    ...(asked !== undefined && { asked }),
    inherited,
  };
}

/** The same duty of several units is one. */
export function mergedDuty(left: Same<DutyState>, heir: Heir): DerivedDuty {
  const { id, all, inherited } = join(left, { kind: 'duty', held: heir.own?.duties, isOpen: isOpenDuty }, heir);
  const { source, year } = left[0].what;
  return {
    id,
    source,
    due: latestDue(all),
    sendTo: sendToOf(left[0].what, heir),
    ...(year !== undefined && { year }),
    inherited,
  };
}
