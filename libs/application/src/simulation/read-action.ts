import type { ClockTime, DocumentRef, UnitId } from '#engine';
import { whole, wholeList, type Fields, type JsonPlace } from './json-reading.js';
import { planDeedOf } from './read-plan-deed.js';
import { readClass, readItemId, readReportId, readUnitId } from './read-ids.js';
import type { Action, DeedName, Drafters } from './scenario.js';

/** What each deed must and may say besides its date. */
const FIELDS: Readonly<Record<DeedName, readonly [required: readonly string[], optional: readonly string[]]>> = {
  issue: [['rules'], []],
  'issue-draft': [['number'], ['unit', 'each', 'below', 'except', 'language']],
  receive: [['unit'], []],
  start: [['unit', 'item'], []],
  submit: [['unit', 'item'], ['note']],
  accept: [['unit', 'item'], ['by']],
  return: [['unit', 'item', 'reason'], ['by']],
  extend: [['unit', 'item', 'to', 'document'], []],
  resolve: [['unit', 'item', 'due', 'document'], ['by']],
  suspend: [['unit', 'item', 'from', 'document'], ['until']],
  resume: [['unit', 'item', 'on', 'document'], []],
  withdraw: [['unit', 'item', 'reason', 'document'], []],
  'extend-report': [['unit', 'report', 'to', 'document'], []],
  declare: [['rules', 'event', 'on', 'document'], ['units']],
  amend: [['rules', 'changes', 'document'], []],
  end: [['rules', 'how', 'document'], []],
  calendar: [['calendar'], []],
  reorganise: [['changes'], []],
  'request-report': [
    ['unit', 'by', 'title', 'due'],
    ['time', 'document'],
  ],
  'raise-case': [['unit', 'condition'], []],
  'submit-report': [['unit', 'report', 'content'], []],
  'accept-report': [['unit', 'report'], ['by']],
  'return-report': [['unit', 'report', 'reason'], ['by']],
};

export const DEEDS = Object.keys(FIELDS) as readonly DeedName[];

const EVERY_FIELD = [...new Set(Object.values(FIELDS).flat(2))];

/** Reads one action; its form only. */
export function readAction(place: JsonPlace): Action | undefined {
  const name = deedOf(place);
  if (name === undefined) {
    place.fields(['at', 'do'], EVERY_FIELD)?.get('do')?.word(DEEDS);
    return undefined;
  }
  const [required, optional] = FIELDS[name];
  const fields = place.fields(['at', 'do', ...required], optional);
  const at = fields?.get('at')?.instant();
  const rest = fields && readRest(name, fields, place);
  return at === undefined || rest === undefined ? undefined : ({ at, do: name, ...rest } as Action);
}

function deedOf({ value }: JsonPlace): DeedName | undefined {
  const name: unknown = typeof value === 'object' && value !== null ? (value as { do?: unknown }).do : undefined;
  return DEEDS.find((deed) => deed === name);
}

type Rest = Omit<Action, 'at' | 'do'>;
type Asking = 'raise-case' | 'request-report';
const isAsking = (name: DeedName): name is Asking => name === 'raise-case' || name === 'request-report';

type OfFile = 'issue' | 'calendar' | 'reorganise';
const isOfFile = (name: DeedName): name is OfFile => name === 'issue' || name === 'calendar' || name === 'reorganise';

function readRest(name: DeedName, fields: Fields, place: JsonPlace): Rest | undefined {
  if (isAsking(name)) return readAsking(name, fields);
  return isOfFile(name) ? readFileDeed(name, fields) : readDeed(name, fields, place);
}

function readDeed(name: Exclude<DeedName, Asking | OfFile>, fields: Fields, place: JsonPlace): Rest | undefined {
  const text = (field: string) => fields.get(field)?.text();
  switch (name) {
    case 'declare':
    case 'amend':
    case 'end':
      return whole({ rules: text('rules'), document: readDocument(fields.get('document')), ...planDeedOf(name, fields) });
    case 'issue-draft':
      return readDraft(fields, place);
    case 'receive':
      return whole<{ unit: UnitId }>({ unit: readOn(fields, 'unit', readUnitId) });
    case 'submit-report':
    case 'accept-report':
    case 'return-report':
    case 'extend-report':
      return whole({ ...readSubject(fields), report: readOn(fields, 'report', readReportId), ...extras(name, fields) });
    default:
      return whole({ ...readSubject(fields), item: readOn(fields, 'item', readItemId), ...extras(name, fields) });
  }
}

