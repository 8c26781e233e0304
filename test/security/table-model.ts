import type { RowScope } from '#contracts';
import type { Instant, LocalDate, UnitId } from '#engine';
import { type Action, type Organisation, rightsOf, rowScope, type Subject, type UserId } from '#identity';
import { snapshot } from '#organisation';
import { type Comer, type ModelWorld, type Need, RightsModel, type told, USERS } from '#testing';
import { followsLower, nextOf, PLAN, TENANT } from './filled.js';
import { NEEDS } from './table-needs.js';

/** What a table holds. */
type Sort = 'work' | 'people' | 'documents' | 'seals' | 'house' | 'notices' | 'log';

const TABLES: Readonly<Record<Sort, readonly string[]>> = {
  work: ['unit_plan', 'duty', 'escalation', 'daily_figure', 'item', 'report'],
  people: ['account', 'person', 'person_key', 'session', 'api_token', 'one_time_link', 'outside_identity'],
  documents: ['rules_document', 'plan', 'task', 'unit', 'tenant_head', 'projection_cursor', 'sign_in_failure'],
  seals: ['seal_head', 'seal_tile', 'seal_checkpoint'],
  house: ['wake_up', 'log_entry'],
  notices: ['delivery'],
  log: ['event'],
};
const SORTS = new Map(Object.entries(TABLES).flatMap(([sort, names]) => names.map((name) => [name, sort as Sort] as const)));

/** Tables about which the model says something. */
export const modelled = (): readonly string[] => [...SORTS.keys()].toSorted();

/** What is asked, as far as it says which rows may be touched. */
export interface Asked {
  readonly action: Action;
  readonly about: 'list' | 'unit' | 'plan' | 'lower' | 'branch' | 'user';
  readonly unit: string;
  readonly user: string;
}

/** One day of a world: what the tables show of it, and what a model says that they should. */
export class TableDay {
  private readonly organisation: Organisation;
  private readonly model: RightsModel;
  private readonly noon: Instant;

  constructor(
    private readonly world: ModelWorld,
    private readonly day: LocalDate,
    private readonly known: ReturnType<typeof told>,
  ) {
    this.organisation = snapshot(known.history, day);
    this.model = new RightsModel(world, day);
    this.noon = `${day}T12:00:00+07:00` as Instant;
  }

  /** Rows that the rights of somebody reach, as the house works them out. */
  scope(comer: Comer, asked: Asked): RowScope {
    const { about, action } = asked;
    const unit = asked.unit as UnitId;
    const named = { list: [], unit: [unit], plan: [], lower: [], branch: [], user: this.unitsOf(asked.user) }[about];
    return rowScope(this.subject(comer), {
      tenant: TENANT as string,
      action,
      units: named as readonly UnitId[],
      organisation: this.organisation,
      ...(about === 'list' && { known: [...this.known.history.lives.keys()] }),
      ...((about === 'plan' || about === 'branch') && { plan: { id: PLAN.top, issuer: unit } }),
      ...(about === 'lower' && { plan: { id: PLAN.lower, issuer: unit } }),
      ...(about === 'branch' && { within: unit }),
      ...(about === 'user' && { user: asked.user as UserId }),
    });
  }

  /** Whether a row is to be seen. Keys are a tenant and what follows it. */
  sees(comer: Comer, asked: Asked, { table, key, units }: Row): boolean {
    const [tenant, ...rest] = key.split('/');
    const sort = SORTS.get(table);
    if (tenant !== TENANT || sort === undefined) return false;
    const isIn = this.reaches(comer, asked);
    const [first = ''] = rest;
    if (sort === 'people') return this.seesPerson(comer, asked, { user: first, table, isIn });
    if (!isIn) return false;
    if (sort !== 'log') return this.seesRow(comer, asked, { sort, table, row: rest, units });
    if (first === 'organisation') return true;
    if (first !== 'user') return this.seesRow(comer, asked, { sort: 'work', table, row: rest.slice(1), units });
    return this.seesRow(comer, asked, { sort: 'house', table, row: rest, units }) || this.isLooked(comer, asked, rest[1] ?? '');
  }

  private seesRow(comer: Comer, asked: Asked, { sort, ...row }: WorkRow & { readonly sort: Sort }): boolean {
    const { action } = asked;
    const isWhole = NEEDS[action].kind === 'house' && /^(log|operations)\./.test(action);
    switch (sort) {
      case 'documents':
        return true;
      case 'seals':
        return action === 'log.read' || action === 'log.prove';
      case 'notices':
        return action.startsWith('delivery.');
      case 'house':
        return isWhole || this.seesAll(comer, asked);
      default:
        return isWhole || this.seesWork(comer, asked, row);
    }
  }

