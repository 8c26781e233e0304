import { type Action, ACTIONS } from '#identity';
import { whileAsking } from '#persistence';
import { type Chance, drawWorld, type ModelWorld, told, USERS } from '#testing';
import type { Pool } from 'pg';
import { Filler } from './filled.js';
import { type Asked, TableDay } from './table-model.js';
import { NEEDS } from './table-needs.js';

/** By table, what its rows are found by. Keys begin with the tenant. */
const unitOf = "tenant || '/' || plan || '/' || unit";
const KEYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['unit_plan', 'duty', 'escalation', 'daily_figure'].map((table) => [table, unitOf])),
  item: `${unitOf} || '/' || id`,
  report: `${unitOf} || '/' || id`,
  event: "tenant || '/' || stream",
  account: "tenant || '/' || id",
  person: "tenant || '/' || id",
  person_key: "tenant || '/' || person",
  ...Object.fromEntries(
    ['session', 'api_token', 'one_time_link', 'outside_identity'].map((table) => [table, "tenant || '/' || account"]),
  ),
};
/** What came of it. */
export interface TableFigures {
  readonly scopes: number;
  /** Rows of which it was decided whether they are seen, and those that were. */
  readonly rows: number;
  readonly seen: number;
  /** Tables of which somebody saw something. */
  readonly tables: readonly string[];
}

/** What questions are about: work twice as often as the house, or as anything. */
const WORK: readonly Action[] = ['work.read', 'figures.read', 'draft.read'];
const HOUSE = ACTIONS.filter((action) => NEEDS[action].kind === 'house');
const SORTS = [WORK, WORK, HOUSE, ACTIONS];
/** What may be asked about, by what an action is held against. */
const ABOUT: Readonly<Record<string, readonly Asked['about'][]>> = {
  see: ['list', 'unit', 'plan', 'lower', 'branch'],
  people: ['unit', 'user'],
};
const SCOPES_A_WORLD = 50;

/** A database filled with rows of every sort, and random people who look into every table of it. */
export class SecurityTables {
  private units: readonly string[] = [];
  private readonly worlds: ModelWorld[] = [];

  constructor(
    private readonly pools: { readonly admin: Pool; readonly asked: Pool },
    private readonly chance: Chance,
  ) {}

  /** Tables that whoever asks may read, by the rights of their role. */
  async readable(): Promise<readonly string[]> {
    const { rows } = await this.pools.asked.query<{ name: string }>(
      `select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
         and not c.relispartition and has_table_privilege(c.oid, 'select') order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** @throws Error at the first row that is shown and should not be, or the other way round */
  async run(scopes: number): Promise<TableFigures> {
    for (let n = 0; n * SCOPES_A_WORLD < scopes; n++) this.worlds.push(drawWorld(this.chance));
    this.units = [...new Set(this.worlds.flatMap(({ units }) => units.map(({ name }) => name)))].toSorted();
    const filler = new Filler(this.pools.admin, this.units);
    await filler.fill();
    const tables = await this.readable();
    const figures = { scopes: 0, rows: 0, seen: 0 };
    const shown = new Set<string>();
    for (const world of this.worlds) {
      await filler.organise(world);
      const all = await this.rowsOf(this.pools.admin, tables);
      for (let n = 0; n < SCOPES_A_WORLD && figures.scopes < scopes; n++) {
        const seen = await this.look({ world, tables, all });
        figures.scopes += 1;
        figures.rows += all.length;
        figures.seen += seen.length;
        for (const row of seen) shown.add(row.split(' ')[0] ?? '');
      }
    }
    return { ...figures, tables: [...shown].toSorted() };
  }

  private async look({ world, tables, all }: Looking): Promise<readonly string[]> {
    const { chance } = this;
    const [held, other] = [chance.pick(world.held), chance.pick(USERS)];
    const day = new TableDay(world, held.from > held.given ? held.from : held.given, told(world));
    const comer = { user: chance.below(4) > 0 ? held.user : other, strong: chance.below(5) > 0, mayWrite: chance.below(6) > 0 };
    const action = chance.pick(chance.pick(SORTS));
    const asked: Asked = {
      action,
      about: chance.pick(ABOUT[NEEDS[action].kind] ?? ['unit']),
      unit: chance.pick(world.units).name,
      user: chance.pick(USERS),
    };
    const scope = day.scope(comer, asked);
    const found = await whileAsking({ as: scope }, () => this.rowsOf(this.pools.asked, tables));
    const shown = new Set(found);
    for (const row of all) {
      const [table = '', ...key] = row.split(' ');
      const wanted = day.sees(comer, asked, { table, key: key.join(' '), units: this.units });
      if (shown.has(row) !== wanted) throw new Error(JSON.stringify({ row, wanted, comer, asked, scope }));
    }
    return found;
  }

  /** Every row of the tables, each with its table's name: one statement. */
  private async rowsOf(pool: Pool, tables: readonly string[]): Promise<readonly string[]> {
    const parts = tables.map((table) => `select '${table} ' || ${KEYS[table] ?? 'tenant'} as row from "${table}"`);
    return (await pool.query<{ row: string }>(parts.join(' union '))).rows.map(({ row }) => row);
  }
}

interface Looking {
  readonly world: ModelWorld;
  readonly tables: readonly string[];
  readonly all: readonly string[];
}
