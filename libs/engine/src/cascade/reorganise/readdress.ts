import type { UnitEntry, UnitId } from '../../ir/directory.js';
import { lastInstant } from '../../time/due-instant.js';
import type { Instant } from '../../time/local-date.js';
import type { ObligationKey, UnitPlanReaddressed } from '../../unit-plan/events.js';
import type { ItemState, ReportState, UnitPlanState } from '../../unit-plan/state.js';
import { CLOSED_ITEM, CLOSED_REPORT } from '../../unit-plan/state.js';
import { handsOf, heirOf, heirsOf } from '../heirs.js';
import { jointOf, receiverOf, resolverOf, sendToOf } from './addresses.js';
import { isOpenDuty, isOpenReport } from './estate.js';
import { inputsOf } from './inputs.js';
import { redirectedInputs, redirectionsOf, type Redirections } from './redirections.js';
import { wayOf } from './routes.js';
import type { Header } from './standing-orders.js';
import type { World } from './world.js';

type Data = UnitPlanReaddressed['data'];
type Route = Data['reports'][number];

/**
 * What a reorganisation changes for a unit that goes on: who judges it, gets its results, its reports and its plan; undefined where
 * nothing does. What nobody is left to receive ends.
 */
export function readdressed(state: UnitPlanState, header: Header, world: World): Data | undefined {
  const { unit } = state;
  const [was, is] = [world.before.units.get(unit), world.after.units.get(unit)];
  if (!was || !is) return undefined;
  const at: Staying = { unit, was, world, isMoved: was.superior !== is.superior };
  const live = [...state.reports.values()].filter(({ status }) => !CLOSED_REPORT.has(status));
  const reports = live.map((report) => ({ report, route: routeOf(report, at) }));
  const data: Data = {
    ...header,
    items: [...state.items.values()].filter(({ status }) => !CLOSED_ITEM.has(status)).flatMap((item) => itemChange(item, at)),
    joint: jointlyOf(state, world),
    reports: reports.flatMap(({ report, route }) => (route && !isSame(report, route) ? [route] : [])),
    duties: [...state.duties.values()].filter(isOpenDuty).flatMap((duty) => {
      const sendTo = affects([duty.sendTo], at) ? sendToOf(duty, at) : duty.sendTo;
      return sendTo === duty.sendTo ? [] : [{ duty: duty.id, sendTo }];
    }),
    closed: reports.flatMap(({ report, route }) =>
      route ? [] : [{ obligation: `report ${report.id}` as ObligationKey, reason: 'no-addressee' }],
    ),
  };
  return changesNothing(data, state) ? undefined : data;
}

/**
 * What a reorganisation changes for what a unit that is no more has handed in: who judges it, where some of those are no more
 * either; undefined where nothing does.
 */
export function readdressedLeft(state: UnitPlanState, world: World): Data | undefined {
  const items = [...state.items.values()].filter(({ status }) => status === 'submitted');
  const reports = [...state.reports.values()].filter(({ status }) => status === 'submitted');
  if (items.length === 0 && reports.length === 0) return undefined;
  const routes = reports.map((report) => ({ report, route: { ...wayAsHandedIn(report, world), inputs: report.inputs } }));
  const data: Data = {
    acceptors: heirsOf(state.acceptors, world.after),
    provisional: state.provisional,
    items: items.flatMap(({ id, receiver, jointLeads, resolver = null }) => {
      const heir = receiver && (heirOf(receiver, world.after) ?? receiver);
      return heir === receiver ? [] : [{ item: id, receiver: heir, jointLeads, resolver }];
    }),
    joint: null,
    reports: routes.flatMap(({ report, route }) => (isSame(report, route) ? [] : [route])),
    duties: [],
    closed: [],
  };
  return changesNothing(data, state) ? undefined : data;
}

/** What is handed in stays with whom it went to, or goes on to whoever answers in their place. */
function wayAsHandedIn({ id, to, via, viaNext = [], copies }: ReportState, { after }: World): Omit<Route, 'inputs'> {
  const heir = heirOf(to, after) ?? to;
  const [first = null, ...next] = heirsOf([...(via ? [via] : []), ...viaNext], after).filter((hop) => hop !== heir);
  return { report: id, to: heir, via: first, viaNext: next, copies: heirsOf(copies, after) };
}

