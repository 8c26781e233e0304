import { type ModelWorld, USERS } from '#testing';
import type { Pool } from 'pg';

/** The tenant that is asked about, and one beside it, with the same rows: none of those may ever be seen. */
export const [TENANT, BESIDE] = ['vn', 'la'];
/** A plan, one below it that every other unit follows more closely, and a cascade beside. */
export const PLAN = { top: 'p', lower: 'q', other: 'z' };
/** The unit whose desk waits for the work of others, by place in the list of units. */
export const nextOf = (units: readonly string[], unit: string): string => units[(units.indexOf(unit) + 1) % units.length] ?? unit;
/** Every other unit follows the lower plan. */
export const followsLower = (units: readonly string[], unit: string): boolean => units.indexOf(unit) % 2 === 0;

type Values = Readonly<Record<string, unknown>>;
interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const COLUMNS = `select table_name as table, column_name as name, data_type as type from information_schema.columns
  where table_schema = 'public' and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and is_identity = 'NO'`;
const SOMETHING: Readonly<Record<string, unknown>> = {
  bigint: 1,
  integer: 1,
  smallint: 1,
  boolean: false,
  bytea: Buffer.from('x'),
  jsonb: '{}',
  json: '{}',
  ARRAY: '{}',
  date: '2024-01-01',
  'timestamp with time zone': '2024-01-01T00:00:00Z',
};

/** Fills every table of a database with rows of every sort, of two tenants. */
export class Filler {
  private columns: readonly Column[] = [];
  private count = 0;

  constructor(
    private readonly admin: Pool,
    private readonly units: readonly string[],
  ) {}

  async fill(): Promise<void> {
    this.columns = (await this.admin.query<Column>(COLUMNS)).rows;
    for (const tenant of [TENANT, BESIDE]) {
      await this.documents(tenant);
      for (const unit of this.units) for (const plan of [PLAN.top, PLAN.other]) await this.work(tenant, plan, unit);
      for (const user of USERS) await this.person(tenant, user);
    }
  }

  /** The units of a world, with who is above whom; those of the world before go. */
  async organise({ units }: ModelWorld): Promise<void> {
    await this.admin.query('delete from unit where tenant = $1', [TENANT]);
    for (const { name, bosses } of units)
      await this.put('unit', { tenant: TENANT, id: name, superior: bosses.at(-1)?.boss ?? null });
  }

  private async documents(tenant: string): Promise<void> {
    const of = (table: string, values: Values = {}): Promise<void> => this.put(table, { tenant, ...values });
    await of('plan', { id: PLAN.top, root: PLAN.top, parent: null, issuer: 'n0' });
    await of('plan', { id: PLAN.lower, root: PLAN.top, parent: PLAN.top, issuer: 'n1' });
    await of('plan', { id: PLAN.other, root: PLAN.other, parent: null, issuer: 'n0' });
    for (const table of ['rules_document', 'task', 'tenant_head', 'projection_cursor', 'wake_up', 'log_entry']) await of(table);
    for (const table of ['seal_head', 'seal_tile', 'seal_checkpoint', 'delivery', 'sign_in_failure']) await of(table);
    await of('unit', { id: 'beside', superior: null });
    await this.event(tenant, 'organisation');
  }

  private async work(tenant: string, plan: string, unit: string): Promise<void> {
    const of = (table: string, values: Values = {}): Promise<void> => this.put(table, { tenant, plan, unit, ...values });
    const desk = nextOf(this.units, unit);
    const source = plan === PLAN.top && followsLower(this.units, unit) ? PLAN.lower : plan;
    await of('unit_plan', { source, acceptors: `{${desk}}`, joint: '[]', supports: '[]' });
    await of('item', { id: 'waits', status: 'submitted' });
    await of('item', { id: 'open', status: 'assigned' });
    await of('item', { id: 'handed', status: 'submitted', receiver: this.units[0] });
    const asked = { extension_to: '2024-02-01', extension_refusal: null };
    await of('item', { id: 'asked', status: 'assigned', ...asked });
    await of('item', { id: 'refused', status: 'assigned', ...asked, extension_refusal: 'x' });
    await of('report', { id: 'asked', status: 'expected', to_unit: desk, via_unit: null, ...asked });
    await of('report', { id: 'sent', status: 'submitted', to_unit: desk, via_unit: null });
    await of('report', { id: 'owed', status: 'expected', to_unit: desk, via_unit: null });
    for (const table of ['duty', 'escalation', 'daily_figure']) await of(table);
    await this.event(tenant, `unit-plan/${plan}/${unit}`);
  }

  private async person(tenant: string, user: string): Promise<void> {
    const name = `${tenant}-${user}`;
    await this.put('account', { tenant, id: user, name });
    for (const table of ['session', 'api_token', 'one_time_link'])
      await this.put(table, { tenant, account: user, hash: Buffer.from(name), ...(table === 'api_token' && { id: name }) });
    await this.put('outside_identity', { tenant, account: user, issuer: 'https://i', subject: name });
    await this.put('person', { tenant, id: user });
    await this.put('person_key', { tenant, person: user, key: Buffer.from('k') });
    await this.event(tenant, `user/${user}`);
  }

  private async event(tenant: string, stream: string): Promise<void> {
    this.count += 1;
    await this.put('event', { tenant, stream, position: this.count, data: '{}', at: '2024-01-01T00:00:00+07:00' });
  }

  private async put(table: string, values: Values): Promise<void> {
    const needed = this.columns.filter((each) => each.table === table && !Object.hasOwn(values, each.name));
    const all: Values = { ...Object.fromEntries(needed.map(({ name, type }) => [name, SOMETHING[type] ?? 'x'])), ...values };
    const names = Object.keys(all);
    const places = names.map((_, index) => `$${index + 1}`);
    await this.admin.query(`insert into "${table}" ("${names.join('", "')}") values (${places.join(', ')})`, Object.values(all));
  }
}
