import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Directory, type LocalDate, type OrganisationEvent, TIERS, type UnitEntry, UNIT_KINDS, type UnitId } from '#engine';
import { dissolved, founded, moved } from '#testing';
import { foldOrganisation } from './history.js';
import { snapshot } from './snapshot.js';

const DATE = '2022-06-30' as LocalDate;
const on = (events: readonly OrganisationEvent[], date: LocalDate = DATE): Directory => snapshot(foldOrganisation(events), date);
const id = (text: string): UnitId => text as UnitId;

const below = (unit: string, superior: string): OrganisationEvent => founded(unit, { superior });

const NAMES = ['Sở Nội vụ', 'Toà án', 'Phòng Nội vụ', 'UBND xã Hòa Bình'] as const;

/** Forests of up to 40 units in a shuffled order, some gone by the date, some moved to another superior. */
const organisation: fc.Arbitrary<readonly OrganisationEvent[]> = fc
  .array(
    fc.record({
      superior: fc.nat(),
      top: fc.boolean(),
      tier: fc.constantFrom(...TIERS.slice(0, 2)),
      kind: fc.constantFrom(...UNIT_KINDS.slice(0, 2)),
      name: fc.constantFrom(...NAMES),
      alias: fc.option(fc.constantFrom(...NAMES)),
      localName: fc.option(fc.constantFrom(...NAMES)),
      gone: fc.integer({ min: 0, max: 9 }),
      newSuperior: fc.option(fc.nat(), { freq: 5 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .chain((sketches) => {
    const above = (index: number, choice: number): string => `u${choice % index}`;
    const foundings = sketches.map(({ superior, top, tier, kind, name, alias, localName }, index) =>
      founded(`u${index}`, {
        tier,
        kind,
        name,
        localName,
        aliases: alias === null ? [] : [alias],
        superior: index === 0 || (top && index % 7 === 0) ? null : above(index, superior),
      }),
    );
    const changes = sketches.flatMap(({ gone, newSuperior }, index) => [
      ...(gone === 0 ? [dissolved(`u${index}`, '2022-06-30')] : []),
      ...(index > 0 && newSuperior !== null ? [moved(`u${index}`, above(index, newSuperior), '2022-01-01')] : []),
    ]);
    return fc
      .shuffledSubarray(foundings, { minLength: foundings.length })
      .map((shuffled): readonly OrganisationEvent[] => [...shuffled, ...changes]);
  });

/** Mostly one of the first, which have others below them; now and then none of the organisation. */
const someUnit = fc.oneof({ arbitrary: fc.nat(4), weight: 4 }, fc.nat(39));

/** By definition: walk up from superior to superior. */
function naiveIsWithin(directory: Directory, unit: UnitId, ancestor: UnitId): boolean {
  let at = directory.units.get(unit);
  if (!directory.units.has(ancestor)) return false;
  while (at && at.id !== ancestor) at = at.superior === null ? undefined : directory.units.get(at.superior);
  return at !== undefined;
}

const bears = (unit: UnitEntry, name: string): boolean => [unit.name, ...unit.aliases, unit.localName].includes(name);
const all = (directory: Directory): readonly UnitEntry[] => [...directory.units.values()];

describe('A snapshot of any organisation', () => {
  it('knows who is within whom, as a walk up the superiors does', () => {
    fc.assert(
      fc.property(organisation, (events) => {
        const directory = on(events);
        const ids = [...directory.units.keys(), id('nobody')];
        for (const unit of ids) {
          for (const ancestor of ids) {
            expect(directory.isWithin(unit, ancestor)).toBe(naiveIsWithin(directory, unit, ancestor));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('selects the members of a class in a subtree, as a filter does, in the order of ids', () => {
    const unitClass = fc.record({
      tier: fc.constantFrom(...TIERS.slice(0, 3)),
      kind: fc.constantFrom(...UNIT_KINDS.slice(0, 2)),
    });
    fc.assert(
      fc.property(organisation, someUnit, unitClass, (events, n, { tier, kind }) => {
        const directory = on(events);
        const expected = all(directory)
          .filter((unit) => unit.tier === tier && unit.kind === kind && naiveIsWithin(directory, unit.id, id(`u${n}`)))
          .map((unit) => unit.id)
          .toSorted();
        expect(directory.select({ tier, kind }, id(`u${n}`)).map((unit) => unit.id)).toEqual(expected);
      }),
    );
  });

  it('finds a name in the smallest branch around a unit in which somebody bears it', () => {
    fc.assert(
      fc.property(organisation, someUnit, fc.constantFrom(...NAMES), (events, n, name) => {
        const directory = on(events);
        const found = directory.find(name, id(`u${n}`));
        const bearers = all(directory).filter((unit) => bears(unit, name));
        if (bearers.length === 1) expect(found).toEqual(bearers[0]);
        if (!found) return;
        expect(bears(found, name)).toBe(true);
        const branches = all(directory).filter((top) => naiveIsWithin(directory, id(`u${n}`), top.id));
        for (const top of branches) {
          const inBranch = bearers.some((unit) => naiveIsWithin(directory, unit.id, top.id));
          if (inBranch) expect(naiveIsWithin(directory, found.id, top.id)).toBe(true);
        }
      }),
    );
  });

  it('finds the same unit in NFD, in capitals, with loose spaces and the other tone placement', () => {
    const spellings = (name: string): readonly string[] => [
      name.normalize('NFD'),
      name.toUpperCase(),
      name.toUpperCase().normalize('NFD'),
      `  ${name.replaceAll(' ', ' \u00a0 ')}\t`,
      name.replaceAll('Toà', 'Tòa').replaceAll('Hòa', 'Hoà'),
    ];
    fc.assert(
      fc.property(organisation, someUnit, fc.constantFrom(...NAMES), (events, n, name) => {
        const directory = on(events);
        const found = directory.find(name, id(`u${n}`));
        for (const spelling of spellings(name)) expect(directory.find(spelling, id(`u${n}`))).toBe(found);
      }),
    );
  });
});

describe('The members of a class', () => {
  it('come in the order of ids, though the tree has another', () => {
    const directory = on([founded('u0'), below('u2', 'u0'), below('u1', 'u0'), below('u3', 'u1')]);
    const commune = { tier: 'commune', kind: 'peoples-committee' } as const;
    expect(directory.select(commune, id('u0')).map((unit) => unit.id)).toEqual(['u0', 'u1', 'u2', 'u3']);
    expect(directory.select(commune, id('u1')).map((unit) => unit.id)).toEqual(['u1', 'u3']);
    expect(directory.select(commune, id('nobody'))).toEqual([]);
  });
});

describe('When several units bear a name', () => {
  const directory = on([
    founded('p', { tier: 'province', name: 'UBND tỉnh' }),
    founded('p.so', { superior: 'p', name: 'Sở Nội vụ' }),
    founded('d1', { superior: 'p', name: 'UBND huyện Một' }),
    founded('d1.nv', { superior: 'd1', name: 'Phòng Nội vụ huyện Một', localName: 'Phòng Nội vụ' }),
    founded('d1.x', { superior: 'd1', name: 'UBND xã Hòa Bình' }),
    founded('d2', { superior: 'p', name: 'UBND huyện Hai' }),
    founded('d2.nv', { superior: 'd2', name: 'Phòng Nội vụ huyện Hai', localName: 'Phòng Nội vụ' }),
    founded('d2.x', { superior: 'd2', name: 'UBND xã Hòa Bình' }),
    founded('d2.so', { superior: 'd2', name: 'Tổ công tác', aliases: ['Sở Nội vụ'] }),
    founded('d1.t', { superior: 'd1', name: 'Tổ tiếp nhận', aliases: ['Tổ một cửa'] }),
    founded('d1.x.t', { superior: 'd1.x', name: 'Tổ một cửa' }),
  ]);
  const find = (name: string, near?: string): string | undefined =>
    directory.find(name, near === undefined ? near : id(near))?.id;

  it('takes the one of the same branch', () => {
    expect(find('UBND xã Hòa Bình', 'd1')).toBe('d1.x');
    expect(find('UBND xã Hòa Bình', 'd1.nv')).toBe('d1.x');
    expect(find('UBND xã Hòa Bình', 'd2.x')).toBe('d2.x');
    expect(find('Phòng Nội vụ', 'd2.x')).toBe('d2.nv');
  });

  it('takes none where several are equally near', () => {
    expect(find('UBND xã Hòa Bình', 'p')).toBeUndefined();
    expect(find('UBND xã Hòa Bình')).toBeUndefined();
    expect(find('Phòng Nội vụ', 'nobody')).toBeUndefined();
  });

  it('takes the one fewest levels down, and an official name before an alias', () => {
    expect(find('Sở Nội vụ', 'p')).toBe('p.so');
    expect(find('Sở Nội vụ', 'd1')).toBe('p.so');
    expect(find('Sở Nội vụ', 'd2.x')).toBe('d2.so');
    expect(find('Sở Nội vụ')).toBe('p.so');
    expect(find('Tổ một cửa', 'p')).toBe('d1.t');
  });

  it('tells them apart by a place above, from wherever one looks', () => {
    expect(find('UBND xã Hòa Bình, huyện Một')).toBe('d1.x');
    expect(find('ubnd xã hoà bình , UBND  huyện Hai', 'd1')).toBe('d2.x');
    expect(find('UBND xã Hòa Bình, huyện Hai, tỉnh')).toBe('d2.x');
    expect(find('UBND xã Hòa Bình, tỉnh', 'd1.nv')).toBe('d1.x');
    expect(find('UBND xã Hòa Bình, tỉnh')).toBeUndefined();
    expect(find('UBND xã Hòa Bình, huyện Ba')).toBeUndefined();
    expect(find('UBND huyện Một, huyện Một')).toBeUndefined();
    expect(find(', huyện Một')).toBeUndefined();
  });

  it('takes a name with a comma as it is, before it takes it apart', () => {
    const two = on([
      founded('p', { name: 'UBND tỉnh Mẫu' }),
      founded('p.a', { superior: 'p', name: 'Sở Lao động' }),
      founded('p.b', { superior: 'p', name: 'Sở Lao động, tỉnh Mẫu' }),
    ]);
    expect(two.find('Sở Lao động, tỉnh Mẫu')?.id).toBe('p.b');
    expect(two.find('Sở Lao động,  UBND tỉnh Mẫu')?.id).toBe('p.a');
  });

  it('takes the only one wherever it stands', () => {
    expect(find('Phòng Nội vụ huyện Hai', 'd1')).toBe('d2.nv');
    expect(find('Tổ công tác')).toBe('d2.so');
    expect(find('Phòng Tư pháp', 'p')).toBeUndefined();
  });

  it('finds by local name, else by name, directly below a superior only', () => {
    expect(directory.local(id('d1'), 'phòng nội vụ')?.id).toBe('d1.nv');
    expect(directory.local(id('p'), 'Sở Nội vụ')?.id).toBe('p.so');
    expect(directory.local(id('p'), 'Phòng Nội vụ')).toBeUndefined();
    expect(directory.local(id('nobody'), 'Phòng Nội vụ')).toBeUndefined();
  });
});

describe('When the history has problems', () => {
  it('neither throws nor hangs on a loop, and lets units of a missing superior stand as tops', () => {
    const directory = on([
      founded('a', { superior: 'b' }),
      founded('b', { superior: 'a' }),
      founded('c', { superior: 'nobody' }),
      founded('d', { superior: 'c' }),
    ]);
    expect(directory.isWithin(id('d'), id('c'))).toBe(true);
    expect(directory.isWithin(id('a'), id('b'))).toBe(false);
    expect(directory.find('Unit a')).toBeUndefined();
    expect([...directory.units.keys()]).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('What a snapshot was taken from', () => {
  it('is named by its date and the version of the history', () => {
    const history = foldOrganisation([founded('a')]);
    expect(snapshot(history, DATE)).toMatchObject({ date: DATE, version: history.version });
  });
});