/** What a file says: rules, a calendar, or changes of the organisation. */
function readFileDeed(name: OfFile, fields: Fields): Rest | undefined {
  const field = ({ issue: 'rules', calendar: 'calendar', reorganise: 'changes' } as const)[name];
  const file = fields.get(field)?.text();
  return file === undefined ? undefined : ({ [field]: file } as unknown as Rest);
}

/** What brings about a report that no rule foretells. */
function readAsking(name: Asking, fields: Fields): Rest | undefined {
  if (name === 'raise-case') return whole({ ...readSubject(fields), condition: fields.get('condition')?.text() });
  return whole({
    ...readSubject(fields),
    by: readOn(fields, 'by', readUnitId),
    title: fields.get('title')?.text(),
    due: fields.get('due')?.date(),
    time: fields.optional('time', readTime),
    document: fields.optional('document', readDocument),
  });
}

function readTime(place: JsonPlace): ClockTime | undefined {
  const text = place.text();
  if (text === undefined || CLOCK_TIME.test(text)) return text as ClockTime | undefined;
  place.problems.add('scenario.bad-time', place.path, { text });
  return undefined;
}

const CLOCK_TIME = /^(?!00:00)([01]\d|2[0-3]):[0-5]\d$/;

const readOn = <T>(fields: Fields, name: string, read: (place: JsonPlace) => T | undefined): T | undefined => {
  const place = fields.get(name);
  return place && read(place);
};

const readSubject = (fields: Fields): { unit: UnitId | undefined } => ({ unit: readOn(fields, 'unit', readUnitId) });

function extras(name: DeedName, fields: Fields): Readonly<Record<string, unknown>> {
  switch (name) {
    case 'submit':
      return { note: fields.optional('note', (place) => place.text()) };
    case 'accept':
    case 'accept-report':
      return { by: fields.optional('by', readUnitId) };
    case 'return':
    case 'return-report':
      return { by: fields.optional('by', readUnitId), reason: fields.get('reason')?.text() };
    case 'submit-report':
      return { content: fields.get('content')?.text() };
    default:
      return orderedExtras(name, fields);
  }
}

/** What is done by the order of a document. */
function orderedExtras(name: DeedName, fields: Fields): Readonly<Record<string, unknown>> {
  const document = fields.has('document') ? { document: readDocument(fields.get('document')) } : {};
  const date = (field: string) => fields.get(field)?.date();
  switch (name) {
    case 'extend':
    case 'extend-report':
      return { to: date('to'), ...document };
    case 'resolve':
      return { due: date('due'), by: fields.optional('by', readUnitId), ...document };
    case 'suspend':
      return { from: date('from'), until: fields.optional('until', (place) => place.date()), ...document };
    case 'resume':
      return { on: date('on'), ...document };
    case 'withdraw':
      return { reason: fields.get('reason')?.text(), ...document };
    default:
      return {};
  }
}

function readDocument(place: JsonPlace | undefined): DocumentRef | undefined {
  const fields = place?.fields(['number', 'date', 'issuer']);
  return (
    fields &&
    whole<DocumentRef>({
      number: fields.get('number')?.text(),
      date: fields.get('date')?.date(),
      issuer: readOn(fields, 'issuer', readUnitId),
    })
  );
}

function readDraft(fields: Fields, place: JsonPlace): Rest | undefined {
  const language = fields.has('language') ? fields.get('language')?.word(['vi', 'en'] as const) : 'vi';
  return whole<{ who: Drafters; number: string; language: 'vi' | 'en' }>({
    who: readDrafters(fields, place),
    number: fields.get('number')?.text(),
    language,
  });
}

function readDrafters(fields: Fields, place: JsonPlace): Drafters | undefined {
  if (fields.has('unit')) return whole<{ unit: UnitId }>(readSubject(fields));
  for (const name of ['each', 'below']) if (!fields.has(name)) place.problems.add('scenario.missing', place.path, { name });
  return whole<Extract<Drafters, { each: unknown }>>({
    each: readOn(fields, 'each', readClass),
    below: readOn(fields, 'below', readUnitId),
    except: fields.has('except') ? wholeList(fields.get('except')?.list()?.map(readUnitId)) : [],
  });
}
