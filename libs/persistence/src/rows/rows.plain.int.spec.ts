import type { RowScope } from '#contracts';
import { RowsDenied, whileAsking } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aroundShown } from './asking.js';

/** What the tables themselves show and take of whoever asks, where a statement says nothing of a limit: the statement is what may be wrong. */
const TENANT = 'vn';
const NOTHING: RowScope = {
  tenant: TENANT,
  action: 'work.read',
  user: 'u-1',
  units: [],
  within: null,
  plan: null,
  desk: null,
  actor: null,
  people: [],
  grants: null,
};

let database: TestDatabase;

/** Two communes of a district and one elsewhere, each with an item that waits and one that does not; of the first the district judges, of the second another. */
const FILL = [
  `insert into unit_plan (tenant, plan, unit, source, provisional, version, acceptors, joint, supports) values
   ('${TENANT}', 'p', 'c1', 'p', false, 1, '{d1}', '[]', '[]'), ('${TENANT}', 'p', 'c2', 'p', false, 1, '{agency}', '[]', '[]'),
   ('${TENANT}', 'p', 'c9', 'p', false, 1, '{d9}', '[]', '[]')`,
  `insert into item (tenant, plan, unit, id, task, source, kind, receiver, status, generation)
   select '${TENANT}', 'p', unit, id, id, 'p', 'dated', case when unit = 'c2' and id = '1' then 'd1' end,
     case id when '3' then 'assigned' else 'submitted' end, 1
   from unnest(array['c1', 'c2', 'c9']) unit, unnest(array['1', '2', '3']) id`,
  `insert into report (tenant, plan, unit, id, regime, source, period, from_day, until_day, to_unit, via_unit, copies, consolidated, inputs, received, status, generation, asked)
   select '${TENANT}', 'p', unit, unit, 'r', 'p', '2022', '2022-01-01', '2022-12-31', sent, via, '{}', false, '{}', '{}', status, 1, false
   from (values ('c1', 'd1', null, 'submitted'), ('c2', 'p1', 'd1', 'submitted'), ('c9', 'd9', null, 'submitted'), ('c3', 'd1', null, 'expected')) as x (unit, sent, via, status)`,
  `insert into unit_plan (tenant, plan, unit, source, provisional, version, acceptors, joint, supports) values
   ('${TENANT}', 'p', 'c4', 'p', false, 1, '{focal}', '[]', '[]'), ('${TENANT}', 'p', 'c5', 'p', false, 1, '{d5}', '[]', '[]')`,
  `insert into item (tenant, plan, unit, id, task, source, kind, receiver, status, generation, extension_to, extension_refusal)
   select '${TENANT}', 'p', unit, id, id, 'p', 'dated', receiver, 'assigned', 1, asked::date, answer
   from (values ('c4', null), ('c5', 'focal'), ('c5', 'd6')) as x (unit, receiver),
     (values ('asked', '2022-12-31', null), ('refused', '2022-12-31', 'no'), ('quiet', null, null)) as y (state, asked, answer),
     lateral (select state || coalesce(' ' || receiver, '')) as z (id)`,
  `insert into report (tenant, plan, unit, id, regime, source, period, from_day, until_day, to_unit, copies, consolidated, inputs, received, status, generation, extension_to, extension_refusal)
   select '${TENANT}', 'p', unit, id, 'r', 'p', '2022', '2022-01-01', '2022-12-31', sent, '{}', false, '{}', '{}', 'expected', 1, '2022-12-31', answer
   from (values ('c4', '1', 'd5', null), ('c4', '2', 'd5', 'no'), ('c5', '1', 'focal', null), ('c5', '2', 'd5', null)) as x (unit, id, sent, answer)`,
];

beforeAll(async () => {
  database = await testDatabase();
  for (const statement of FILL) await database.admin.query(statement);
}, 60_000);
afterAll(() => database?.drop());

async function seen(scope: Partial<RowScope>, sql: string): Promise<readonly string[]> {
  const as = { ...NOTHING, ...scope };
  const { rows } = await whileAsking({ as }, () => database.asked.query<{ found: string }>(sql));
  return rows.map(({ found }) => found).sort();
}

const ITEMS = "select unit || '/' || id as found from item";

describe('Whoever asks', () => {
  it('keeps the database at work for two minutes at most', async () => {
    const limits = ["select current_setting('statement_timeout') as found", "select current_setting('role') <> 'none' as found"];
    expect(await Promise.all(limits.map((sql) => seen({}, sql)))).toEqual([['2min'], [true]]);
    const short = database.asked.connect().then(async (client) => {
      await client.query('begin');
      await client.query('set local statement_timeout = 20');
      return client.query('select pg_sleep(60)').finally(() => client.release());
    });
    await expect(short).rejects.toMatchObject({ code: '57014' });
    expect(await seen({}, ITEMS)).toEqual([]);
  });
});

