import type { Directory, LocalDate, OrganisationEvent, UnitEntry, UnitId } from '#engine';
import { foldName } from '../names.js';
import type { AddressProvince } from './address-database.js';
import { inSentence, placeKey } from './place-names.js';

/** A province of before, and what it is from now on: another unit, or itself. */
export interface ProvinceNow {
  readonly id: UnitId;
  readonly province: AddressProvince;
  readonly before: readonly UnitEntry[];
}

/** Provinces that stay as they were keep their unit; those that were joined become one that is founded. */
export const provinceNow = (province: AddressProvince, before: readonly UnitEntry[]): ProvinceNow => ({
  id: before.length === 1 && before[0] ? before[0].id : (`vn-2025-${province.province_code}` as UnitId),
  province,
  before,
});

interface Place {
  readonly type: string;
  readonly name: string;
}

const placeOf = ({ name, place_type }: AddressProvince): Place =>
  place_type === 'Tỉnh'
    ? { type: 'tỉnh', name: name.replace(/^Tỉnh /, '') }
    : { type: 'thành phố', name: name.replace(/^Thành phố /, '') };

const oldPlaceOf = ({ name }: UnitEntry): Place => {
  const [, type = 'tỉnh', rest = name] = /^UBND (tỉnh|thành phố) (.*)$/.exec(name) ?? [];
  return { type, name: rest };
};

/** A name as a form: `Điện lực Lào Cai` is `Điện lực {province}`, `Thanh tra tỉnh` is `Thanh tra {type}`. */
const formOf = (text: string, { type, name }: Place): string =>
  text.replace(name, '{province}').replace(new RegExp(`(?<=^|\\s)${type}(?=$|\\s)`), '{type}');
const filled = (form: string, { type, name }: Place): string => form.replace('{province}', name).replace('{type}', type);

/**
 * What becomes of provincial committees and of the bodies below them. Bodies of the same name (that of the province apart) become
 * one, as the provinces do; where a province stays, they do.
 */
export function provinceEvents(now: ProvinceNow, before: Directory, from: LocalDate): readonly OrganisationEvent[] {
  const [first, ...others] = now.before;
  if (!first) return [];
  const place = placeOf(now.province);
  const bodies = now.before.flatMap((old) =>
    bodiesOf(old, before).map((body) => ({ body, form: formOf(body.name, oldPlaceOf(old)), aliasesOf: oldPlaceOf(old) })),
  );
  if (others.length === 0) {
    const renamed = [{ body: first, form: 'UBND {type} {province}' }, ...bodies];
    return renamed.flatMap(({ body, form }): OrganisationEvent[] =>
      filled(form, place) === body.name ? [] : [{ type: 'UnitRenamed', data: { id: body.id, name: filled(form, place), from } }],
    );
  }
  const committee = committeeOf(now, first, place);
  const joined = [...Map.groupBy(bodies, ({ form }) => foldName(form)).values()].map((same) =>
    joinedBody(same, committee, place),
  );
  return [
    found(committee, from),
    ...joined.map(({ entry }) => found(entry, from)),
    ...joined.flatMap(({ entry, of }) => of.map((body) => dissolved(body.id, from, [entry.id]))),
    ...now.before.map((old) => dissolved(old.id, from, [committee.id])),
  ];
}

/** What stands below a provincial committee besides the committees of its districts. */
export const bodiesOf = (province: UnitEntry, { units }: Directory): readonly UnitEntry[] =>
  [...units.values()].filter(({ superior, tier }) => superior === province.id && tier === 'province');

const committeeOf = ({ id, province }: ProvinceNow, first: UnitEntry, place: Place): UnitEntry => ({
  ...first,
  id,
  name: `UBND ${place.type} ${place.name}`,
  aliases: [`Ủy ban nhân dân ${inSentence(`${place.type} ${place.name}`)}`],
  superior: first.superior,
  localName: province.name === '' ? null : first.localName,
});

interface Body {
  readonly body: UnitEntry;
  readonly form: string;
  readonly aliasesOf: Place;
}

function joinedBody(same: readonly Body[], committee: UnitEntry, place: Place): { entry: UnitEntry; of: readonly UnitEntry[] } {
  const [first] = same;
  if (!first) throw new RangeError('no body to join');
  const name = filled(first.form, place);
  const aliases = same.flatMap(({ body, aliasesOf }) => body.aliases.map((alias) => filled(formOf(alias, aliasesOf), place)));
  const key = first.body.id.slice(first.body.id.lastIndexOf('.') + 1);
  const entry: UnitEntry = {
    ...first.body,
    id: `${committee.id}.${key}` as UnitId,
    name,
    aliases: [...new Map(aliases.map((alias) => [foldName(alias), alias])).values()].filter((alias) => alias !== name),
    superior: committee.id,
  };
  return { entry, of: same.map(({ body }) => body) };
}

/** Founds a unit. */
export const found = (entry: UnitEntry, from: LocalDate): OrganisationEvent => ({
  type: 'UnitFounded',
  data: { ...entry, from },
});

/** Ends a unit. */
export const dissolved = (id: UnitId, from: LocalDate, successors: readonly UnitId[]): OrganisationEvent => ({
  type: 'UnitDissolved',
  data: { id, from, successors },
});

/** Is a place of before called as one of now? */
export const isNamesake = (old: UnitEntry, name: string): boolean => placeKey(old.name) === placeKey(name);
