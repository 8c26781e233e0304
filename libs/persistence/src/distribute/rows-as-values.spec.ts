import { describe, expect, it } from '@jest/globals';
import { BRING_WAKE_UPS_FORWARD, SET_WAKE_UPS } from '../event-store/wake-ups.sql.js';
import { CHANGE_UNITS } from '../projection/change-units.sql.js';
import { UPSERT_DUTY } from '../projection/upsert-duty.sql.js';
import { UPSERT_ESCALATION } from '../projection/upsert-escalation.sql.js';
import { UPSERT_ITEM } from '../projection/upsert-item.sql.js';
import { UPSERT_PLAN } from '../projection/upsert-plan.sql.js';
import { UPSERT_REPORT } from '../projection/upsert-report.sql.js';
import { UPSERT_RULES_DOCUMENT } from '../projection/upsert-rules-document.sql.js';
import { UPSERT_TASK } from '../projection/upsert-task.sql.js';
import { UPSERT_UNIT } from '../projection/upsert-unit.sql.js';
import { UPSERT_UNIT_PLAN } from '../projection/upsert-unit-plan.sql.js';
import { rowsAsValues } from './rows-as-values.js';

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

  it.each([
    ['plan', UPSERT_PLAN],
    ['task', UPSERT_TASK],
    ['unit', UPSERT_UNIT],
    ['unit_plan', UPSERT_UNIT_PLAN],
    ['item', UPSERT_ITEM],
    ['report', UPSERT_REPORT],
    ['escalation', UPSERT_ESCALATION],
    ['rules_document', UPSERT_RULES_DOCUMENT],
    ['wake_up', BRING_WAKE_UPS_FORWARD],
  ])('are found in the statement that writes %s', (table, sql) => {
    const arrays = /unnest\(([^)]*)\)/.exec(sql)?.[1]?.split(',') ?? [];
    const filled = rowsAsValues(sql, ['t', ...arrays.map((_, n) => [`cell ${n}`])]);
    expect(filled?.sql).toMatch(new RegExp(`^\\s*insert into ${table} \\(tenant, .*\\) values \\(\\$1, `));
    expect(filled?.values).toEqual(['t', ...arrays.map((_, n) => `cell ${n}`)]);
  });
});
