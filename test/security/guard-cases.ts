import type { Instant, LocalDate, UnitId } from '#engine';
import { InMemoryEventStore } from '#event-store';
import { type GrantId, type Person, rightsOf, stranger, type Subject, type UserId } from '#identity';
import { snapshot } from '#organisation';
import type { ReadModels } from '#read-models';
import { systemClock } from '#workflow';
import type { RowScope } from '#contracts';
import { type Chance, chanceOf, type Comer, drawWorld, type ModelWorld, RightsModel, told, USERS } from '#testing';
import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { Access } from '../../apps/api/src/auth/access.js';
import { AccessGuard } from '../../apps/api/src/auth/access.guard.js';
import { type DeclaredRoute, declaredRoutes } from '../../apps/api/src/auth/declared-routes.js';
import type { Identity } from '../../apps/api/src/auth/identity.js';
import type { People } from '../../apps/api/src/auth/people.js';
import { PERMISSION } from '../../apps/api/src/auth/permission.js';
import { AccessDenied } from '../../apps/api/src/auth/right-faults.js';
import { RowScopes } from '../../apps/api/src/auth/row-scopes.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { needOf, type RouteNeed } from '../../apps/api/test/route-needs.js';

/** What came of cases. */
export interface GuardFigures {
  readonly cases: number;
  readonly routes: number;
  readonly allowed: number;
  readonly denied: number;
}

interface Route extends DeclaredRoute {
  readonly need: RouteNeed;
  readonly handler: () => void;
}

/** Every route of the API that is not open, with what the model says that it needs. @throws Error naming those that it says nothing of */
export async function guardedRoutes(): Promise<readonly Route[]> {
  const parts = { store: new InMemoryEventStore(), readModels: {} as ReadModels, clock: systemClock, tenant: TENANT };
  const app = await createApi({ ...parts, identity: {} as Identity, log: () => undefined });
  const routes = declaredRoutes(app).filter(({ declared }) => declared !== 'open');
  await app.close();
  return routes.map((route) => {
    const name = `${route.method.toLowerCase()} ${route.url.replaceAll(/:(\w+)/g, '{$1}')}`;
    const need = needOf(name);
    if (!need) throw new Error(`the model says nothing of ${name}`);
    const handler = (): void => undefined;
    Reflect.defineMetadata(PERMISSION, route.declared, handler);
    return { ...route, need, handler };
  });
}

const TENANT = 'tenant';
const QUESTIONS_A_DAY = 42;

/** What a case is about. */
interface AskedOf {
  readonly unit: string;
  /** A grant, and a user. */
  readonly held: string;
  readonly target: string;
  /** The request names the unit. */
  readonly isOfUnit: boolean;
}

/** One day of one world: the guard as it is, and the model. */
class Day {
  private comer: Comer = { user: '', strong: true, mayWrite: true };
  private scope: RowScope | 'entrance' | undefined;
  private readonly guard: AccessGuard;
  private readonly access: Access;
  private readonly people: ReadonlyMap<string, Person>;
  private readonly issuer: string;
  readonly model: RightsModel;

  constructor(
    private readonly world: ModelWorld,
    day: LocalDate,
    { issuer, history, knowing }: { readonly issuer: string } & ReturnType<typeof told>,
  ) {
    const noon = `${day}T12:00:00+07:00` as Instant;
    const organisation = snapshot(history, day);
    this.model = new RightsModel(world, day);
    this.people = new Map(USERS.map((user) => [user, knowing(user, day)]));
    const people = {
      organisation: async () => organisation,
      units: async () => history.lives.keys(),
      issuer: async () => issuer as UnitId,
      person: async (_: string, user: string) => this.person(user),
    } as unknown as People;
    this.access = new Access({ people, clock: { now: () => noon }, door: () => this.subject(noon), isSecure: false });
    const rows = new RowScopes();
    rows.enter = (_, scope) => (this.scope = scope);
    this.guard = new AccessGuard({ access: this.access, people, rows, tenant: TENANT, log: () => undefined });
    this.issuer = issuer;
  }

