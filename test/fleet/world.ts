import type { Actor, CalendarData, LocalDate, OrganisationEvent, Tier, UnitEntry, UnitId, UnitKind } from '#engine';
import type { Chance } from './chance.js';

/** How a unit goes about its work. */
export type Character = 'prompt' | 'late' | 'never';

/** The units of one life: 3 to 12 in two to four tiers, below `p`. */
export interface World {
  readonly units: readonly UnitEntry[];
  readonly top: UnitId;
  readonly focal: UnitId;
  /** Tiers below the top that have committees or leaders, from the top down. */
  readonly tiers: readonly Tier[];
  /** Units with others below them: those that may issue plans of their own. */
  readonly middle: readonly UnitId[];
  readonly characters: ReadonlyMap<UnitId, Character>;
}

const FROM = '2021-01-01' as LocalDate;
const COMMITTEE: UnitKind = 'peoples-committee';
const LEVELS: Readonly<Record<number, readonly Tier[]>> = {
  2: ['commune'],
  3: ['district', 'commune'],
  4: ['district', 'commune', 'hamlet'],
};

/** What the units of a tier are. */
export const kindOf = (tier: Tier): UnitKind => (tier === 'hamlet' ? 'hamlet-leader' : COMMITTEE);
/** Each unit of a tier below the issuer. */
export const eachOf = (tier: Tier): Actor => ({ kind: 'each', name: tier, of: { kind: kindOf(tier), tier } });

export function makeWorld(roll: Chance): World {
  const tiers = LEVELS[roll.one([2, 2, 3, 3, 4] as const) ?? 2] ?? ['commune'];
  const top = entry('p', null, { tier: 'province' });
  const focal = entry('p.nv', 'p', { tier: 'province', kind: 'professional-agency' });
  const units: UnitEntry[] = [top, focal];
  let above: readonly UnitEntry[] = [top];
  for (const tier of tiers) {
    const made = above.flatMap((superior) =>
      Array.from({ length: tiers.length === 1 ? roll.between(1, 4) : roll.between(1, 2) }, (_, index) =>
        entry(`${superior.id}.${tier[0]}${index}`, superior.id, { tier, kind: kindOf(tier) }),
      ),
    );
    above = made.slice(0, Math.max(1, 12 - units.length));
    units.push(...above);
  }
  const superiors = new Set(units.map(({ superior }) => superior));
  return {
    units,
    top: top.id,
    focal: focal.id,
    tiers,
    middle: units.filter(({ id }) => id !== top.id && superiors.has(id)).map(({ id }) => id),
    characters: new Map(units.map(({ id }) => [id, roll.one(['prompt', 'prompt', 'late', 'never'] as const) ?? 'prompt'])),
  };
}

const entry = (
  id: string,
  superior: string | null,
  { tier, kind = COMMITTEE }: { readonly tier: Tier; readonly kind?: UnitKind },
): UnitEntry => ({
  id: id as UnitId,
  name: id,
  aliases: [],
  localName: null,
  tier,
  kind,
  superior: superior as UnitId | null,
});

export const foundings = ({ units }: World): readonly OrganisationEvent[] =>
  units.map((unit) => ({ type: 'UnitFounded', data: { ...unit, from: FROM } }));

const days = (year: number, text: string): readonly LocalDate[] => text.split(' ').map((date) => `${year}-${date}` as LocalDate);

/** Days off and working Saturdays as decreed; those of 2024 with the working Saturday of 4 May. */
export const CALENDAR: CalendarData = {
  version: 'fleet-1',
  years: {
    2021: { off: days(2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'), makeup: [] },
    2022: { off: days(2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'), makeup: [] },
    2023: { off: days(2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'), makeup: days(2023, '08-12') },
    2024: {
      off: days(2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'),
      makeup: days(2024, '05-04 08-10'),
    },
    2025: {
      off: days(2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'),
      makeup: days(2025, '04-26'),
    },
  },
};