  /** Whether somebody may at all what is asked. */
  private reaches(comer: Comer, { action, about, unit, user }: Asked): boolean {
    const need = NEEDS[action];
    if (need.kind === 'see' && about === 'list') return this.isHouse(comer, need) || this.model.seen(comer, need).length > 0;
    if (need.kind === 'people') {
      const units = about === 'user' ? this.unitsOf(user) : about === 'unit' ? [unit] : [];
      return units.length > 0 ? units.every((each) => this.model.may(comer, need, each)) : this.model.may(comer, need, null);
    }
    if (need.kind === 'see' || need.kind === 'act') return this.model.may(comer, need, about === 'user' ? null : unit);
    return this.model.may(comer, need, null);
  }

  private isHouse(comer: Comer, need: Need): boolean {
    return this.model.may(comer, { ...need, kind: 'house' }, null);
  }

  /** Work of the whole house, of whatever unit is asked. */
  private seesAll(comer: Comer, { action }: Asked): boolean {
    return NEEDS[action].kind === 'see' && this.isHouse(comer, NEEDS[action]);
  }

  private seesWork(comer: Comer, asked: Asked, work: WorkRow): boolean {
    const need = NEEDS[asked.action];
    if (need.kind !== 'see') return false;
    if (this.isHouse(comer, need)) return true;
    const { row, units } = work;
    const [plan, unit = ''] = row;
    switch (asked.about) {
      case 'list':
        return this.model.seen(comer, need).includes(unit);
      case 'plan':
        return plan === PLAN.top;
      case 'lower':
        return plan === PLAN.top && followsLower(units, unit);
      case 'branch':
        return this.isBelow(unit, asked.unit);
      default:
        return unit === asked.unit || this.waits(asked.unit, work);
    }
  }

  /** Handed in to a desk, to be judged there, or asking it for a later day. */
  private waits(desk: string, { table, row: [, unit = '', id = ''], units }: WorkRow): boolean {
    const judges = nextOf(units, unit) === desk;
    if (table === 'unit_plan') return judges;
    if (table === 'report') return ['sent', 'asked'].includes(id) && judges;
    return (
      table === 'item' && ((['waits', 'asked'].includes(id) && judges) || (id === 'handed' && (judges || units[0] === desk)))
    );
  }

  private isBelow(unit: string, above: string): boolean {
    const found = this.world.units.find(({ name }) => name === unit);
    if (!found) return false;
    const boss = found.bosses.at(-1)?.boss ?? null;
    return unit === above || (boss !== null && this.isBelow(boss, above));
  }

  /** What is kept of people: one's own, also where nothing was reached; of others by looking after them, granting, or lending. */
  private seesPerson(comer: Comer, asked: Asked, { user, table, isIn }: PersonRow): boolean {
    if (user === comer.user) return true;
    if (!isIn) return false;
    const isGranting = asked.action === 'people.change' && asked.about === 'unit';
    const isLending = asked.action === 'role.delegate' && table === 'account';
    return isGranting || isLending || this.isLooked(comer, asked, user);
  }

  /** Oneself, or somebody whom one looks after. */
  private isLooked(comer: Comer, { action, about, user: named }: Asked, user: string): boolean {
    if (user === comer.user) return true;
    const need = NEEDS[action];
    return need.kind === 'people' && (this.model.may(comer, need, null) || (about === 'user' && named === user));
  }

  /** Units of the roles that somebody has, or will have. */
  private unitsOf(user: string): readonly (string | null)[] {
    const { grants } = this.known.knowing(user, this.day);
    return [...grants.values()].filter(({ ended }) => ended === null).map(({ what }) => what.unit);
  }

  private subject({ user, strong, mayWrite }: Comer): Subject {
    const people = new Map(USERS.map((each) => [each, this.known.knowing(each, this.day)]));
    const person = this.known.knowing(user, this.day);
    const rights = rightsOf(person, (each) => people.get(each), this.noon);
    return { user: person.user, isBlocked: person.isBlocked, isStrong: strong, mayWrite, rights };
  }
}

interface Row {
  readonly table: string;
  readonly key: string;
  readonly units: readonly string[];
}
interface WorkRow {
  readonly table: string;
  readonly row: readonly string[];
  readonly units: readonly string[];
}
interface PersonRow {
  readonly user: string;
  readonly table: string;
  readonly isIn: boolean;
}
