import type { Pool } from 'pg';

const AT_ONCE = 500;

/** As many jobs as there are steps, all due, and a table of effects: nothing else. */
export async function prepareLimit(pool: Pool, jobs: number): Promise<void> {
  await pool.query('create table job (id bigint primary key, due timestamptz not null)');
  await pool.query('create index job_due on job (due, id)');
  await pool.query('create table effect (id bigint primary key, at timestamptz not null)');
  await pool.query("insert into job select n, now() - interval '1 day' from generate_series(1, $1::int) n", [jobs]);
  await pool.query('vacuum analyze');
}

/** Works them off as fast as can be written by hand: claim, effect and removal in one transaction of 500. @returns how many */
export async function limit(pool: Pool): Promise<number> {
  const client = await pool.connect();
  let done = 0;
  for (let count = AT_ONCE; count === AT_ONCE; done += count) {
    await client.query('begin');
    const { rows } = await client.query<{ id: string }>({
      name: 'claim',
      text: 'select id from job where due <= now() order by due, id limit $1 for update skip locked',
      values: [AT_ONCE],
    });
    const ids = rows.map(({ id }) => id);
    await client.query({
      name: 'effect',
      text: 'insert into effect select id, now() from unnest($1::bigint[]) id',
      values: [ids],
    });
    await client.query({ name: 'remove', text: 'delete from job where id = any ($1::bigint[])', values: [ids] });
    await client.query('commit');
    count = ids.length;
  }
  client.release();
  return done;
}
