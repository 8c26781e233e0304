import type { LocalDate, OrganisationEvent } from '#engine';
import { inspect, MAX_UNITS } from './check-history.js';
import { EMPTY_HISTORY } from './history.js';
import type { LocatedEvent } from './inspection.js';
import { type OrganisationFileUnit, readUnit, readUnitId, toOrganisationFile } from './organisation-file.js';
import { pointer, type Problem, Problems } from './problem.js';
import { field, Reading } from './reading.js';

/** Changes of an organisation as a JSON file: what holds from a day on. */
export interface OrganisationChangesFile {
  /** First day of every change that gives none of its own. */
  readonly from: string;
  /** Where the data come from, for people. */
  readonly source?: string;
  readonly found?: readonly OrganisationFileUnit[];
  readonly rename?: readonly { readonly id: string; readonly name: string; readonly from?: string }[];
  readonly move?: readonly { readonly id: string; readonly superior: string; readonly from?: string }[];
  /** `successors`: who takes over, the first before the others; none where nobody does. */
  readonly dissolve?: readonly { readonly id: string; readonly successors?: readonly string[]; readonly from?: string }[];
}

/** What reading changes gives: their events in an order in which each finds what it speaks of, or everything that is wrong. */
export type OrganisationChangesRead =
  | { readonly ok: true; readonly events: readonly OrganisationEvent[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FILE = {
  from: field.date,
  source: field.optionalText,
  found: field.optionalList,
  rename: field.optionalList,
  move: field.optionalList,
  dissolve: field.optionalList,
} as const;
const RENAME = { id: field.text, name: field.text, from: field.optionalDate } as const;
const MOVE = { id: field.text, superior: field.text, from: field.optionalDate } as const;
const DISSOLVE = { id: field.text, successors: field.optionalList, from: field.optionalDate } as const;

type Fields<T> = ReadonlyMap<keyof T, Reading>;

/**
 * Reads parsed JSON as an {@link OrganisationChangesFile} on top of a history. All problems at once, each with a JSON Pointer into the
 * data and a way to mend it; never throws.
 */
export function readOrganisationChanges(json: unknown, onto = EMPTY_HISTORY): OrganisationChangesRead {
  const problems = new Problems();
  const file = new Reading(json, '', problems).properties(FILE);
  file?.get('source')?.text(2_000);
  const from = file?.get('from')?.date();
  const each = (name: 'found' | 'rename' | 'move' | 'dissolve', read: (change: Reading) => readonly LocatedEvent[]) =>
    file?.get(name)?.list(MAX_UNITS)?.flatMap(read) ?? [];
  const located = [
    ...each('found', (unit) => readUnit(unit, from)),
    ...each('rename', (change) => readRename(change, from)),
    ...each('move', (change) => readMove(change, from)),
    ...each('dissolve', (change) => readEnd(change, from)),
  ];
  if (problems.none && located.length === 0) problems.add('organisation.empty', '');
  if (problems.none) inspect(located, problems, onto);
  return problems.none ? { ok: true, events: located.map(({ event }) => event) } : { ok: false, problems: problems.list() };
}

/** What a change says of its day, else that of the file. */
const dayOf = (fields: ReadonlyMap<'from' | string, Reading> | undefined, day: LocalDate | undefined): LocalDate | undefined =>
  fields?.has('from') ? fields.get('from')?.date() : day;

const locate = (change: Reading, event: OrganisationEvent): readonly LocatedEvent[] => [
  { event, at: (name) => pointer(change.path, name) },
];

function readRename(change: Reading, day: LocalDate | undefined): readonly LocatedEvent[] {
  const fields: Fields<typeof RENAME> | undefined = change.properties(RENAME);
  const [id, name, from] = [readUnitId(fields?.get('id')), fields?.get('name')?.text(), dayOf(fields, day)];
  return id && name && from ? locate(change, { type: 'UnitRenamed', data: { id, name, from } }) : [];
}

function readMove(change: Reading, day: LocalDate | undefined): readonly LocatedEvent[] {
  const fields: Fields<typeof MOVE> | undefined = change.properties(MOVE);
  const [id, superior, from] = [readUnitId(fields?.get('id')), readUnitId(fields?.get('superior')), dayOf(fields, day)];
  return id && superior && from ? locate(change, { type: 'UnitMoved', data: { id, superior, from } }) : [];
}

function readEnd(change: Reading, day: LocalDate | undefined): readonly LocatedEvent[] {
  const fields: Fields<typeof DISSOLVE> | undefined = change.properties(DISSOLVE);
  const [id, from] = [readUnitId(fields?.get('id')), dayOf(fields, day)];
  const successors = fields?.get('successors')?.list(MAX_UNITS)?.map(readUnitId) ?? [];
  if (!id || !from) return [];
  return locate(change, {
    type: 'UnitDissolved',
    data: { id, from, successors: successors.filter((unit) => unit !== undefined) },
  });
}

/** The file that says the same changes: the inverse of {@link readOrganisationChanges}, for changes of one day. */
export function toOrganisationChanges(
  from: LocalDate,
  events: readonly OrganisationEvent[],
  source?: string,
): OrganisationChangesFile {
  const dated = (day: LocalDate): { readonly from?: string } => (day === from ? {} : { from: day });
  return {
    from,
    ...(source !== undefined && { source }),
    found: toOrganisationFile({ organisation: '', from }, foundings(events)).units,
    rename: events.flatMap(({ type, data }) =>
      type === 'UnitRenamed' ? [{ id: data.id, name: data.name, ...dated(data.from) }] : [],
    ),
    move: events.flatMap(({ type, data }) =>
      type === 'UnitMoved' ? [{ id: data.id, superior: data.superior, ...dated(data.from) }] : [],
    ),
    dissolve: events.flatMap(({ type, data }) =>
      type === 'UnitDissolved' ? [{ id: data.id, successors: data.successors, ...dated(data.from) }] : [],
    ),
  };
}

const foundings = (events: readonly OrganisationEvent[]): readonly OrganisationEvent[] =>
  events.filter(({ type }) => type === 'UnitFounded');
