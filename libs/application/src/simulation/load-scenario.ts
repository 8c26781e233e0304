import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, type Bilingual } from '#contracts';
import { localDateOf, type CalendarData, type LocalDate, type OrganisationEvent, type UnitId } from '#engine';
import { canonicalJson } from '#event-store';
import { foldOrganisation, readOrganisationFile, validateCalendar, VIETNAM_CALENDAR } from '#organisation';
import type { ScenarioBundle } from './bundle.js';
import { readRules } from './check-rules.js';
import { checkScenario } from './check-scenario.js';
import { ScenarioInvalid } from './problems.js';
import { readScenario } from './read-scenario.js';
import type { Scenario } from './scenario.js';

/** One problem of a data file, as its reader tells it. */
export interface DataProblem {
  readonly code: string;
  readonly path: string;
  readonly message: Bilingual;
  readonly mend: Bilingual;
}

/** Thrown when an organisation or calendar file does not read: every problem with its place. */
export class DataFileInvalid extends AppError {
  override readonly code = 'data.invalid';
  override readonly mend: Bilingual = { vi: 'Sửa từng lỗi dưới đây.', en: 'Mend each of the problems below.' };
  constructor(
    readonly file: string,
    readonly problems: readonly DataProblem[],
  ) {
    super(`${file}: ${problems.map(({ path: place, message }) => `${place} ${message.en}`).join('\n')}`);
  }
  override get what(): Bilingual {
    const count = this.problems.length;
    return { vi: `${this.file} có ${count} lỗi.`, en: `${this.file} has ${count} problem${count === 1 ? '' : 's'}.` };
  }
}

/** Thrown when a file is not there, cannot be read, or is no JSON where JSON is needed. */
export class FileUnreadable extends AppError {
  override readonly code = 'file.unreadable';
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
  override get what(): Bilingual {
    return { vi: `Không đọc được ${this.file} (${this.reason}).`, en: `${this.file} cannot be read (${this.reason}).` };
  }
  override get mend(): Bilingual {
    return {
      vi: 'Kiểm tra tên tệp, quyền đọc và nội dung (UTF-8, JSON đúng cú pháp).',
      en: 'Check the name of the file, the right to read it, and its content (UTF-8, well-formed JSON).',
    };
  }
}

/** Largest file that is read. */
const MAX_BYTES = 32 * 1_048_576;

/**
 * Reads a folder with a `scenario.json` and the files it names, and checks all of it against one another. Records nothing.
 * @throws FileUnreadable, ScenarioInvalid, DataFileInvalid or RulesFileInvalid, each with every problem of its file
 */
export async function loadScenario(folder: string): Promise<ScenarioBundle> {
  const scenario = await readScenarioFile(path.join(folder, 'scenario.json'));
  const organisation = await readOrganisation(folder, scenario.organisation);
  const calendar = scenario.calendar === null ? VIETNAM_CALENDAR : await readCalendarFile(path.join(folder, scenario.calendar));
  const texts = new Map<string, string>();
  for (const name of scenario.rules) texts.set(name, await readText(path.join(folder, name)));
  const history = foldOrganisation(organisation);
  const problems = checkScenario(scenario, history, readRules(texts, history, calendar));
  if (problems.length > 0) throw new ScenarioInvalid(problems, path.join(folder, 'scenario.json'));
  return { scenario, organisation, calendar, texts, ...identity({ scenario, organisation, calendar, texts }) };
}

type Parts = Pick<ScenarioBundle, 'scenario' | 'organisation' | 'calendar' | 'texts'>;

function identity({ scenario, organisation, calendar, texts }: Parts): Pick<ScenarioBundle, 'hash' | 'top' | 'begins'> {
  const whole = canonicalJson({ scenario, organisation, calendar, texts: Object.fromEntries(texts) });
  return {
    hash: createHash('sha256').update(whole, 'utf8').digest('hex'),
    top: topOf(organisation),
    begins: beginningOf(scenario),
  };
}

function topOf(organisation: readonly OrganisationEvent[]): UnitId {
  const top = organisation.find((event) => event.type === 'UnitFounded' && event.data.superior === null);
  if (!top) throw new TypeError('an organisation without a top has been read');
  return top.data.id;
}

function beginningOf({ actions }: Scenario): LocalDate {
  const [first] = actions;
  if (!first) throw new TypeError('a scenario without actions has been read');
  return localDateOf(first.at);
}

async function readScenarioFile(file: string): Promise<Scenario> {
  const read = readScenario(await readJson(file));
  if (!read.ok) throw new ScenarioInvalid(read.problems, file);
  return read.scenario;
}

async function readOrganisation(folder: string, name: string): Promise<readonly OrganisationEvent[]> {
  const file = path.join(folder, name);
  const read = readOrganisationFile(await readJson(file));
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.events;
}

/** @throws DataFileInvalid when the calendar does not read */
export async function readCalendarFile(file: string): Promise<CalendarData> {
  const read = validateCalendar(await readJson(file));
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.calendar;
}

/** @throws FileUnreadable when the file is no JSON */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new FileUnreadable(file, (error as Error).message);
  }
}

/** @throws FileUnreadable when the file is not there, too large, or not UTF-8 */
export async function readText(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new FileUnreadable(file, `> ${MAX_BYTES} B`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    throw new FileUnreadable(file, (error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
}
