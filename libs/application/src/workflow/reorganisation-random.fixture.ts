import {
  addDays,
  startOfDay,
  type Instant,
  type LocalDate,
  type OrganisationEvent,
  type PlanId,
  type Tier,
  type UnitId,
  type UnitKind,
  type UnitPlanState,
} from '#engine';
import { each, by, task, TENANT, TOP } from './country-in-flight.fixture.js';
import type { UnitPlanRequest } from './unit-plan-service.js';
import type { Workflow } from './workflow.js';

/** A unit as these specs keep it, beside the organisation that is tested. */
interface Unit {
  readonly id: string;
  readonly tier: Tier;
  readonly kind: UnitKind;
  readonly localName: string | null;
  superior: string | null;
}

/** What happens to the organisation, and which units it happens to: numbers that are read against whoever stands. */
export interface Upheaval {
  readonly kind:
    | 'rename'
    | 'move'
    | 'merge'
    | 'merge into'
    | 'split'
    | 'dissolve'
    | 'end of an office'
    | 'end of a district'
    | 'join provinces';
  readonly pick: number;
  readonly with: number;
  readonly many: number;
}

const OFFICE = { tier: 'district', kind: 'professional-agency', localName: 'Phòng Nội vụ' } as const;
const DIVISION = { tier: 'province', kind: 'professional-agency', localName: 'Sở Nội vụ' } as const;

/** Two provinces of two districts of three communes, with the offices that reports pass through, as it changes. */
export class Realm {
  readonly units = new Map<string, Unit>();
  private readonly touched = new Set<string>();
  private serial = 0;

  /** Everything that is founded on the first day. */
  begin(): readonly OrganisationEvent[] {
    const events = [
      this.found('vn', null, { tier: 'central' }),
      this.found('vn.so-noi-vu', 'vn', { ...DIVISION, tier: 'central' }),
    ];
    for (const p of ['vn-1', 'vn-2']) {
      events.push(this.found(p, 'vn', { tier: 'province' }), this.found(`${p}.so-noi-vu`, p, DIVISION));
      events.push(this.found(`${p}.so-tu-phap`, p, { ...DIVISION, localName: 'Sở Tư pháp' }));
      for (const d of [`${p}.a`, `${p}.b`]) {
        events.push(this.found(d, p, { tier: 'district' }), this.found(`${d}.noi-vu`, d, OFFICE));
        events.push(this.found(`${d}.chair`, d, { tier: 'district', kind: 'chair', localName: null }));
        for (const c of ['1', '2', '3']) events.push(this.found(`${d}.${c}`, d, {}));
      }
    }
    return events;
  }

  /** What changes on a day; nothing of a unit that has changed on it already. */
  change(upheavals: readonly Upheaval[], day: LocalDate): readonly OrganisationEvent[] {
    this.touched.clear();
    return upheavals.flatMap((upheaval) => this.one(upheaval, day));
  }

  private one({ kind, pick, with: other, many }: Upheaval, day: LocalDate): readonly OrganisationEvent[] {
    const unit = this.choose(kind, pick);
    if (!unit) return [];
    switch (kind) {
      case 'rename':
        return [{ type: 'UnitRenamed', data: { id: this.touch(unit.id), name: `Unit ${unit.id}, ${day}`, from: day } }];
      case 'move':
        return this.move(unit, this.pickOf(this.seats(), other), day);
      case 'merge':
      case 'merge into':
        return this.merge({ unit, many, isNew: kind === 'merge' }, other, day);
      case 'split':
        return this.split(unit, day);
      case 'dissolve':
      case 'end of an office':
        return [this.end(unit, day)];
      case 'end of a district':
        return this.endDistrict(unit, other % 2 === 0, day);
      case 'join provinces':
        return this.joinProvinces(unit, day);
    }
  }

  private choose(kind: Upheaval['kind'], pick: number): Unit | undefined {
    const committees = (tier: Tier) => this.free().filter((unit) => unit.tier === tier && unit.kind === 'peoples-committee');
    if (kind === 'rename') return this.pickOf(this.free(), pick);
    if (kind === 'end of an office')
      return this.pickOf(
        this.free().filter((unit) => unit.tier !== 'central' && unit.kind !== 'peoples-committee'),
        pick,
      );
    if (kind === 'end of a district') return this.pickOf(committees('district'), pick);
    if (kind === 'join provinces') return this.pickOf(committees('province'), pick);
    return this.pickOf(committees('commune'), pick);
  }

