import { describe, expect, it } from '@jest/globals';
import { SET_WAKE_UPS } from '../event-store/wake-ups.sql.js';
import { CHANGE_UNITS } from '../projection/change-units.sql.js';
import { UPSERT_DUTY } from '../projection/upsert-duty.sql.js';
import { rowsAsValues } from './rows-as-values.js';
import { allStatements } from './statements.fixture.js';

describe('A few rows out of arrays', () => {
  it('become values, each with the type of its column', () => {
    expect(rowsAsValues(SET_WAKE_UPS, ['t', ['a', 'b'], ['1', null]])).toEqual({
      sql: `
insert into wake_up (tenant, stream, at) values ($1, $2::text, $3::text), ($1, $4::text, $5::text)
on conflict (tenant, stream) do update set at = excluded.at`,
      values: ['t', 'a', '1', 'b', null],
    });
  });

  it('keep lists as lists and days as days', () => {
    const cells = ['p', 'u', 'i', 's', '2022-01-01', null, null, null, null, '{"a","b"}'];
    const filled = rowsAsValues(UPSERT_DUTY, ['t', ...cells.map((cell) => [cell])]);
    expect(filled?.sql).toContain('values ($1, $2::text, $3::text, $4::text, $5::text, $6::date,');
    expect(filled?.sql).toContain('$11::text[])\non conflict');
    expect(filled?.values).toEqual(['t', ...cells]);
  });

  it('stay in arrays where they are many, none, or not all that the statement does', () => {
    const many = Array.from({ length: 17 }, (_, n) => String(n));
    expect(rowsAsValues(SET_WAKE_UPS, ['t', many, many])).toBeUndefined();
    expect(rowsAsValues(SET_WAKE_UPS, ['t', [], []])).toBeUndefined();
    expect(rowsAsValues(CHANGE_UNITS, ['t', ['a'], ['b'], ['c'], ['d'], ['e']])).toBeUndefined();
  });

  it('are found in every statement that writes read models and wake-ups', async () => {
    const writing = (await allStatements()).filter(({ sql }) => /^\s*insert into[\s\S]*unnest/.test(sql));
    const known = writing.filter(({ sql }) => {
      const arrays = /unnest\(([^)]*)\)/.exec(sql)?.[1]?.split(',') ?? [];
      return rowsAsValues(sql, ['t', ...arrays.map(() => ['x'])]) !== undefined;
    });
    const names = known.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('projection/upsert-'))).toHaveLength(9);
    expect(names).toContain('event-store/wake-ups SET_WAKE_UPS');
    expect(names).toContain('event-store/wake-ups BRING_WAKE_UPS_FORWARD');
  });
});
