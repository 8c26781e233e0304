import { addDays, type Instant, type LocalDate, type OrganisationEvent, TIERS, type Tier, type UnitId } from '#engine';
import { foldOrganisation, snapshot } from '#organisation';
import { dissolved, founded, moved } from '#testing';
import { describe, expect, it } from '@jest/globals';
import type { Action } from './actions.js';
import type { Grant, GrantId, TimedUserEvent, UserId } from './events.js';
import { foldPerson, type Person } from './person.js';
import type { Organisation } from './places.js';
import { decide } from './policy.js';
import { rightsOf } from './rights.js';
import { ROLES, type Role } from './roles.js';

/**
 * The policy beside a model that shares nothing with it: plain records, walked one by one. Worlds are drawn at random: units that
 * are founded, moved, merged, split and dissolved upwards; grants that begin, end and are taken back; loans of them.
 */

const WORLDS = 250;
const QUESTIONS = 420;
const START = '2024-01-01' as LocalDate;
const DAYS = 400;

/** A small generator of its own, so that a failing world can be named. */
const chanceOf = (seed: number) => {
  let state = seed * 2_654_435_761 + 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return { below, pick, day: (): LocalDate => addDays(START, below(DAYS)) };
};
type Chance = ReturnType<typeof chanceOf>;

interface Unit {
  readonly name: string;
  readonly tier: Tier;
  readonly begins: LocalDate;
  readonly bosses: { readonly from: LocalDate; readonly boss: string | null }[];
  ends: LocalDate | null;
  heirs: readonly string[];
}
interface Held {
  readonly user: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly subtree: boolean;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly given: LocalDate;
  readonly taken: LocalDate | null;
  readonly id: string;
}
interface Lent {
  readonly grant: string;
  readonly to: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly given: LocalDate;
  readonly taken: LocalDate | null;
}
interface World {
  readonly units: readonly Unit[];
  readonly held: readonly Held[];
  readonly lent: readonly Lent[];
  readonly blocked: ReadonlyMap<string, LocalDate>;
}

const USERS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'];

function drawUnits(chance: Chance): Unit[] {
  const units: Unit[] = [];
  const add = (name: string, begins: LocalDate, ...[boss, tier]: [boss: Unit | null, tier?: Tier]): void => {
    const level = boss ? TIERS.indexOf(boss.tier) + (chance.below(4) === 0 ? 0 : 1) : 0;
    const own = tier ?? TIERS[Math.min(level, TIERS.length - 1)]!;
    units.push({ name, tier: own, begins, bosses: [{ from: begins, boss: boss?.name ?? null }], ends: null, heirs: [] });
  };
  add('n0', START, null);
  for (let n = 1; n < 6 + chance.below(12); n++) add(`n${n}`, START, chance.pick(units));
  for (let change = chance.below(7); change > 0; change--) {
    const day = chance.day();
    const one = chance.pick(units.slice(1));
    if (one.ends !== null || one.begins >= day) continue;
    const kind = chance.below(4);
    if (kind === 0) {
      const above = units.slice(0, units.indexOf(one)).filter(({ ends }) => ends === null);
      one.bosses.push({ from: day, boss: chance.pick(above).name });
      continue;
    }
    one.ends = day;
    const others = units.filter((unit) => unit !== one && unit.begins <= day && (unit.ends === null || unit.ends > day));
    if (kind === 1) {
      add(`m${units.length}`, day, units.find(({ name }) => name === one.bosses[0]!.boss) ?? null, one.tier);
      one.heirs = [units.at(-1)!.name];
    } else if (kind === 2) one.heirs = [chance.pick(others).name, ...(chance.below(2) === 0 ? [chance.pick(others).name] : [])];
  }
  return units;
}

function drawWorld(chance: Chance): World {
  const units = drawUnits(chance);
  const held: Held[] = [];
  const lent: Lent[] = [];
  for (let n = 0; n < 14; n++) {
    const [from, given] = [chance.day(), chance.day()];
    held.push({
      id: `g${n}`,
      user: chance.pick(USERS),
      role: chance.pick(ROLES),
      unit: chance.below(12) === 0 ? null : chance.pick(units).name,
      subtree: chance.below(2) === 0,
      from,
      until: chance.below(2) === 0 ? null : addDays(from, 1 + chance.below(200)),
      given,
      taken: chance.below(4) === 0 ? addDays(given, chance.below(150)) : null,
    });
  }
  for (let n = 0; n < 6; n++) {
    const [from, given] = [chance.day(), chance.day()];
    const until = addDays(from, 1 + chance.below(90));
    const taken = chance.below(4) === 0 ? addDays(given, chance.below(60)) : null;
    lent.push({ grant: chance.pick(held).id, to: chance.pick(USERS), from, until, given, taken });
  }
  return { units, held, lent, blocked: new Map(chance.below(3) === 0 ? [[chance.pick(USERS), chance.day()]] : []) };
}