  /** Asks the guard and the model the same. @returns what they say @throws Error where they differ */
  async ask(chance: Chance, route: Route): Promise<boolean> {
    this.comer = { user: chance.pick(USERS), strong: chance.below(5) > 0, mayWrite: chance.below(6) > 0 };
    this.scope = undefined;
    const unit = chance.pick(this.world.units).name;
    const [held, isOfUnit] = [chance.pick(this.world.held), chance.below(3) > 0];
    const query =
      route.need.about === 'list' && isOfUnit ? { unit } : route.need.about === 'plan' && isOfUnit ? { within: unit } : {};
    const params = { plan: 'p', unit, user: held.user, grant: held.id };
    const request = { headers: {}, cookies: {}, params, query, body: { actor: unit, unit }, id: '' };
    await this.access.recognise(request as never, TENANT);
    const allowed = await this.guard.canActivate(contextOf(request, route.handler)).catch((error: unknown) => {
      if (error instanceof AccessDenied) return false;
      throw error;
    });
    const wanted = this.wanted(route.need, { unit, held: held.id, target: held.user, isOfUnit });
    const rows = allowed && this.rowsAgree(route, isOfUnit);
    if (allowed !== wanted || (allowed && rows !== true))
      throw new Error(
        JSON.stringify({ route: route.name, comer: this.comer, unit, query, held, allowed, wanted, scope: this.scope }),
      );
    return allowed;
  }

  private wanted(need: RouteNeed, asked: AskedOf): boolean {
    const may = (unit: string | null): boolean => this.model.may(this.comer, need, unit);
    if (need.about === 'list' && !asked.isOfUnit)
      return this.model.may(this.comer, { ...need, kind: 'house' }, null) || this.seen(need).length > 0;
    return this.unitsOf(need.about, asked).every(may);
  }

  private unitsOf(about: RouteNeed['about'], { unit, held, target, isOfUnit }: AskedOf): readonly (string | null)[] {
    const { grants } = this.person(target);
    switch (about) {
      case 'nothing':
        return [null];
      case 'plan':
        return [isOfUnit ? unit : this.issuer];
      case 'user': {
        const standing = [...grants.values()].filter(({ ended }) => ended === null);
        return standing.length === 0 ? [null] : standing.map(({ what }) => what.unit);
      }
      case 'held':
        return [grants.get(held as GrantId)?.what.unit ?? null];
      default:
        return [unit];
    }
  }

  private person(user: string): Person {
    return this.people.get(user) ?? stranger(user as UserId);
  }

  private seen(need: RouteNeed): readonly string[] {
    return this.model.seen(this.comer, need);
  }

  /** The rows that are left to the database are those of the model: no more, no fewer. */
  private rowsAgree({ need, declared }: Route, isOfUnit: boolean): boolean {
    const { scope } = this;
    if (scope === undefined) return false;
    if (scope === 'entrance') return need.kind === 'self';
    if (typeof declared !== 'object' || scope.action !== declared.action) return false;
    if (need.about !== 'list' || isOfUnit) return true;
    const isWhole = this.model.may(this.comer, { ...need, kind: 'house' }, null);
    if (scope.units === '*') return isWhole;
    return !isWhole && scope.units.toSorted().join() === this.seen(need).toSorted().join();
  }

  private subject(at: Instant): Subject {
    const person = this.person(this.comer.user);
    const rights = rightsOf(person, (each) => this.people.get(each), at);
    return {
      user: person.user as UserId,
      isBlocked: person.isBlocked,
      isStrong: this.comer.strong,
      mayWrite: this.comer.mayWrite,
      rights,
    };
  }
}

const contextOf = (request: object, handler: () => void): ExecutionContext =>
  ({ getHandler: () => handler, switchToHttp: () => ({ getRequest: () => request }) }) as unknown as ExecutionContext;

/** Random people ask random routes about random units on random days, of random worlds. @throws Error at the first difference */
export async function guardCases(cases: number, seed: number): Promise<GuardFigures> {
  const routes = await guardedRoutes();
  const seen = new Set<string>();
  let [done, allowed] = [0, 0];
  for (let world = 0; done < cases; world++) {
    for (const { day, chance } of daysOf(seed * 100_003 + world)) {
      for (let n = 0; n < QUESTIONS_A_DAY && done < cases; n++, done++) {
        const route = chance.pick(routes);
        seen.add(route.name);
        allowed += Number(await day.ask(chance, route));
      }
    }
  }
  return { cases: done, routes: seen.size, allowed, denied: done - allowed };
}

/** Some days of a world of its own. */
function* daysOf(seed: number): Generator<{ readonly day: Day; readonly chance: Chance }> {
  const chance = chanceOf(seed);
  const world = drawWorld(chance);
  const known = told(world);
  for (let days = 0; days < 10; days++)
    yield { day: new Day(world, chance.day(), { ...known, issuer: chance.pick(world.units).name }), chance };
}
