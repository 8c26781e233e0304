import type { Pool } from 'pg';
import type { UnitView } from '#contracts';
import { EXPLANATION_TITLE, type ItemRow, type ReportRow, type Lookups } from '#read-models';
import { named } from '../pipeline.js';
import { aroundShown } from '../rows/asking.js';
import { FIND_INPUTS, FIND_STEPS, FIND_TITLES, FIND_UNITS } from './lookups.sql.js';

/** What is to be shown, and what that names. */
export interface Shown {
  readonly items?: readonly ItemRow[];
  readonly reports?: readonly ReportRow[];
  /** Tasks named outside of items. */
  readonly tasks?: readonly { readonly source: string; readonly task: string }[];
  /** Units named outside of items and reports; null ones are passed over. */
  readonly units?: readonly (string | null)[];
}

interface Keyed {
  readonly plan: string;
  readonly unit: string;
  readonly id: string;
}

/** Looks up everything that a set of rows names, one statement for each kind of thing whatever their number. */
export async function lookUp(pool: Pool, tenant: string, shown: Shown): Promise<Lookups> {
  const { items = [], reports = [], tasks = [], units = [] } = shown;
  const wantedUnits = [
    ...units,
    ...items.map(({ unit }) => unit),
    ...reports.flatMap((r) => [r.unit, r.to_unit, r.via_unit, ...r.via_next, ...r.copies]),
  ];
  const consolidating = reports.filter(({ inputs }) => inputs.length > 0);
  const [unit, task, steps, inputs] = await Promise.all([
    lookUpUnits(pool, tenant, wantedUnits),
    lookUpTasks(pool, tenant, [...items, ...tasks]),
    lookUpLists<{ steps: string[] }>(pool, FIND_STEPS, { tenant, keys: items }),
    lookUpLists<{ units: string[] }>(pool, FIND_INPUTS, {
      tenant,
      keys: consolidating,
      mentioned: consolidating.flatMap(({ inputs }) => inputs),
    }),
  ]);
  return {
    unit,
    ...task,
    steps: (item) => steps.get(keyOf(item))?.steps ?? [],
    inputs: (report) => inputs.get(keyOf(report))?.units ?? [],
  };
}

const keyOf = ({ plan, unit, id }: Keyed): string => `${plan}\n${unit}\n${id}`;

/** Units by id; one that nobody founded is shown by its id. */
export async function lookUpUnits(pool: Pool, tenant: string, ids: readonly (string | null)[]): Promise<Lookups['unit']> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const { rows } = wanted.length > 0 ? await pool.query<UnitView>(named(FIND_UNITS, [tenant, wanted])) : { rows: [] };
  const found = new Map(rows.map((row) => [row.id, row]));
  return (id) => found.get(id) ?? { id, name: id, tier: '', kind: '', superior: null };
}

interface TaskFound {
  readonly source: string;
  readonly key: string;
  readonly title: string;
  readonly deliverable: string | null;
}

async function lookUpTasks(
  pool: Pool,
  tenant: string,
  wanted: NonNullable<Shown['tasks']>,
): Promise<Pick<Lookups, 'title' | 'deliverable'>> {
  if (wanted.length === 0) return { title: ({ task }) => task, deliverable: () => null };
  const unique = [...new Map(wanted.map((row) => [`${row.source}\n${row.task}`, row])).values()];
  const [sources, keys] = [unique.map(({ source }) => source), unique.map(({ task }) => task)];
  const { rows } = await pool.query<TaskFound>(named(FIND_TITLES, [tenant, sources, keys]));
  const found = new Map(rows.map((row) => [`${row.source}\n${row.key}`, row]));
  return {
    title: ({ source, task }) => found.get(`${source}\n${task}`)?.title ?? (task === 'explain' ? EXPLANATION_TITLE : task),
    deliverable: ({ source, task }) => found.get(`${source}\n${task}`)?.deliverable ?? null,
  };
}

interface Wanted {
  readonly tenant: string;
  readonly keys: readonly Keyed[];
  /** Units that the rows mention, whose own rows are looked at. */
  readonly mentioned?: readonly string[];
}

async function lookUpLists<Found>(
  pool: Pool,
  sql: string,
  { tenant, keys, mentioned = [] }: Wanted,
): Promise<Map<string, Found>> {
  if (keys.length === 0) return new Map();
  const [plans, units, ids] = [keys.map(({ plan }) => plan), keys.map(({ unit }) => unit), keys.map(({ id }) => id)];
  const { rows } = await aroundShown([...units, ...mentioned], () =>
    pool.query<Keyed & Found>(named(sql, [tenant, plans, units, ids])),
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}