  /** Committees that a commune may lie below. */
  private seats = (): readonly Unit[] =>
    this.free().filter(({ tier, kind }) => kind === 'peoples-committee' && (tier === 'province' || tier === 'district'));

  private move(unit: Unit, to: Unit | undefined, day: LocalDate): readonly OrganisationEvent[] {
    if (!to || to.id === unit.superior) return [];
    unit.superior = to.id;
    return [{ type: 'UnitMoved', data: { id: this.touch(unit.id), superior: this.touch(to.id), from: day } }];
  }

  private merge({ unit, many, isNew }: { unit: Unit; many: number; isNew: boolean }, other: number, day: LocalDate) {
    const all = this.free().filter(({ tier, kind, id }) => tier === 'commune' && kind === 'peoples-committee' && id !== unit.id);
    const first = other % Math.max(1, all.length);
    const others = [...all.slice(first), ...all.slice(0, first)].slice(0, 1 + (many % 3));
    if (others.length === 0) return [];
    const events = isNew ? [this.heirOf(unit, day)] : [];
    const heir = this.touch(isNew ? `${unit.superior}.n${this.serial}` : unit.id);
    return [...events, ...(isNew ? [unit, ...others] : others).map((each) => this.end(each, day, heir))];
  }

  private split(unit: Unit, day: LocalDate): readonly OrganisationEvent[] {
    const founding = [this.heirOf(unit, day), this.heirOf(unit, day)];
    const heirs = founding.map(({ data }) => this.touch(data.id));
    return [...founding, this.end(unit, day, ...heirs)];
  }

  private endDistrict(unit: Unit, isLeft: boolean, day: LocalDate): readonly OrganisationEvent[] {
    const below = this.below(unit);
    const communes = below.filter(({ tier }) => tier === 'commune');
    const province = this.units.get(unit.superior ?? '');
    if (!province || below.some(({ id }) => this.touched.has(id))) return [];
    const moves = communes.flatMap((commune) => this.move(commune, province, day));
    const ends = below.filter(({ tier }) => tier !== 'commune').map((each) => this.end(each, day));
    return [...moves, ...ends, this.end(unit, day, ...(isLeft ? communes.map(({ id }) => id) : []))];
  }

  /** One province goes into another: its districts and communes with it, each office into its like. */
  private joinProvinces(unit: Unit, day: LocalDate): readonly OrganisationEvent[] {
    const into = this.free().find(({ tier, kind, id }) => tier === 'province' && kind === 'peoples-committee' && id !== unit.id);
    const [below, there] = [this.below(unit), into ? this.below(into) : []];
    if (!into || [...below, ...there].some(({ id }) => this.touched.has(id))) return [];
    const events = below.flatMap((each) => {
      if (each.tier !== 'province') return this.move(each, into, day);
      const like = there.filter(({ tier, localName }) => tier === 'province' && localName === each.localName).map(({ id }) => id);
      return [this.end(each, day, ...like)];
    });
    return [...events, this.end(unit, day, into.id)];
  }

  private heirOf({ superior, tier, kind }: Unit, day: LocalDate): OrganisationEvent {
    this.serial += 1;
    return this.found(`${superior}.n${this.serial}`, superior, { tier, kind, from: day });
  }

  private found(id: string, superior: string | null, sketch: Partial<Unit> & { readonly from?: string }): OrganisationEvent {
    const { tier = 'commune', kind = 'peoples-committee', localName = null, from } = sketch;
    this.units.set(id, { id, tier, kind, localName, superior });
    const entry = {
      id: id as UnitId,
      name: `Unit ${id}`,
      aliases: [],
      tier,
      kind,
      localName,
      superior: superior as UnitId | null,
    };
    return { type: 'UnitFounded', data: { ...entry, from: (from ?? '2021-01-01') as LocalDate } };
  }

  private end({ id }: Unit, day: LocalDate, ...successors: readonly string[]): OrganisationEvent {
    this.units.delete(this.touch(id));
    return {
      type: 'UnitDissolved',
      data: { id: this.touch(id), from: day, successors: successors.map((each) => this.touch(each)) },
    };
  }

  private touch(id: string): UnitId {
    this.touched.add(id);
    return id as UnitId;
  }

