import { addDays, type Instant, type LocalDate, type OrganisationEvent, TIERS, type Tier, type UnitId } from '#engine';
import { foldPerson, type Grant, type GrantId, type Person, ROLES, type Role, type TimedUserEvent, type UserId } from '#identity';
import { foldOrganisation, type OrganisationHistory } from '#organisation';
import { dissolved, founded, moved } from './organisation.js';

/** The first day of worlds that are drawn, and how many days changes fall into. */
export const START = '2024-01-01' as LocalDate;
const DAYS = 400;

/** A small generator of its own, so that a failing world can be named. */
export const chanceOf = (seed: number) => {
  let state = seed * 2_654_435_761 + 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return { below, pick, day: (): LocalDate => addDays(START, below(DAYS)) };
};
/** Draws. */
export type Chance = ReturnType<typeof chanceOf>;

/** A unit, over all its days. */
export interface ModelUnit {
  readonly name: string;
  readonly tier: Tier;
  readonly begins: LocalDate;
  readonly bosses: { readonly from: LocalDate; readonly boss: string | null }[];
  ends: LocalDate | null;
  heirs: readonly string[];
}
/** A grant. */
export interface ModelGrant {
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
/** A loan of one. */
export interface ModelLoan {
  readonly grant: string;
  readonly to: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly given: LocalDate;
  readonly taken: LocalDate | null;
}
/** Everything that rights hang on, as plain records. */
export interface ModelWorld {
  readonly units: readonly ModelUnit[];
  readonly held: readonly ModelGrant[];
  readonly lent: readonly ModelLoan[];
  readonly blocked: ReadonlyMap<string, LocalDate>;
}

/** Who there is in worlds that are drawn. */
export const USERS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'];

function drawUnits(chance: Chance): ModelUnit[] {
  const units: ModelUnit[] = [];
  const add = (name: string, begins: LocalDate, ...[boss, tier]: [boss: ModelUnit | null, tier?: Tier]): void => {
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

/** A world at random: units that are founded, moved, merged, split and dissolved upwards; grants and loans that begin, end and are taken back. */
export function drawWorld(chance: Chance): ModelWorld {
  const units = drawUnits(chance);
  const held: ModelGrant[] = [];
  const lent: ModelLoan[] = [];
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

/** A world in events: what the system knows of it. */
export interface Told {
  readonly history: OrganisationHistory;
  /** Somebody, as recorded up to a day. */
  readonly knowing: (user: string, day: LocalDate) => Person;
}

/** What the policy knows of a world: its events. */
export function told({ units, held, lent, blocked }: ModelWorld): Told {
  const events: OrganisationEvent[] = units.map(({ name, tier, begins, bosses }) =>
    founded(name, { tier, from: begins, superior: bosses[0]!.boss }),
  );
  for (const { name, bosses } of units) for (const { from, boss } of bosses.slice(1)) events.push(moved(name, boss!, from));
  for (const { name, ends, heirs } of units) if (ends !== null) events.push(dissolved(name, ends, ...heirs));
  const at = (day: LocalDate): Instant => `${day}T08:00:00+07:00` as Instant;
  const people = new Map<string, TimedUserEvent[]>(
    [...new Set([...USERS, ...held.map(({ user }) => user), ...lent.map(({ to }) => to)])].map((user) => [user, []]),
  );
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
    const own = (people.get(user) ?? []).filter((event) => event.at.slice(0, 10) <= day);
    const more: TimedUserEvent[] =
      block !== undefined && block <= day
        ? [{ type: 'UserBlocked', data: { user: user as UserId, by: null }, at: at(block) }]
        : [];
    return foldPerson(user as UserId, [...own, ...more]);
  };
  return { history: foldOrganisation(events), knowing };
}
