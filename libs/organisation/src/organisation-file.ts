import { type LocalDate, type OrganisationEvent, TIERS, UNIT_KINDS, type UnitEntry, type UnitId } from '#engine';
import { inspect, MAX_UNITS } from './check-history.js';
import type { LocatedEvent } from './inspection.js';
import { pointer, type Problem, Problems } from './problem.js';
import { type Field, field, Reading } from './reading.js';

/**
 * An organisation as a JSON file: the units there are, each with its direct superior, and the days between which it exists.
 * What the form cannot say (a unit renamed or moved in the middle of its life) is recorded as events afterwards.
 */
export interface OrganisationFile {
  /** What the organisation is called, e.g. `Tỉnh Lào Cai`. */
  readonly organisation: string;
  /** First day of every unit that gives none of its own. */
  readonly from: string;
  /** Where the data come from, for people. */
  readonly source?: string;
  readonly units: readonly OrganisationFileUnit[];
}

/** A unit of an {@link OrganisationFile}. */
export interface OrganisationFileUnit {
  /** Plain letters and digits joined by dots or hyphens, at most 100; one unit's for ever. */
  readonly id: string;
  /** Full official name; no other unit below the same superior may bear it, nor its aliases and local name. */
  readonly name: string;
  /** Other names in use, abbreviations included; at most 50. */
  readonly aliases?: readonly string[];
  /** Name within its superior (`Phòng Nội vụ` of every district), for "via" clauses. */
  readonly localName?: string;
  readonly tier: string;
  readonly kind: string;
  /** Id of the direct superior, anywhere in the file; null at the top. */
  readonly superior: string | null;
  /** First day. */
  readonly from?: string;
  /** First day on which it no longer exists. */
  readonly to?: string;
  /** Ids of the units that take over on that day. */
  readonly successors?: readonly string[];
}