  private readonly free = (): readonly Unit[] =>
    [...this.units.values()].filter(({ id }) => !this.touched.has(id) && !id.startsWith('vn.') && id !== 'vn');
  private readonly below = ({ id }: Unit): readonly Unit[] => [...this.units.values()].filter(({ superior }) => superior === id);
  private readonly pickOf = (units: readonly Unit[], pick: number): Unit | undefined => units[pick % Math.max(1, units.length)];
}

/** Work of every kind, for classes and for units that are named. */
export const RANDOM_WORK = [
  task('1', [each('commune')], by('2025-09-30')),
  task('2', [each('district')], by('2025-08-15')),
  task('3', [each('province', 'professional-agency')], by('2025-05-30')),
  task('4', [each('commune')], { kind: 'recurring', every: 'quarter' }),
  task('5', [each('district', 'chair')], { kind: 'standing' }),
  task(
    '6',
    ['vn-1.so-tu-phap', 'vn-2.so-tu-phap'].map((unit) => ({ kind: 'unit', unit: unit as UnitId })),
    by('2025-11-30'),
  ),
  task(
    '7',
    [
      { kind: 'unit', unit: 'vn-1.a.noi-vu' as UnitId },
      { kind: 'unit', unit: 'vn-1.a.1' as UnitId },
    ],
    by('2025-07-31'),
  ),
  task('8', [each('commune')], { kind: 'within', amount: 40, unit: 'workday', from: 'receipt' }),
  task('9', [each('commune')], by('2025-03-10')),
];

/** What a unit does with one thing it holds; the number decides. */
function itemCommands({ id, due }: { readonly id: string; readonly due: LocalDate | null }, lot: number, day: LocalDate) {
  const item = id as never;
  const document = { number: '9/CV', date: day, issuer: TOP };
  const submit = { own: true, command: { type: 'SubmitItem', item, note: null } } as const;
  if (lot < 8) return [{ own: true, command: { type: 'ReceiveItem', item } }] as const;
  if (lot < 14) return [submit] as const;
  if (lot < 22) return [submit, { own: false, command: { type: 'AcceptItem', item } }] as const;
  if (lot < 26) return [submit, { own: false, command: { type: 'ReturnItem', item, reason: 'incomplete' } }] as const;
  if (lot < 32 && due)
    return [{ own: false, command: { type: 'ExtendDeadline', item, to: addDays(due, lot), document } }] as const;
  if (lot < 38) return [{ own: false, command: { type: 'SuspendItem', item, from: day, until: null, document } }] as const;
  if (lot < 42) return [{ own: false, command: { type: 'ResumeItem', item, on: day, document } }] as const;
  return [];
}

/** A number from 0 to 99 that a text always gives. */
function lotOf(text: string): number {
  let hash = 7;
  for (const sign of text) hash = (hash * 31 + sign.charCodeAt(0)) % 1_000_003;
  return hash % 100;
}

/** What people do at ten in the morning of a day, by a seed; what is refused is refused. */
export async function liveRandomly({ unitPlans }: Workflow, plan: PlanId, living: Living): Promise<void> {
  const { day, seed, states } = living;
  const requests: UnitPlanRequest[] = [];
  for (const [unit, { items, reports, acceptors }] of states) {
    const judge = acceptors[0] ?? TOP;
    for (const item of items.values()) {
      const chosen = itemCommands(item, lotOf(`${seed}/${day}/${unit}/${item.id}`), day);
      for (const { own, command } of chosen) requests.push({ plan, unit, actor: own ? unit : judge, command });
    }
    for (const { id } of reports.values()) {
      if (lotOf(`${seed}/${day}/${unit}/${id}`) >= 25) continue;
      requests.push({
        plan,
        unit,
        actor: unit,
        command: { type: 'SubmitReport', report: id, content: 'sent', received: [], missing: [] },
      });
    }
  }
  await unitPlans.executeBatch(TENANT, requests, `${day}T10:00:00+07:00` as Instant);
}

export interface Living {
  readonly day: LocalDate;
  readonly seed: number;
  readonly states: ReadonlyMap<UnitId, UnitPlanState>;
}

/** The last instant before a day. */
export const eveOf = (day: LocalDate): Instant => `${addDays(day, -1)}T23:59:59+07:00` as Instant;
export const dawnOf = startOfDay;