/** What the policy knows of a world: its events. */
function told({ units, held, lent, blocked }: World) {
  const events: OrganisationEvent[] = units.map(({ name, tier, begins, bosses }) =>
    founded(name, { tier, from: begins, superior: bosses[0]!.boss }),
  );
  for (const { name, bosses } of units) for (const { from, boss } of bosses.slice(1)) events.push(moved(name, boss!, from));
  for (const { name, ends, heirs } of units) if (ends !== null) events.push(dissolved(name, ends, ...heirs));
  const at = (day: LocalDate): Instant => `${day}T08:00:00+07:00` as Instant;
  const people = new Map<string, TimedUserEvent[]>(USERS.map((user) => [user, []]));
  for (const { id, user, role, unit, subtree, from, until, given, taken } of held) {
    const grant: Grant = {
      id: id as GrantId,
      role,
      unit: unit as UnitId | null,
      reach: subtree ? 'subtree' : 'unit',
      from,
      until,
    };
    const data = { user: user as UserId, by: null };
    people.get(user)!.push({ type: 'RoleGranted', data: { ...data, grant }, at: at(given) });
    if (taken !== null) people.get(user)!.push({ type: 'RoleRevoked', data: { ...data, grant: grant.id }, at: at(taken) });
  }
  for (const [n, { grant, to, from, until, given, taken }] of lent.entries()) {
    const giver = held.find(({ id }) => id === grant)!.user as UserId;
    const data = { id: `l${n}` as GrantId, grant: grant as GrantId, giver, receiver: to as UserId, from, until };
    people.get(to)!.push({ type: 'RoleBorrowed', data, at: at(given) });
    if (taken === null) continue;
    const end = { user: to as UserId, delegation: data.id, by: null };
    people.get(to)!.push({ type: 'LoanEnded', data: end, at: at(taken) });
  }
  const knowing = (user: string, day: LocalDate): Person => {
    const block = blocked.get(user);
    const own = people.get(user)!;
    const more: TimedUserEvent[] =
      block !== undefined && block <= day
        ? [{ type: 'UserBlocked', data: { user: user as UserId, by: null }, at: at(block) }]
        : [];
    return foldPerson(user as UserId, [...own, ...more]);
  };
  return { history: foldOrganisation(events), knowing };
}

/** The model: by definition, one record after another. */
const ALLOWS: Readonly<Record<string, readonly Role[]>> = {
  'work.read': ['official', 'unit-head', 'leader', 'auditor'],
  'draft.read': ['rules-author', 'official', 'unit-head', 'leader'],
  'work.do': ['official', 'unit-head', 'leader'],
  'plan.issue': ['unit-head', 'leader'],
  'rules.publish': ['rules-author', 'unit-head', 'leader'],
  'log.read': ['auditor'],
  'delivery.retry': ['system-administrator'],
  'people.change': ['system-administrator'],
  'rules.read': ROLES,
};
const ACTING = new Set(['work.do', 'plan.issue', 'rules.publish']);
const WHOLE = new Set(['log.read', 'delivery.retry']);
const LENDABLE = new Set<Role>(['rules-author', 'official', 'unit-head', 'leader']);

class Model {
  private readonly byName: ReadonlyMap<string, Unit>;

  constructor(
    private readonly world: World,
    private readonly day: LocalDate,
  ) {
    this.byName = new Map(world.units.map((unit) => [unit.name, unit]));
  }

  may(user: string, action: string, asked: string): boolean {
    if (this.isBlocked(user)) return false;
    const { held, lent } = this.world;
    const own = held.filter((each) => each.user === user && this.counts(each));
    const loans = lent.filter((each) => each.to === user && this.counts(each));
    const borrowed = loans
      .map(({ grant }) => held.find(({ id }) => id === grant)!)
      .filter((each) => LENDABLE.has(each.role) && this.counts(each) && !this.isBlocked(each.user));
    return [...own, ...borrowed].some((each) => ALLOWS[action]!.includes(each.role) && this.reaches(each, action, asked));
  }

  private isBlocked(user: string): boolean {
    const since = this.world.blocked.get(user);
    return since !== undefined && since <= this.day;
  }

  private counts({ from, until, given, taken }: Pick<Held, 'from' | 'until' | 'given' | 'taken'>): boolean {
    const { day } = this;
    return given <= day && from <= day && (until === null || day < until) && (taken === null || day < taken);
  }