interface Staying {
  readonly unit: UnitId;
  readonly was: UnitEntry;
  readonly world: World;
  readonly isMoved: boolean;
}

/** Is there anything to look up anew: the unit has another superior, or some of those concerned are no more? */
const affects = (units: readonly (UnitId | null | undefined)[], { world, isMoved }: Staying): boolean =>
  isMoved || units.some((unit) => unit && !world.after.units.has(unit));

function itemChange(item: ItemState, at: Staying): Data['items'] {
  if (!affects([item.receiver, item.resolver, ...item.jointLeads], at)) return [];
  const [receiver, jointLeads, resolver] = [receiverOf(item, at), jointOf(item, at), resolverOf(item, at.world)];
  const isSameItem = receiver === item.receiver && resolver === (item.resolver ?? null) && areSame(jointLeads, item.jointLeads);
  return isSameItem ? [] : [{ item: item.id, receiver, jointLeads, resolver }];
}

/** Null where nobody is left to send it to. */
function routeOf(report: ReportState, at: Staying): Route | null {
  const inputs = inputsOf({ by: at.unit, report }, at.world);
  const way = wayFor(report, at);
  if (!way || !isOpenReport(report)) return way && { ...way, inputs };
  if (hasPassed(report, at.world.at)) return { ...way, inputs };
  return { ...way, inputs: redirectedInputs({ by: at.unit, report, to: way.to, inputs }, redirectionsIn(at.world)) };
}

/** What sums up nothing does not close: its day passes all the same. */
const hasPassed = ({ due, time, closed }: ReportState, at: Instant): boolean =>
  closed !== null || (due !== null && lastInstant(due, time) <= at);

/** By world: what goes to somebody else, found once. */
const REDIRECTIONS = new WeakMap<World, Redirections>();

function redirectionsIn(world: World): Redirections {
  const known = REDIRECTIONS.get(world);
  if (known) return known;
  const found = redirectionsOf(world, (unit, report) => {
    const [was, is] = [world.before.units.get(unit), world.after.units.get(unit)];
    return was && is ? (wayFor(report, { unit, was, world, isMoved: was.superior !== is.superior })?.to ?? null) : null;
  });
  REDIRECTIONS.set(world, found);
  return found;
}

/** Null where nobody is left to send it to. */
function wayFor(report: ReportState, at: Staying): Omit<Route, 'inputs'> | null {
  if (!isOpenReport(report)) return wayAsHandedIn(report, at.world);
  const { to, via, viaNext = [], copies } = report;
  const concerned = affects([to, via, ...viaNext, ...copies], at);
  const found = concerned ? wayOf(report, { unit: at.unit, before: at.was }, at.world) : null;
  // A way that leads where it should, over units that stand, is not looked for again.
  const isWhole = [via, ...viaNext, ...copies].every((unit) => unit === null || at.world.after.units.has(unit));
  const isKept = !concerned || (isWhole && found?.to === to);
  const way = isKept ? { to, via, viaNext, copies } : found;
  return way && { report: report.id, ...way };
}

const isSame = (report: ReportState, route: Route): boolean =>
  report.to === route.to &&
  report.via === route.via &&
  areSame(report.viaNext ?? [], route.viaNext) &&
  areSame(report.copies, route.copies) &&
  areSame(report.inputs, route.inputs);

const areSame = (some: readonly UnitId[], others: readonly UnitId[]): boolean =>
  some === others || (some.length === others.length && some.every((unit, at) => unit === others[at]));

/** Tasks that the unit leads with others: each under whoever now answers for it. Null where that is as before. */
function jointlyOf({ joint, unit }: UnitPlanState, { after }: World): Data['joint'] {
  if (joint.every(({ accountable }) => after.units.has(accountable))) return null;
  return joint.flatMap((task) => {
    const [accountable = task.accountable] = handsOf(task.accountable, after);
    return accountable === unit ? [] : [{ ...task, accountable }];
  });
}

const changesNothing = (data: Data, state: UnitPlanState): boolean =>
  data.provisional === state.provisional &&
  areSame(data.acceptors, state.acceptors) &&
  data.joint === null &&
  [data.items, data.reports, data.duties, data.closed].every((list) => list.length === 0);
