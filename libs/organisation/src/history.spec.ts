import { describe, expect, it } from '@jest/globals';
import type { LocalDate, OrganisationEvent, UnitId } from '#engine';
import { dissolved, founded, moved, renamed } from '#testing';
import { EMPTY_HISTORY, foldOrganisation, successorsOn } from './history.js';
import { snapshot } from './snapshot.js';

const unitOn = (events: readonly OrganisationEvent[], id: string, date: string) =>
  snapshot(foldOrganisation(events), date as LocalDate).units.get(id as UnitId);

describe('When a unit changes over time', () => {
  const events = [
    founded('p'),
    founded('q'),
    founded('a', { superior: 'p', name: 'Sở Xây dựng', from: '2021-03-01' }),
    renamed('a', 'Sở Giao thông vận tải - Xây dựng', '2022-01-01'),
    moved('a', 'q', '2023-01-01'),
    dissolved('a', '2025-03-01', 'q'),
  ];

  it.each([
    ['2021-02-28', undefined],
    ['2021-03-01', { name: 'Sở Xây dựng', superior: 'p' }],
    ['2021-12-31', { name: 'Sở Xây dựng', superior: 'p' }],
    ['2022-01-01', { name: 'Sở Giao thông vận tải - Xây dựng', superior: 'p' }],
    ['2022-12-31', { name: 'Sở Giao thông vận tải - Xây dựng', superior: 'p' }],
    ['2023-01-01', { name: 'Sở Giao thông vận tải - Xây dựng', superior: 'q' }],
    ['2025-02-28', { name: 'Sở Giao thông vận tải - Xây dựng', superior: 'q' }],
    ['2025-03-01', undefined],
  ])('stands on %s as it was that day', (date, expected) => {
    const unit = unitOn(events, 'a', date);
    expect(unit && { name: unit.name, superior: unit.superior }).toEqual(expected);
  });

  it('holds what was recorded late from the day it took effect', () => {
    const late = [...events, renamed('a', 'Sở Xây dựng và Đô thị', '2021-06-01')];
    expect(unitOn(late, 'a', '2021-05-31')?.name).toBe('Sở Xây dựng');
    expect(unitOn(late, 'a', '2021-06-01')?.name).toBe('Sở Xây dựng và Đô thị');
    expect(unitOn(late, 'a', '2022-01-01')?.name).toBe('Sở Giao thông vận tải - Xây dựng');
  });

  it('takes a later record for the same day as a correction', () => {
    expect(unitOn([...events, renamed('a', 'Sở GTVT-XD', '2022-01-01')], 'a', '2022-06-30')?.name).toBe('Sở GTVT-XD');
  });

  it('keeps the first founding and ignores what happens to a unit never founded', () => {
    const more = foldOrganisation([...events, founded('p', { name: 'Another' }), renamed('x', 'X', '2022-01-01')]);
    expect(more.lives).toEqual(foldOrganisation(events).lives);
  });
});

describe('The version of a history', () => {
  const events = [founded('p', { aliases: ['P'] }), founded('a', { superior: 'p' }), dissolved('a', '2025-07-01', 'p')];
  const version = (list: readonly OrganisationEvent[]): string => foldOrganisation(list).version;

  it('is the same however the events were folded', () => {
    const inSteps = foldOrganisation(events.slice(1), foldOrganisation(events.slice(0, 1)));
    expect(inSteps).toEqual(foldOrganisation(events));
  });

  it('is the same on every machine', () => {
    expect(version([])).toBe('cbf29ce484222325');
    expect(version(events)).toBe('b377df4f21f3e48b');
  });

  it('does not depend on the order of keys, as after a way through a database', () => {
    const shuffled = events.map(({ type, data }) => ({
      data: Object.fromEntries(Object.entries(data).toReversed()),
      type,
    })) as unknown as readonly OrganisationEvent[];
    expect(version(shuffled)).toBe(version(events));
  });

  it.each<[string, readonly OrganisationEvent[]]>([
    ['one event more', [...events, renamed('p', 'Q', '2022-01-01')]],
    ['an event that changes nothing', [...events, founded('p')]],
    ['another order', events.toReversed()],
    ['another alias', [founded('p', { aliases: ['Q'] }), ...events.slice(1)]],
    ['no local name but an empty one', [founded('p', { aliases: ['P'], localName: '' }), ...events.slice(1)]],
    ['another day', [...events.slice(0, 2), dissolved('a', '2025-07-02', 'p')]],
    ['another successor', [...events.slice(0, 2), dissolved('a', '2025-07-01')]],
  ])('changes with %s', (_, other) => {
    expect(version(other)).not.toBe(version(events));
  });

  it('leaves the history that it was folded onto as it was', () => {
    foldOrganisation(events);
    expect(EMPTY_HISTORY.lives.size).toBe(0);
  });
});

describe('When units merge', () => {
  const history = foldOrganisation([
    founded('a'),
    founded('b'),
    founded('ab', { from: '2023-01-01' }),
    founded('abc', { from: '2025-07-01' }),
    dissolved('a', '2023-01-01', 'ab'),
    dissolved('b', '2023-01-01', 'ab'),
    dissolved('ab', '2025-07-01', 'abc'),
    founded('gone'),
    dissolved('gone', '2022-01-01'),
    founded('x'),
    founded('y'),
    dissolved('x', '2022-01-01', 'y'),
    dissolved('y', '2022-01-01', 'x'),
  ]);
  const on = (unit: string, date: string) => successorsOn(history, unit as UnitId, date as LocalDate);

  it('finds who stands for a unit on a date, through several mergers', () => {
    expect(on('a', '2022-12-31')).toEqual(['a']);
    expect(on('a', '2023-01-01')).toEqual(['ab']);
    expect(on('b', '2026-01-01')).toEqual(['abc']);
  });

  it('finds nobody for a unit that ended without successors, is not founded yet, or is unknown', () => {
    expect(on('gone', '2022-01-01')).toEqual([]);
    expect(on('abc', '2022-01-01')).toEqual([]);
    expect(on('nobody', '2022-01-01')).toEqual([]);
  });

  it('ends on units that succeed each other in a circle', () => {
    expect(on('x', '2023-01-01')).toEqual([]);
  });
});
