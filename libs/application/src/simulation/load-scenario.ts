import { createHash } from 'node:crypto';
import path from 'node:path';
import { DataFileInvalid, parseJsonFile } from '#contracts';
import { localDateOf, type CalendarData, type LocalDate, type OrganisationEvent, type UnitId } from '#engine';
import { canonicalJson } from '#event-store';
import {
  foldOrganisation,
  readOrganisationChanges,
  readOrganisationFile,
  validateCalendar,
  VIETNAM_CALENDAR,
  type OrganisationHistory,
} from '#organisation';
import type { ScenarioBundle } from './bundle.js';
import { readRules } from './check-rules.js';
import { checkScenario } from './check-scenario.js';
import { ScenarioInvalid } from './problems.js';
import { readScenario } from './read-scenario.js';
import type { Scenario } from './scenario.js';

/** Gives the text of a file. Should throw FileUnreadable where it cannot. */
export type ReadText = (file: string) => Promise<string>;

/**
 * Reads a folder with a `scenario.json` and the files it names, and checks all of it against one another. Records nothing.
 * @throws FileUnreadable, ScenarioInvalid, DataFileInvalid or RulesFileInvalid, each with every problem of its file
 */
export async function loadScenario(folder: string, readText: ReadText): Promise<ScenarioBundle> {
  const named = (name: string): string => path.join(folder, name);
  const json = async (file: string): Promise<unknown> => parseJsonFile(file, await readText(file));
  const file = named('scenario.json');
  const scenario = scenarioOf(await json(file), file);
  const organisation = organisationOf(await json(named(scenario.organisation)), named(scenario.organisation));
  const { calendar: own } = scenario;
  const calendar = own === null ? VIETNAM_CALENDAR : calendarOf(await json(named(own)), named(own));
  const calendars = new Map<string, CalendarData>();
  for (const action of scenario.actions) {
    if (action.do !== 'calendar' || calendars.has(action.calendar)) continue;
    const later = named(action.calendar);
    calendars.set(action.calendar, calendarOf(await json(later), later));
  }
  const reorganisations = new Map<string, readonly OrganisationEvent[]>();
  let history = foldOrganisation(organisation);
  for (const action of scenario.actions) {
    if (action.do !== 'reorganise' || reorganisations.has(action.changes)) continue;
    const events = changesOf(await json(named(action.changes)), named(action.changes), history);
    reorganisations.set(action.changes, events);
    history = foldOrganisation(events, history);
  }
  const texts = new Map<string, string>();
  for (const name of scenario.rules) texts.set(name, await readText(named(name)));
  const problems = checkScenario(scenario, history, readRules(texts, history, calendar));
  if (problems.length > 0) throw new ScenarioInvalid(problems, file);
  const parts = { scenario, organisation, calendar, calendars, reorganisations, texts };
  return { ...parts, ...identity(parts) };
}

type Parts = Pick<ScenarioBundle, 'scenario' | 'organisation' | 'calendar' | 'calendars' | 'reorganisations' | 'texts'>;

function identity({
  scenario,
  organisation,
  calendar,
  calendars,
  reorganisations,
  texts,
}: Parts): Pick<ScenarioBundle, 'hash' | 'top' | 'begins'> {
  const later = calendars.size === 0 ? {} : { calendars: Object.fromEntries(calendars) };
  const changes = reorganisations.size === 0 ? {} : { reorganisations: Object.fromEntries(reorganisations) };
  const whole = canonicalJson({ scenario, organisation, calendar, ...later, ...changes, texts: Object.fromEntries(texts) });
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

function scenarioOf(json: unknown, file: string): Scenario {
  const read = readScenario(json);
  if (!read.ok) throw new ScenarioInvalid(read.problems, file);
  return read.scenario;
}

function organisationOf(json: unknown, file: string): readonly OrganisationEvent[] {
  const read = readOrganisationFile(json);
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.events;
}

function changesOf(json: unknown, file: string, onto: OrganisationHistory): readonly OrganisationEvent[] {
  const read = readOrganisationChanges(json, onto);
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.events;
}

function calendarOf(json: unknown, file: string): CalendarData {
  const read = validateCalendar(json);
  if (!read.ok) throw new DataFileInvalid(file, read.problems);
  return read.calendar;
}