  private reaches({ unit, subtree }: Held, action: string, asked: string): boolean {
    if (unit === null) return true;
    const seats = this.seats(unit);
    if (action === 'rules.read') return seats.length > 0;
    if (WHOLE.has(action)) {
      const tops = this.world.units.filter(({ name }) => this.lives(name) && this.bossNow(name) === null);
      return tops.length === 1 && seats.includes(tops[0]!.name);
    }
    if (!ACTING.has(action)) return this.found(asked).some((place) => this.upwards(place).some((each) => seats.includes(each)));
    return this.lives(asked) && (subtree ? this.upwards(asked).some((each) => seats.includes(each)) : seats.includes(asked));
  }

  private lives(name: string, day = this.day): boolean {
    const { begins, ends } = this.byName.get(name)!;
    return begins <= day && (ends === null || day < ends);
  }

  private lastBoss(name: string, day: LocalDate): string | null {
    let boss: string | null = null;
    let since = '';
    for (const each of this.byName.get(name)!.bosses) {
      if (each.from > day || each.from < since) continue;
      since = each.from;
      boss = each.boss;
    }
    return boss;
  }

  private bossNow(name: string): string | null {
    const boss = this.lastBoss(name, this.day);
    return boss !== null && this.lives(boss) ? boss : null;
  }

  private upwards(name: string): string[] {
    const way = [name];
    for (let boss = this.bossNow(name); boss !== null; boss = this.bossNow(boss)) way.push(boss);
    return way;
  }

  /** Those who live today and took over, through however many ends. */
  private heirs(name: string, seen: readonly string[] = []): string[] {
    if (seen.includes(name)) return [];
    const unit = this.byName.get(name)!;
    if (this.lives(name)) return [name];
    if (unit.ends === null || unit.begins > this.day) return [];
    return unit.heirs.flatMap((heir) => this.heirs(heir, [...seen, name]));
  }

  private formerBoss(name: string): string | null {
    return this.lastBoss(name, addDays(this.byName.get(name)!.ends!, -1));
  }

  private found(name: string): string[] {
    const unit = this.byName.get(name)!;
    if (this.lives(name)) return [name];
    if (unit.ends === null || unit.ends > this.day) return [];
    const heirs = this.heirs(name);
    if (heirs.length > 0) return heirs;
    const boss = this.formerBoss(name);
    return boss === null ? [] : this.found(boss);
  }

  private seats(name: string): string[] {
    const unit = this.byName.get(name)!;
    if (this.lives(name)) return [name];
    if (unit.ends === null || unit.ends > this.day) return [];
    const boss = this.formerBoss(name);
    const over = boss === null ? [] : this.found(boss).flatMap((each) => this.upwards(each));
    return this.heirs(name).filter(
      (heir) => TIERS.indexOf(this.byName.get(heir)!.tier) >= TIERS.indexOf(unit.tier) && !over.includes(heir),
    );
  }
}

interface Asked {
  readonly user: string;
  readonly action: string;
  readonly unit: string;
}

function answered(
  people: ReadonlyMap<string, Person>,
  { user, action, unit }: Asked,
  { at, organisation }: { readonly at: Instant; readonly organisation: Organisation },
): boolean {
  const person = people.get(user)!;
  const rights = rightsOf(person, (each) => people.get(each), at);
  const subject = { user: person.user, isBlocked: person.isBlocked, isStrong: true, mayWrite: true, rights };
  return decide(subject, { action: action as Action, resource: { unit: unit as UnitId }, organisation }).allowed;
}

function agree(agrees: boolean, found: () => object): void {
  if (!agrees) throw new Error(JSON.stringify(found()));
}

describe('The policy', () => {
  it(`answers as a simple model does, ${WORLDS * QUESTIONS} times`, () => {
    const actions = Object.keys(ALLOWS);
    const answers = new Map<string, number>();
    for (let seed = 0; seed < WORLDS; seed++) {
      const chance = chanceOf(seed);
      const world = drawWorld(chance);
      const { history, knowing } = told(world);
      for (let question = 0; question < QUESTIONS; question += 42) {
        const day = chance.day();
        const organisation = snapshot(history, day);
        const model = new Model(world, day);
        const noon = `${day}T12:00:00+07:00` as Instant;
        const people = new Map(USERS.map((user) => [user, knowing(user, day)]));
        for (let n = 0; n < 42; n++) {
          const asked = { user: chance.pick(USERS), action: chance.pick(actions), unit: chance.pick(world.units).name };
          const allowed = answered(people, asked, { at: noon, organisation });
          const wanted = model.may(asked.user, asked.action, asked.unit);
          agree(allowed === wanted, () => ({ seed, day, ...asked, allowed, wanted, world }));
          const kind = `${asked.action} ${allowed}`;
          answers.set(kind, (answers.get(kind) ?? 0) + 1);
        }
      }
    }
    expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(100_000);
    for (const action of actions)
      expect([action, answers.get(`${action} true`)! > 100, answers.get(`${action} false`)! > 100]).toEqual([action, true, true]);
  });
});
