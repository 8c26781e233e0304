import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { FIRST_PARTS, readRoute, type Route, writeRoute } from '../src/router/routes.js';

describe('Addresses', () => {
  it.each<Route>([
    { name: 'plans' },
    { name: 'desk' },
    { name: 'me' },
    { name: 'plan', plan: '239-KH-UBND_2022-06-30_vn-10', view: 'overview' },
    { name: 'plan', plan: '239-KH-UBND_2022-06-30_vn-10', view: 'late' },
    { name: 'unit-plan', plan: 'a/b #?%', unit: 'vn-10.086' },
    { name: 'item', plan: 'p', unit: 'vn-10.086', item: '126/KH-UBND:5' },
    { name: 'report', plan: 'p', unit: 'vn-10.086', report: '1@2022-9M' },
    { name: 'own-plan', plan: 'p', unit: 'vn-10.086' },
    { name: 'editor', mode: 'new', plan: null },
    { name: 'editor', mode: 'amend', plan: '239-KH-UBND_2022-06-30_vn-10' },
    { name: 'editor', mode: 'replace', plan: 'a/b' },
  ])('are read as they were written: %j', (route) => {
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  it('lead nowhere where nothing is', () => {
    for (const path of [
      '/nothing',
      '/plans/p/nothing',
      '/plans/p/units',
      '/plans/p/late/x',
      '/desk/x',
      '/me/x',
      '/editor/new',
      '/editor/amend',
      '/editor/amend/p/x',
      '/plans/p/units/u/items',
    ]) {
      expect([path, readRoute(path).name]).toEqual([path, 'unknown']);
    }
    expect(readRoute('/')).toEqual({ name: 'plans' });
    expect(readRoute('/plans/%E0%A4%A')).toEqual({ name: 'plan', plan: '%E0%A4%A', view: 'overview' });
  });

  it('begin with parts that the server answers with the application', () => {
    const served = readFileSync(new URL('../../api/src/http/web-files.ts', import.meta.url), 'utf8');
    const told = /const PAGES = \[([^\]]*)\]/.exec(served)?.[1];
    expect(told).toBe(FIRST_PARTS.map((part) => `'${part}'`).join(', '));
  });
});
