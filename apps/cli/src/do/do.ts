import { randomUUID } from 'node:crypto';
import { closestWord } from '#contracts';
import { EXIT } from '../exit-codes.js';
import { unknownWord, UsageFault } from '../faults.js';
import { Server } from '../server.js';
import type { Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { bodyOf } from './body.js';
import { DEEDS, type Deed, type DeedName } from './deeds.js';

const URL_BY_DEFAULT = 'http://localhost:3000';

/** `thac do DEED …`: sends one deed to a running server, once per key. */
export const runDo: Run = async (typed, terminal) => {
  const name = typed.words[0] ?? '';
  const deed = deedOf(name);
  checkFields(name, deed, typed);
  const path = pathOf(deed, typed);
  const body = bodyOf(deed, typed);
  const server = new Server(typed.value('url') ?? URL_BY_DEFAULT);
  const key = typed.value('key') ?? randomUUID();
  // Told before anything is sent: whoever gets no answer repeats the act with it.
  const said = `${{ vi: 'Khóa', en: 'Key' }[terminal.language]}: ${key}`;
  if (typed.flag('json')) terminal.err(said);
  else terminal.out(said);
  const { answer, replayed } = await server.post<Answer>(path, body, { key });
  if (typed.flag('json')) terminal.out(JSON.stringify({ key, replayed, ...answer }, null, 2));
  else tell(name, { answer, replayed }, terminal);
  return EXIT.ok;
};

/** @throws UsageFault with the nearest deed */
function deedOf(name: string): Deed {
  if (Object.hasOwn(DEEDS, name)) return DEEDS[name as DeedName];
  throw unknownWord({ vi: 'thao tác', en: 'deed' }, name, Object.keys(DEEDS));
}

const ADDRESS = ['unit', 'item', 'report'] as const;

/** Options that the address of a deed needs, and may have. */
const NAMED: Readonly<Record<Deed['subject'], readonly (typeof ADDRESS)[number][]>> = {
  'unit plan': ['unit'],
  item: ['unit', 'item'],
  report: ['unit', 'report'],
  plan: [],
};

/** @throws UsageFault where an option is missing, or says something that the deed does not ask for */
function checkFields(name: string, deed: Deed, typed: Typed): void {
  const needed = ['plan', ...NAMED[deed.subject], ...deed.needs];
  for (const option of needed) if (typed.value(option) === undefined) throw missing(name, option);
  const allowed = new Set([...needed, ...deed.may, ...(deed.route === 'receive' ? ['item'] : [])]);
  for (const option of [...ADDRESS, ...EVERY_FIELD])
    if (typed.value(option) !== undefined && !allowed.has(option)) throw unasked(name, option, [...allowed]);
}

const EVERY_FIELD = [...new Set(Object.values<Deed>(DEEDS).flatMap(({ needs, may }) => [...needs, ...may]))];

const missing = (name: string, option: string): UsageFault =>
  new UsageFault(
    { vi: `Thao tác ${name} cần --${option}.`, en: `The deed ${name} needs --${option}.` },
    { vi: 'Xem: thac help do.', en: 'See: thac help do.' },
  );

function unasked(name: string, option: string, allowed: readonly string[]): UsageFault {
  const known = allowed.map((each) => `--${each}`).join(', ');
  const near = closestWord(option, allowed);
  return new UsageFault(
    { vi: `Thao tác ${name} không nhận --${option}.`, en: `The deed ${name} takes no --${option}.` },
    near === undefined
      ? { vi: `Dùng: ${known}.`, en: `It takes: ${known}.` }
      : { vi: `Có phải --${near}? Dùng: ${known}.`, en: `Did you mean --${near}? It takes: ${known}.` },
  );
}

function pathOf({ subject, route }: Deed, typed: Typed): string {
  const part = (name: string): string => encodeURIComponent(typed.value(name) ?? '');
  const plan = `plans/${part('plan')}`;
  if (subject === 'plan') return `${plan}/${route}`;
  const unit = `${plan}/units/${part('unit')}`;
  if (subject === 'report') return `${unit}/reports/${part('report')}/${route}`;
  return typed.value('item') === undefined ? `${unit}/${route}` : `${unit}/items/${part('item')}/${route}`;
}

/** What a write to a unit plan, or of a document, answers. */
interface Answer {
  readonly version?: number;
  readonly position: number;
}

function tell(
  name: string,
  { answer, replayed }: { readonly answer: Answer; readonly replayed: boolean },
  { language, out }: Terminal,
): void {
  const { position } = answer;
  const done = { vi: `Đã ghi: ${name}, vị trí ${position}.`, en: `Recorded: ${name}, position ${position}.` };
  const before = {
    vi: `Khóa này đã dùng: ${name} đã ghi trước đó, vị trí ${position}; không làm lại.`,
    en: `This key was used before: ${name} is recorded already, position ${position}; nothing was done again.`,
  };
  out((replayed ? before : done)[language]);
}
