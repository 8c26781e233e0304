import { TIERS, UNIT_KINDS } from '#engine';
import type { Bilingual } from '#contracts';
import { JsonPlace, whole, wholeList, type Fields } from './json-reading.js';
import { ScenarioProblems, type ScenarioProblem } from './problems.js';
import { readAction } from './read-action.js';
import { readUnitId } from './read-ids.js';
import type { Action, Habit, Punctuality, Scenario, Who } from './scenario.js';

export type ScenarioRead =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

const MOST_DAYS = 400;

/** Reads parsed JSON as a {@link Scenario}: its form only. All problems at once, with JSON Pointers; never throws. */
export function readScenario(json: unknown): ScenarioRead {
  const problems = new ScenarioProblems();
  const root = new JsonPlace(json, '', problems).fields(
    ['title', 'seed', 'organisation', 'rules', 'habits', 'actions'],
    ['calendar'],
  );
  const scenario = root && readRoot(root);
  if (!scenario || !problems.none) return { ok: false, problems: problems.list() };
  return { ok: true, scenario };
}

function readRoot(root: Fields): Scenario | undefined {
  const actions = wholeList(root.get('actions')?.list()?.map(readAction));
  const scenario = whole<Scenario>({
    title: readTitle(root.get('title')),
    seed: root.get('seed')?.text(),
    organisation: fileName(root.get('organisation')),
    calendar: root.optional('calendar', fileName),
    rules: wholeList(root.get('rules')?.list(1_000)?.map(fileName)),
    habits: wholeList(root.get('habits')?.list(1_000)?.map(readHabit)),
    actions,
  });
  const place = root.get('actions');
  if (place && actions) checkOrder(actions, place);
  if (scenario && place) checkFiles(scenario, place);
  return scenario;
}

function readTitle(place: JsonPlace | undefined): Bilingual | undefined {
  const fields = place?.fields(['vi', 'en']);
  return fields && whole<Bilingual>({ vi: fields.get('vi')?.text(), en: fields.get('en')?.text() });
}

/** A file beside the scenario: a bare name, so that no scenario reads elsewhere. */
function fileName(place: JsonPlace | undefined): string | undefined {
  const name = place?.text();
  if (place === undefined || name === undefined) return undefined;
  return /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(name) ? name : place.problems.add('scenario.file-name', place.path, { name });
}

function checkOrder(actions: readonly Action[], place: JsonPlace): void {
  for (const [index, { at }] of actions.entries()) {
    const before = actions[index - 1]?.at;
    if (before !== undefined && at < before)
      place.problems.add('scenario.out-of-order', `${place.path}/${index}/at`, { at, before });
  }
}

function checkFiles({ actions, rules }: Scenario, { problems, path }: JsonPlace): void {
  if (!actions.some((action) => action.do === 'issue')) problems.add('scenario.no-plan', path);
  for (const [index, action] of actions.entries()) {
    if (action.do !== 'issue' || rules.includes(action.rules)) continue;
    problems.add('scenario.unknown-file', `${path}/${index}/rules`, { name: action.rules, known: rules.join(', ') });
  }
}

function readHabit(place: JsonPlace): Habit | undefined {
  const fields = place.fields(['who'], ['what', 'receive', 'start', 'submit', 'report', 'undated', 'accept']);
  if (!fields) return undefined;
  const days = (each: JsonPlace) => each.range(0, MOST_DAYS);
  const who = fields.get('who');
  return whole<Habit>({
    who: who && readWho(who),
    what: fields.optional('what', (list) => wholeList(list.list()?.map((each) => each.text()))),
    receive: fields.optional('receive', days),
    start: fields.optional('start', days),
    submit: fields.optional('submit', readPunctuality),
    report: fields.optional('report', readPunctuality),
    undated: fields.optional('undated', readUndated),
    accept: fields.optional('accept', days),
  });
}

function readWho(place: JsonPlace): Who | undefined {
  const fields = place.fields([], ['units', 'kind', 'tier', 'within']);
  return (
    fields &&
    whole<Who>({
      units: fields.optional('units', (list) => wholeList(list.list()?.map(readUnitId))),
      kind: fields.optional('kind', (each) => each.word(UNIT_KINDS)),
      tier: fields.optional('tier', (each) => each.word(TIERS)),
      within: fields.optional('within', readUnitId),
    })
  );
}

function readPunctuality(place: JsonPlace): Punctuality | undefined {
  const fields = place.fields(['onTime', 'late'], ['early', 'lateBy', 'count']);
  const read =
    fields &&
    whole<Punctuality>({
      onTime: fields.get('onTime')?.number(0, 1),
      late: fields.get('late')?.number(0, 1),
      early: fields.has('early') ? fields.get('early')?.range(0, MOST_DAYS) : [0, 0],
      lateBy: fields.has('lateBy') ? fields.get('lateBy')?.range(1, MOST_DAYS) : [1, 15],
      count: fields.has('count') ? fields.get('count')?.word(['days', 'hours'] as const) : 'days',
    });
  if (!read || read.onTime + read.late <= 1 + Number.EPSILON) return read;
  return place.problems.add('scenario.shares-above-one', place.path, { sum: read.onTime + read.late });
}

function readUndated(place: JsonPlace): Habit['undated'] | undefined {
  const fields = place.fields(['share', 'after']);
  return (
    fields &&
    whole<NonNullable<Habit['undated']>>({
      share: fields.get('share')?.number(0, 1),
      after: fields.get('after')?.range(0, MOST_DAYS),
    })
  );
}