/** What reading an organisation file gives: the events that found (and dissolve) its units, or everything that is wrong with it. */
export type OrganisationRead =
  | { readonly ok: true; readonly organisation: string; readonly events: readonly OrganisationEvent[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MAX_ID = 100;
const ID = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/;
const ID_OR_NULL: Field = {
  expected: { vi: 'mã của cấp trên trực tiếp, hoặc null', en: 'the id of the direct superior, or null' },
};
const FILE = { organisation: field.text, from: field.date, source: field.optionalText, units: field.list } as const;
const UNIT = {
  id: field.text,
  name: field.text,
  aliases: field.optionalList,
  localName: field.optionalText,
  tier: field.text,
  kind: field.text,
  superior: ID_OR_NULL,
  from: field.optionalDate,
  to: field.optionalDate,
  successors: field.optionalList,
} as const;

type UnitFields = ReadonlyMap<keyof typeof UNIT, Reading>;

/**
 * Reads parsed JSON as an {@link OrganisationFile}. All problems at once, each with a JSON Pointer into the data and a way to
 * mend it; never throws. What is wrong between units is told once every unit is readable by itself.
 */
export function readOrganisationFile(json: unknown): OrganisationRead {
  const problems = new Problems();
  const file = new Reading(json, '', problems).properties(FILE);
  const organisation = file?.get('organisation')?.text();
  file?.get('source')?.text(2_000);
  const located = file ? readUnits(file, problems) : [];
  if (problems.none) inspect(located, problems);
  if (!problems.none || organisation === undefined) return { ok: false, problems: problems.list() };
  return { ok: true, organisation, events: located.map(({ event }) => event) };
}

function readUnits(file: ReadonlyMap<keyof typeof FILE, Reading>, problems: Problems): readonly LocatedEvent[] {
  const from = file.get('from')?.date();
  const units = file.get('units')?.list(MAX_UNITS);
  if (units?.length === 0) problems.add('organisation.empty', '/units');
  return units?.flatMap((unit) => readUnit(unit, from)) ?? [];
}

/** The founding of a unit, and its end where the file says one. */
export function readUnit(unit: Reading, defaultFrom: LocalDate | undefined): readonly LocatedEvent[] {
  const fields = unit.properties(UNIT);
  if (!fields) return [];
  const entry = readEntry(fields);
  const end = readEnd(fields);
  const from = fields.has('from') ? fields.get('from')?.date() : defaultFrom;
  if (!entry || !from) return [];
  const founded: LocatedEvent = {
    event: { type: 'UnitFounded', data: { ...entry, from } },
    at: (name) => pointer(unit.path, name),
  };
  if (!end) return [founded];
  const event: OrganisationEvent = { type: 'UnitDissolved', data: { id: entry.id, ...end } };
  return [founded, { event, at: (name) => pointer(unit.path, name === 'from' ? 'to' : name) }];
}

function readEntry(fields: UnitFields): UnitEntry | undefined {
  const entry = {
    id: readUnitId(fields.get('id')),
    name: fields.get('name')?.text(),
    aliases: fields.has('aliases') ? textsOf(fields.get('aliases')) : [],
    localName: fields.get('localName')?.text() ?? null,
    tier: memberOf(fields.get('tier'), TIERS, 'organisation.unknown-tier'),
    kind: memberOf(fields.get('kind'), UNIT_KINDS, 'organisation.unknown-kind'),
    superior: fields.get('superior')?.value === null ? null : readUnitId(fields.get('superior')),
  };
  return isWhole(entry) ? entry : undefined;
}

/** Narrows an entry whose fields may be unreadable (undefined; null is a value) to one that is read. */
const isWhole = (entry: { readonly [K in keyof UnitEntry]: UnitEntry[K] | undefined }): entry is UnitEntry =>
  Object.values(entry).every((value) => value !== undefined);

function readEnd(fields: UnitFields): { readonly from: LocalDate; readonly successors: readonly UnitId[] } | undefined {
  const successors = fields.get('successors')?.list(MAX_UNITS)?.map(readUnitId) ?? [];
  const from = fields.get('to')?.date();
  if (!fields.has('to') && successors.length > 0) {
    fields.get('successors')?.complain('organisation.successor-without-end', { id: String(fields.get('id')?.value) });
  }
  return from && { from, successors: successors.filter((id) => id !== undefined) };
}

/** An id, where a place holds a well-formed one. */
export function readUnitId(reading: Reading | undefined): UnitId | undefined {
  const id = reading?.string(field.text.expected);
  if (id === undefined || (id.length <= MAX_ID && ID.test(id))) return id as UnitId | undefined;
  return reading?.complain('organisation.bad-id', { id, limit: MAX_ID });
}

function textsOf(reading: Reading | undefined): readonly string[] | undefined {
  const texts = reading?.list(50)?.map((each) => each.text());
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}

function memberOf<T extends string>(
  reading: Reading | undefined,
  known: readonly T[],
  code: 'organisation.unknown-tier' | 'organisation.unknown-kind',
): T | undefined {
  const value = reading?.string(field.text.expected);
  if (value === undefined) return undefined;
  return known.find((each) => each === value) ?? reading?.complain(code, { value, known: known.join(', ') });
}

/** Header of a file to be written; see {@link OrganisationFile}. */
export type OrganisationHeader = Omit<OrganisationFile, 'units'>;

/**
 * The file that founds and dissolves the same units: the inverse of {@link readOrganisationFile}. Renames and moves are not
 * written: the form has no place for them.
 */
export function toOrganisationFile(header: OrganisationHeader, events: readonly OrganisationEvent[]): OrganisationFile {
  const ends = new Map(events.flatMap((event) => (event.type === 'UnitDissolved' ? [[event.data.id, event.data] as const] : [])));
  const units = events.flatMap((event): OrganisationFileUnit[] => {
    if (event.type !== 'UnitFounded') return [];
    const { id, name, aliases, localName, tier, kind, superior, from } = event.data;
    const end = ends.get(id);
    const unit = {
      id,
      name,
      ...(aliases.length > 0 && { aliases }),
      ...(localName !== null && { localName }),
      tier,
      kind,
      superior,
      ...(from !== header.from && { from }),
      ...(end && { to: end.from }),
      ...(end && end.successors.length > 0 && { successors: end.successors }),
    };
    return [unit];
  });
  return { ...header, units };
}