describe('The tables', () => {
  it('show of others’ submissions those that the desk may judge: handed in to it, or under a unit plan that it may judge', async () => {
    expect(await seen({ units: ['d1'], desk: 'd1' }, ITEMS)).toEqual(['c1/1', 'c1/2', 'c2/1']);
    expect(await seen({ units: ['d1'], desk: 'd1' }, 'select unit as found from report')).toEqual(['c1', 'c2']);
    expect(await seen({ units: ['d1'] }, ITEMS)).toEqual([]);
    expect(await seen({ units: ['c2'], desk: 'c2' }, ITEMS)).toEqual(['c2/1', 'c2/2', 'c2/3']);
    expect(await seen({ units: ['d1'], desk: 'd1', action: '' }, ITEMS)).toEqual([]);
  });

  it('show where the desk is asked for a later day, until it has answered, though it is above none of the units', async () => {
    const desk = { units: ['focal'], desk: 'focal' };
    expect(await seen(desk, ITEMS)).toEqual(['c4/asked', 'c5/asked focal']);
    expect(await seen(desk, "select unit || '/' || id as found from report")).toEqual(['c4/1', 'c5/1']);
    expect(await seen({ units: ['focal'] }, ITEMS)).toEqual([]);
  });

  it('show around rows that were shown the rows of the units that these name, and of no other', async () => {
    const around = (units: readonly string[], scope: Partial<RowScope>) =>
      whileAsking({ as: { ...NOTHING, ...scope } }, () =>
        aroundShown(
          units,
          async () => (await database.asked.query<{ found: string }>('select distinct unit as found from item')).rows,
        ),
      );
    expect(await around(['c1'], { units: ['d1'], desk: 'd1' })).toEqual([{ found: 'c1' }, { found: 'c2' }]); // the desk's own stays
    expect(await around(['c2'], { plan: 'p' })).toEqual([{ found: 'c2' }]);
    expect(await around([], { units: ['c1'] })).toEqual([]);
    expect(await around(['c1'], { units: ['c9'], action: '' })).toEqual([]);
  });
});

interface Event {
  readonly stream: string;
  readonly type: string;
  readonly actor: string | null;
  readonly because: object | null;
}
const SQL = `insert into event (position, version, v, tenant, stream, type, at, actor, data, because)
  values ($1::bigint, $1::int, 1, '${TENANT}', $2, $3, '2022-07-01T08:00:00+07:00', $4, '{}', $5)`;

let next = 0;
/** Whether the log takes an event from somebody. */
async function takes(scope: Partial<RowScope>, { stream, type, actor, because }: Event): Promise<boolean> {
  const values = [(next += 1), stream, type, actor, because === null ? null : JSON.stringify(because)];
  return whileAsking({ as: { ...NOTHING, ...scope } }, () => database.asked.query(SQL, values)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof RowsDenied) return false;
      throw error;
    },
  );
}

const me = { by: { person: 'u-1', role: 'leader', grant: 'g' } };
const other = { by: { person: 'u-2', role: 'leader', grant: 'g' } };
const rule = { rules: 'h', rule: 'cascade', place: null, calendar: 'c' };
const act = { action: 'work.do', actor: 'c1' };

describe('The log takes', () => {
  const cases: readonly (readonly [what: string, taken: boolean, scope: Partial<RowScope>, event: Event])[] = [
    ['a deed in the own unit’s name', true, act, { stream: 'unit-plan/p/c1', type: 'ItemStarted', actor: 'c1', because: me }],
    ['a deed that names nobody', true, act, { stream: 'unit-plan/p/c1', type: 'ItemStarted', actor: 'c1', because: null }],
    ['no deed in another’s', false, act, { stream: 'unit-plan/p/c2', type: 'ItemStarted', actor: 'c2', because: me }],
    [
      'no deed that names somebody else',
      false,
      act,
      { stream: 'unit-plan/p/c1', type: 'ItemStarted', actor: 'c1', because: other },
    ],
    [
      'what a rule brings beside a deed',
      true,
      act,
      { stream: 'unit-plan/p/c2', type: 'ItemsDerived', actor: null, because: rule },
    ],
    [
      'nothing of a rule of who only reads',
      false,
      {},
      { stream: 'unit-plan/p/c2', type: 'ItemsDerived', actor: null, because: rule },
    ],
    ['nothing of the engine’s without its rule', false, act, { stream: 'unit-plan/p/c2', type: 'X', actor: null, because: null }],
    ['nothing of the engine’s elsewhere', false, act, { stream: 'rules/x', type: 'RulesPublished', actor: null, because: rule }],
  ];
  const facts = ['organisation', 'calendar'].flatMap((stream) => {
    const action = stream === 'calendar' ? 'calendar.publish' : 'organisation.change';
    const fact = { stream, type: 'Fact', actor: null };
    const may = { action, ...(stream === 'organisation' && { actor: 'p1' }) };
    return [
      [`a fact of the ${stream}, with who did it`, true, may, { ...fact, because: me }],
      [`a fact of the ${stream}, without`, true, may, { ...fact, because: null }],
      [`no fact of the ${stream} that names somebody else`, false, may, { ...fact, because: other }],
      [`no fact of the ${stream} in the clothes of the engine`, false, may, { ...fact, because: rule }],
      [`no fact of the ${stream} beside another deed`, false, act, { ...fact, because: rule }],
      [`no fact of the ${stream} by other rights`, false, act, { ...fact, because: me }],
    ] as typeof cases;
  });

  it.each([...cases, ...facts])('%s', async (_, taken, scope, event) => {
    expect(await takes(scope, event)).toBe(taken);
  });
});
