import type { UnitPlanRequest } from '#workflow';
import type {
  DocumentRef,
  Instant,
  ItemState,
  LocalDate,
  PlanId,
  ReportState,
  UnitId,
  UnitPlanCommand,
  UnitPlanState,
} from '#engine';
import type { Chance } from './chance.js';
import { naiveAdd } from './naive-dates.js';
import type { Character } from './world.js';

/** What a person does on one occasion. */
export interface Occasion {
  readonly plan: PlanId;
  readonly unit: UnitId;
  readonly state: UnitPlanState;
  readonly character: Character;
  readonly at: Instant;
  readonly top: UnitId;
  readonly roll: Chance;
}

/** What a unit, whoever judges its work, or whoever issues documents about it does now; nothing where there is nothing to do. */
export function chooseDeed(occasion: Occasion): UnitPlanRequest | undefined {
  const { roll, plan, unit } = occasion;
  const kind = roll.next();
  const chosen = kind < 0.6 ? workOn(occasion) : kind < 0.82 ? judge(occasion) : order(occasion);
  return chosen && { plan, unit, ...chosen };
}

type Chosen = Pick<UnitPlanRequest, 'actor' | 'command'>;

const OPEN: ReadonlySet<string> = new Set(['assigned', 'received', 'in-progress', 'returned']);
const PATIENCE: Readonly<Record<Character, number>> = { prompt: 20, late: -1, never: -400 };

function workOn({ state, character, roll, at, unit }: Occasion): Chosen | undefined {
  const today = at.slice(0, 10) as LocalDate;
  const items = [...state.items.values()].filter(({ status }) => OPEN.has(status));
  const mine = (command: UnitPlanCommand): Chosen => ({ actor: unit, command });
  if (items.some(({ status }) => status === 'assigned') && roll.hits(character === 'prompt' ? 0.4 : 0.1))
    return mine({ type: 'ReceiveUnitPlan' });
  const horizon = naiveAdd(today, PATIENCE[character]);
  const urgent = items.filter(({ due, kind }) => kind !== 'standing' && due !== null && due <= horizon);
  const reports = [...state.reports.values()].filter(
    ({ status, due }) => (status === 'expected' || status === 'returned') && due !== null && due <= horizon,
  );
  const report = roll.hits(0.4) ? roll.one(reports) : undefined;
  if (report) return mine({ type: 'SubmitReport', report: report.id, content: 'figures', received: [], missing: [] });
  const item = roll.one(urgent);
  if (item) return mine({ type: 'SubmitItem', item: item.id, note: null });
  const any = roll.one(items);
  if (any && character === 'prompt') return mine({ type: 'StartItem', item: any.id });
  return any && character === 'late' && roll.hits(0.2) ? mine({ type: 'ReceiveItem', item: any.id }) : undefined;
}

function judge({ state, roll }: Occasion): Chosen | undefined {
  const report = roll.one([...state.reports.values()].filter(({ status }) => status === 'submitted'));
  if (report && roll.hits(0.5)) return judged(report.to, report, roll);
  const item = roll.one([...state.items.values()].filter(({ status }) => status === 'submitted'));
  const actor = item?.receiver ?? state.acceptors[0];
  if (!item || actor === undefined) return report && judged(report.to, report, roll);
  const command: UnitPlanCommand = roll.hits(0.7)
    ? { type: 'AcceptItem', item: item.id }
    : { type: 'ReturnItem', item: item.id, reason: 'again' };
  return { actor, command };
}

const judged = (actor: UnitId, { id }: ReportState, roll: Chance): Chosen => ({
  actor,
  command: roll.hits(0.7) ? { type: 'AcceptReport', report: id } : { type: 'ReturnReport', report: id, reason: 'again' },
});

/** A superior's document. */
function order(occasion: Occasion): Chosen | undefined {
  const { state, roll, at, top } = occasion;
  const today = at.slice(0, 10) as LocalDate;
  const document: DocumentRef = { number: '9/QĐ', date: today, issuer: top };
  const item = roll.one(
    [...state.items.values()].filter(({ status, kind }) => OPEN.has(status) || status === 'suspended' || kind === 'as-regulated'),
  );
  const report = roll.one([...state.reports.values()].filter(({ status, due }) => status === 'expected' && due !== null));
  if (report && roll.hits(0.25)) {
    const to = naiveAdd(report.due ?? today, roll.between(1, 25));
    return { actor: report.to, command: { type: 'ExtendReport', report: report.id, to, document } };
  }
  const actor = state.acceptors[0];
  if (actor !== undefined && roll.hits(0.08)) {
    const due = naiveAdd(today, roll.between(1, 40));
    return { actor, command: { type: 'RequestReport', title: 'figures', due, time: hourOf(roll), document: null } };
  }
  const command = item && actor !== undefined ? orderOn(item, { today, document, roll }) : undefined;
  return command && actor !== undefined ? { actor, command } : undefined;
}

interface Ordering {
  readonly today: LocalDate;
  readonly document: DocumentRef;
  readonly roll: Chance;
}

function orderOn(item: ItemState, { today, document, roll }: Ordering): UnitPlanCommand | undefined {
  if (item.status === 'suspended')
    return { type: 'ResumeItem', item: item.id, on: laterOf(today, item.suspensions.at(-1)?.from ?? today), document };
  if (item.kind === 'standing') return undefined;
  if (item.due === null) return { type: 'ResolveDeadline', item: item.id, due: naiveAdd(today, roll.between(5, 60)), document };
  const kind = roll.next();
  if (kind < 0.6)
    return { type: 'ExtendDeadline', item: item.id, to: naiveAdd(laterOf(item.due, today), roll.between(1, 40)), document };
  if (kind < 0.9) {
    const until = roll.hits(0.6) ? naiveAdd(today, roll.between(1, 30)) : null;
    return { type: 'SuspendItem', item: item.id, from: today, until, document };
  }
  return { type: 'WithdrawItem', item: item.id, reason: 'no longer needed', document };
}

/** Half of what is asked for has an hour. */
export const hourOf = (roll: Chance): never => (roll.hits(0.5) ? '11:30' : null) as never;

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
