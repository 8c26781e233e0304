import { createInterface } from 'node:readline';
import { describeReading, readDeadline, type DeadlineReading } from '#dsl';
import { parseLocalDate, workingCalendar, type LocalDate, type WorkingCalendar } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { dateOption } from './dates.js';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
import { readCalendar } from './files.js';
import type { Language, Terminal } from './terminal.js';
import type { Run, Typed } from './verb.js';

/** What every phrase of a run is read with; a line of a batch may name its own dates. */
export interface DeadlineSettings {
  readonly issuedOn: LocalDate | undefined;
  readonly receivedOn: LocalDate | undefined;
  readonly calendar: WorkingCalendar;
  readonly language: Language;
}

/** `thac deadline "<phrase>" --issued D`: how a typed time phrase reads; with `--batch`, JSON lines in and one reading a line out. */
export const runDeadline: Run = async (typed, terminal) => {
  const settings = await settingsOf(typed, terminal);
  const [phrase] = typed.words;
  if (typed.flag('batch')) {
    if (phrase !== undefined) throw misused({ vi: '--batch đọc từ đầu vào chuẩn.', en: '--batch reads standard input.' });
    for await (const line of createInterface({ input: process.stdin }))
      terminal.out(JSON.stringify(readBatchLine(line, settings)));
    return EXIT.ok;
  }
  const { issuedOn } = settings;
  if (phrase === undefined) throw misused({ vi: 'Thiếu cụm thời hạn.', en: 'The phrase is missing.' });
  if (issuedOn === undefined) throw misused({ vi: 'Thiếu ngày ban hành.', en: 'The day of issue is missing.' });
  const reading = readDeadline(phrase, { ...settings, issuedOn, receivedOn: settings.receivedOn ?? null });
  if (typed.flag('json')) terminal.out(JSON.stringify(reading));
  else printReading(reading, terminal);
  return EXIT.ok;
};

async function settingsOf(typed: Typed, { language }: Terminal): Promise<DeadlineSettings> {
  const file = typed.value('calendar');
  return {
    issuedOn: dateOption(typed, 'issued'),
    receivedOn: dateOption(typed, 'received'),
    calendar: workingCalendar(file === undefined ? VIETNAM_CALENDAR : await readCalendar(file)),
    language,
  };
}

const misused = (what: { vi: string; en: string }): UsageFault =>
  new UsageFault(what, {
    vi: 'Dùng: thac deadline "<cụm thời hạn>" --issued YYYY-MM-DD, hoặc thac deadline --batch < tệp.jsonl.',
    en: 'Use: thac deadline "<phrase>" --issued YYYY-MM-DD, or thac deadline --batch < file.jsonl.',
  });

function printReading(reading: DeadlineReading, { language, out }: Terminal): void {
  out(describeReading(reading, language));
  for (const other of alternativesOf(reading)) out(`  ${language === 'vi' ? 'hoặc' : 'or'}: ${describeReading(other, language)}`);
}

const alternativesOf = (reading: DeadlineReading): readonly DeadlineReading[] =>
  reading.kind === 'composite' ? reading.parts.flatMap(alternativesOf) : (reading.alternatives ?? []);

const BAD_LINE = {
  json: { vi: 'Dòng này không phải JSON.', en: 'This line is not JSON.' },
  phrase: { vi: 'Dòng này cần "phrase" là chữ.', en: 'This line needs "phrase", a text.' },
  dates: {
    vi: 'Dòng này cần "issued" (và "received", nếu có) là ngày có thật, YYYY-MM-DD.',
    en: 'This line needs "issued" (and "received", where given), days that exist, as YYYY-MM-DD.',
  },
} as const;

/** The reading of one line `{phrase, issued, received?}`; a line that cannot be read answers `unknown` and why. Never throws. */
export function readBatchLine(line: string, settings: DeadlineSettings): DeadlineReading {
  const refuse = (why: keyof typeof BAD_LINE): DeadlineReading => ({ kind: 'unknown', why: BAD_LINE[why][settings.language] });
  const row = parsed(line);
  if (row === undefined) return refuse('json');
  if (typeof row['phrase'] !== 'string') return refuse('phrase');
  const issuedOn = dateOf(row['issued'], settings.issuedOn);
  const receivedOn = dateOf(row['received'], settings.receivedOn ?? null);
  if (!issuedOn || receivedOn === undefined) return refuse('dates');
  return readDeadline(row['phrase'], { ...settings, issuedOn, receivedOn });
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The date of a field; the run's own where the field is absent, undefined where it is no date. */
function dateOf<Default>(value: unknown, otherwise: Default): LocalDate | Default | undefined {
  if (value === undefined || value === null) return otherwise;
  return typeof value === 'string' ? parseLocalDate(value) : undefined;
}
