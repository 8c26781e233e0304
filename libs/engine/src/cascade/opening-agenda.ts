import type { Directory, UnitId } from '../ir/directory.js';
import type { Instant } from '../time/local-date.js';
import { beginningOf, paceOf, stretchOf, type Pace, type Stretch } from '../time/stretches.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { Obligations } from '../unit-plan/events.js';
import { assignments, resolver, type Resolver } from './assignment.js';
import { stretchesOfDuty } from './duties.js';
import { isOwnTask, type EffectivePlan } from './effective-plan.js';
import type { CascadeContext } from './cascade-context.js';
import { obligationsBelow, stretchesOfTask } from './obligations.js';
import { addressee, sendersOf } from './report-senders.js';
import { stretchesOfRegime } from './report-stems.js';
import { consolidationRules } from './reports.js';

/** The stretches in which something is opened for a unit, in order. */
export type Stretches = Readonly<Record<Pace, readonly Stretch[]>>;

/** What opens for a unit as time goes on, by what the plan is to it. */
export interface UnitAgenda {
  /** The plan's own reports and duties. */
  readonly reports: Stretches;
  /** These, and the work of the plan's own tasks. */
  readonly own: Stretches;
  /** These, and the work of the tasks that it takes over from above. */
  readonly all: Stretches;
}

type Agenda = ReadonlyMap<UnitId, UnitAgenda>;

const AGENDAS = new WeakMap<EffectivePlan, WeakMap<Directory, Agenda>>();

/**
 * What is opened for whom after a plan's issue; empty for a plan all of whose periods begin in the year of its issue. Found once
 * for a plan and an organisation, at the cost of its senders and holders.
 */
export function openingAgenda(plan: EffectivePlan, { directory, calendar }: CascadeContext): Agenda {
  const agendas = AGENDAS.get(plan) ?? new WeakMap<Directory, Agenda>();
  AGENDAS.set(plan, agendas);
  const known = agendas.get(directory) ?? agendaOf(plan, directory, calendar);
  agendas.set(directory, known);
  return known;
}

/** When a plan opens further periods for anybody, in order. */
export function openingInstants(plan: EffectivePlan, context: CascadeContext): readonly Instant[] {
  const shared = new Set([...openingAgenda(plan, context).values()].map(({ all }) => all));
  const stretches = [...shared].flatMap(({ yearly, monthly }) => [...yearly, ...monthly]);
  return [...new Set(stretches.map(beginningOf))].sort();
}

const NOTHING: Agenda = new Map();

function agendaOf(plan: EffectivePlan, directory: Directory, calendar: WorkingCalendar): Agenda {
  const resolve = resolver(directory, plan.rules.plan.issuer);
  const parts = new Parts(plan, directory);
  for (const regime of plan.rules.regimes) {
    const dues = new Map(
      [...regime.routes, ...consolidationRules(regime)].map(({ due }) => [
        due,
        later(stretchesOfRegime(plan, regime, due), plan),
      ]),
    );
    if ([...dues.values()].every(({ length }) => length === 0)) continue;
    for (const { unit, route } of sendersOf(plan, regime, { directory, resolve }))
      parts.add(unit, dues.get(route.due) ?? [], 'report');
    for (const rule of consolidationRules(regime)) {
      if (addressee(rule.to, rule.by, directory)) parts.add(rule.by, dues.get(rule.due) ?? [], 'report');
    }
  }
  for (const duty of plan.rules.duties) {
    const stretches = later(stretchesOfDuty(plan, duty), plan);
    if (stretches.length === 0) continue;
    for (const unit of resolve.units(duty.units, plan.rules.plan.issuer)) parts.add(unit, stretches, 'report');
  }
  addTasks(plan, { parts, resolve, calendar });
  return parts.size === 0 ? NOTHING : parts.agenda();
}

