import {
  foldUnitPlan,
  startOfDay,
  unitPlanStream,
  type Actor,
  type DeadlineRule,
  type EscalationRule,
  type Instant,
  type ItemId,
  type LocalDate,
  type OrganisationEvent,
  type PlanId,
  type PlanRules,
  type RegimeRule,
  type ReportId,
  type TaskRule,
  type Tier,
  type UnitId,
  type UnitKind,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import { type EventStore, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { VIETNAM_CALENDAR } from '#organisation';
import type { UnitPlanRequest } from './unit-plan-service.js';
import { createWorkflow, type Workflow } from './workflow.js';

export const TENANT = 'vn';
export const TOP = 'vn' as UnitId;
const FOCAL = 'vn.so-noi-vu' as UnitId;
const PLACE = { start: 0, end: 1, line: 1, column: 1 };

/** Founds a unit named after its id: a department of the interior where the id says so, else a committee. */
export const unit = (id: string, superior: string | null, tier: Tier): OrganisationEvent => ({
  type: 'UnitFounded',
  data: {
    id: id as UnitId,
    name: id,
    aliases: [],
    localName: null,
    tier,
    kind: id.endsWith('noi-vu') ? 'professional-agency' : 'peoples-committee',
    superior: superior as UnitId | null,
    from: '2021-01-01' as LocalDate,
  },
});

export const each = (tier: Tier, kind: UnitKind = 'peoples-committee'): Actor => ({
  kind: 'each',
  name: tier,
  of: { kind, tier },
});
export const by = (date: string): DeadlineRule => ({ kind: 'by', date: date as LocalDate });
export const task = (no: string, leads: readonly Actor[], deadline: DeadlineRule): TaskRule => ({
  no,
  section: null,
  title: `Task ${no}`,
  leads,
  supports: [],
  deadline,
  report: null,
  deliverable: null,
  refines: null,
  place: PLACE,
});

const route = (tier: Tier, via: RegimeRule['routes'][number]['via']): RegimeRule['routes'][number] => ({
  from: [each(tier)],
  to: { kind: 'superior' },
  via,
  copies: [],
  due: null,
  place: PLACE,
});

/** Every tier reports to the one above, through the interior office there; the Government's sums up. */
const REGIME: RegimeRule = {
  id: '1',
  title: 'Progress',
  periods: ['H1', '9M', 'Y'],
  due: { day: 15, exclusive: true },
  routes: [
    route('commune', { kind: 'local', name: 'Phòng Nội vụ' }),
    route('district', { kind: 'local', name: 'Sở Nội vụ' }),
    route('province', { kind: 'unit', unit: FOCAL }),
  ],
  consolidation: { by: FOCAL, to: { kind: 'unit', unit: TOP }, due: null, place: PLACE },
  place: PLACE,
};

const STEP: EscalationRule = {
  step: 'after-1d',
  when: 'after',
  amount: 1,
  unit: 'day',
  actions: [{ action: 'notify', target: { kind: 'superior' } }],
  place: PLACE,
};

/** A plan of the Government for all tiers. */
export const rulesOf = (number: string, issuedOn: string, tasks: readonly TaskRule[]): PlanRules => ({
  irVersion: 1,
  plan: { issuer: TOP, number, issuedOn: issuedOn as LocalDate },
  title: 'Plan',
  focal: FOCAL,
  horizon: '2025-12-31' as LocalDate,
  implements: null,
  inheritsAll: false,
  omits: [],
  sections: [],
  tasks,
  duties: [{ id: '1', units: [each('district')], deadline: by('2025-08-01'), sendTo: { kind: 'superior' }, place: PLACE }],
  regimes: [REGIME],
  escalation: [STEP],
  place: PLACE,
});

/** Work at every tier: of classes, of named units, returning, standing, and one that is late by the day of the change. */
export const WORK: readonly TaskRule[] = [
  task('1', [each('commune')], by('2025-09-30')),
  task('2', [each('district')], by('2025-08-15')),
  task('3', [each('province', 'professional-agency')], by('2025-10-31')),
  task('4', [each('commune')], { kind: 'recurring', every: 'quarter' }),
  task('5', [each('district', 'chair')], by('2025-12-15')),
  task(
    '6',
    [
      { kind: 'unit', unit: 'vn-10.so-tu-phap' as UnitId },
      { kind: 'unit', unit: 'vn-15.so-tu-phap' as UnitId },
    ],
    by('2025-11-30'),
  ),
  task('7', [each('commune')], by('2025-06-20')),
  task('8', [each('province')], { kind: 'standing' }),
  task('9', [{ kind: 'unit', unit: 'vn-10.086.phong-noi-vu' as UnitId }], by('2025-12-01')),
];

/** Work of a plan that is issued after the day of the change. */
export const LATER: readonly TaskRule[] = [
  task('1', [each('commune')], by('2025-11-30')),
  task('2', [each('district')], by('2025-11-30')),
];

/** An organisation below the Government, with the calendar. */
export async function country(
  units: readonly OrganisationEvent[],
  store: EventStore = new InMemoryEventStore(),
): Promise<Workflow> {
  const workflow = createWorkflow(store);
  const at = startOfDay('2025-01-01' as LocalDate);
  await workflow.organisation.record(TENANT, units, at);
  await workflow.organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, at);
  return workflow;
}

/** Issues a plan that was read elsewhere. */
export async function issue({ store, plans }: Workflow, rules: PlanRules, at: Instant): Promise<PlanId> {
  const hash = `hash-${rules.plan.number}`;
  const event = { type: 'RulesPublished', v: 1, data: { hash, text: '', rules }, because: null, at, actor: TOP };
  await store.append(TENANT, [{ stream: `rules/${hash}`, expected: 0, events: [event] }]);
  return (await plans.issue(TENANT, { hash, actor: TOP }, at)).plan;
}

/** A number from 0 to 99 that a unit's name always gives. */
const chance = (unit: string, salt: string): number => {
  let hash = 7;
  for (const sign of `${salt}/${unit}`) hash = (hash * 31 + sign.charCodeAt(0)) % 1_000_003;
  return hash % 100;
};

/** What people have done by the day of the change: some early, some late, some never; some were given more time. */
export async function liveThrough(workflow: Workflow, plan: PlanId, states: ReadonlyMap<UnitId, UnitPlanState>): Promise<void> {
  const document = { number: '9/CV', date: '2025-06-10' as LocalDate, issuer: TOP };
  const requests: UnitPlanRequest[] = [];
  for (const [unit, { items, reports, acceptors }] of states) {
    const judge = acceptors[0] ?? TOP;
    const act = (actor: UnitId, command: UnitPlanRequest['command']): void => void requests.push({ plan, unit, actor, command });
    for (const { id, kind } of items.values()) {
      const lot = chance(unit, id);
      if (kind === 'standing') continue;
      if (lot < 30) act(unit, { type: 'SubmitItem', item: id, note: null });
      if (lot < 15) act(judge, { type: 'AcceptItem', item: id });
      if (lot >= 15 && lot < 18) act(judge, { type: 'ReturnItem', item: id, reason: 'incomplete' });
      if (lot >= 90) act(judge, { type: 'ExtendDeadline', item: id, to: '2025-12-20' as LocalDate, document });
    }
    const half = [...reports.keys()].find((id) => id.endsWith('@2025-H1')) as ReportId | undefined;
    if (half !== undefined && chance(unit, half) < 60)
      act(unit, { type: 'SubmitReport', report: half, content: 'sent', received: [], missing: [] });
  }
  await workflow.unitPlans.executeBatch(TENANT, requests, '2025-06-12T08:00:00+07:00' as Instant);
}

/** Every unit plan of a plan, as it stood at an instant: folded from the log and from nothing else. */
export async function statesAt({ store }: Workflow, plan: PlanId, until: Instant): Promise<Map<UnitId, UnitPlanState>> {
  const prefix = unitPlanStream(plan, '' as UnitId);
  const byStream = new Map<string, RecordedEvent[]>();
  for (let after = 0; ; ) {
    const events = await store.readAll(TENANT, after, 50_000);
    const last = events.at(-1);
    if (!last) break;
    for (const event of events) {
      if (!event.stream.startsWith(prefix) || event.at > until) continue;
      const known = byStream.get(event.stream);
      if (known) known.push(event);
      else byStream.set(event.stream, [event]);
    }
    after = last.position;
  }
  return new Map(
    [...byStream].map(([stream, events]) => [
      stream.slice(prefix.length) as UnitId,
      foldUnitPlan(events as unknown as readonly UnitPlanEvent[]),
    ]),
  );
}

/** Keys of what a unit has open, each with its due date. */
export function openOf({ items, reports, duties }: UnitPlanState): ReadonlyMap<string, LocalDate | null> {
  const open = new Map<string, LocalDate | null>();
  const ended = ['completed', 'cancelled', 'transferred', 'submitted', 'accepted'];
  for (const { id, status, due } of items.values()) if (!ended.includes(status)) open.set(`item ${id}`, due);
  for (const { id, status, due } of reports.values()) if (!ended.includes(status)) open.set(`report ${id}`, due);
  for (const { id, fulfilledAt, ended: end, due } of duties.values()) if (!fulfilledAt && !end) open.set(`duty ${id}`, due);
  return open;
}

/** What carries on an obligation, and whose it was. */
export function inheritedBy(
  state: UnitPlanState,
  key: string,
): readonly { readonly unit: UnitId; readonly obligation: string }[] {
  const [kind = '', id = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  if (kind === 'item') return state.items.get(id as ItemId)?.inherited ?? [];
  return (kind === 'report' ? state.reports.get(id as ReportId) : state.duties.get(id))?.inherited ?? [];
}