function addTasks(
  plan: EffectivePlan,
  { parts, resolve, calendar }: { readonly parts: Parts; readonly resolve: Resolver; readonly calendar: WorkingCalendar },
): void {
  const returning = new Map(plan.tasks.map((task) => [task, later(stretchesOfTask(task, calendar), plan)]));
  if ([...returning.values()].every(({ length }) => length === 0)) return;
  for (const { task, holders } of assignments(plan, resolve)) {
    const kind = isOwnTask(plan, task.key) ? 'own' : 'item';
    for (const { unit } of holders) parts.add(unit, returning.get(task) ?? [], kind);
  }
}

/** Those after the plan's day of issue: what begins earlier is derived with it. */
function later(stretches: Iterable<Stretch>, { rules: { plan } }: EffectivePlan): readonly Stretch[] {
  return [...new Set(stretches)].filter((stretch) => stretch > stretchOf(plan.issuedOn, paceOf(stretch)));
}

type Part = 'report' | 'own' | 'item';

/** Lists of stretches by unit. Units share a handful of lists: each combination is joined once. */
class Parts {
  private readonly lists = new Map<readonly Stretch[], string>();
  private readonly byKey = new Map<string, readonly Stretch[]>();
  private readonly units = new Map<UnitId, Readonly<Record<Part, Set<string>>>>();
  private readonly joined = new Map<string, Stretches>();

  constructor(
    private readonly plan: EffectivePlan,
    private readonly directory: Directory,
  ) {}

  get size(): number {
    return this.units.size;
  }

  add(unit: UnitId, list: readonly Stretch[], kind: Part): void {
    if (list.length === 0 || !this.directory.isWithin(unit, this.plan.rules.plan.issuer)) return;
    const key = this.lists.get(list) ?? String(this.lists.size);
    this.lists.set(list, key);
    this.byKey.set(key, list);
    const known = this.units.get(unit) ?? { report: new Set(), own: new Set(), item: new Set() };
    this.units.set(unit, known);
    known[kind].add(key);
  }

  agenda(): Agenda {
    return new Map(
      [...this.units].map(([unit, { report, own, item }]) => [
        unit,
        {
          reports: this.join([...report]),
          own: this.join([...new Set([...report, ...own])]),
          all: this.join([...new Set([...report, ...own, ...item])]),
        },
      ]),
    );
  }

  private join(keys: readonly string[]): Stretches {
    const joint = keys.join();
    const known = this.joined.get(joint);
    if (known) return known;
    const all = [...new Set(keys.flatMap((key) => this.byKey.get(key) ?? []))].sort();
    const stretches = {
      yearly: all.filter((stretch) => paceOf(stretch) === 'yearly'),
      monthly: all.filter((stretch) => paceOf(stretch) === 'monthly'),
    };
    this.joined.set(joint, stretches);
    return stretches;
  }
}

interface Derived {
  readonly directory: Directory;
  readonly calendar: string;
  readonly stretch: Stretch;
  readonly owed: ReadonlyMap<UnitId, Obligations>;
}

const DERIVED = new WeakMap<EffectivePlan, Derived[]>();
/** Derivations kept for a plan: unit plans are woken stretch by stretch, a year and its January at once. */
const KEPT = 3;

/** What a plan adds for everybody in one stretch. Derived once, for all the unit plans that are woken one after another. */
export function openedIn(
  plan: EffectivePlan,
  stretch: Stretch,
  { directory, calendar }: CascadeContext,
): ReadonlyMap<UnitId, Obligations> {
  const kept = DERIVED.get(plan) ?? [];
  const known = kept.find(
    (each) => each.stretch === stretch && each.directory === directory && each.calendar === calendar.version,
  );
  if (known) return known.owed;
  const owed = obligationsBelow(plan, { directory, calendar, opening: { only: stretch } });
  DERIVED.set(plan, [{ directory, calendar: calendar.version, stretch, owed }, ...kept].slice(0, KEPT));
  return owed;
}
