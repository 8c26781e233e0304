import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadScenario, type Outcome, type ScenarioBundle } from '#workflow';
import { check, draftOwnPlan, format, peekHeader, translate } from '#dsl';
import { parseLocalDate, type Directory } from '#engine';
import { foldOrganisation, snapshot } from '#organisation';
import { EXAMPLES, placeOf, rulesFilesOf, textOf } from './folders.js';
import { numberVi, readmeRows } from './readme-rows.js';

const FILES = ['README.md', 'expected.json', 'make-organisation.ts', 'organisation.json', 'scenario.json'];

/** Holds a rules text to what `fmt --check` asks for, and to a translation that loses nothing. */
function expectWellWritten(text: string, file: string): void {
  expect({ file, ...format(text) }).toEqual({ file, text, skipped: [], refused: false });
  const language = /^kế hoạch /m.test(text) ? 'vi' : 'en';
  const there = translate(text, language === 'vi' ? 'en' : 'vi');
  expect({ file, ...there }).toMatchObject({ file, untouched: [], refused: false });
  expect(there.text).not.toBe(text);
  expect(peekHeader(there.text)).toEqual(peekHeader(text));
  expect(translate(there.text, language)).toMatchObject({ text, untouched: [], refused: false });
}

/** What the checks find wrong with the ready drafts of all committees below the issuer of a plan. */
function faultsOfDrafts(text: string, directory: Directory): readonly string[] {
  const parent = check(text, { directory }).rules;
  if (!parent) return ['the plan itself does not check'];
  const committees = [...directory.units.values()].filter(
    ({ id, kind }) => kind === 'peoples-committee' && id !== parent.plan.issuer && directory.isWithin(id, parent.plan.issuer),
  );
  return committees.flatMap(({ id }) => {
    const draft = draftOwnPlan({ parent, directory, unit: id, number: '1/KH-UBND', issuedOn: directory.date }, 'vi');
    const { rules, diagnostics } = check(draft, { directory, parent });
    if (rules?.plan.issuer === id) return [];
    return [`${id}: ${diagnostics.map(({ code }) => code).join(' ')}`];
  });
}

describe('The examples', () => {
  it('are there', () => {
    expect(EXAMPLES).toContain('lao-cai-2022');
  });
});

describe.each(EXAMPLES)('The example %s', (example) => {
  const rulesFiles = rulesFilesOf(example);
  let bundle: ScenarioBundle;
  let outcome: Outcome;
  let readme: string;
  beforeAll(async () => {
    bundle = await loadScenario(placeOf(example), (file) => readFile(file, 'utf8'));
    outcome = JSON.parse(textOf(example, 'expected.json')) as Outcome;
    readme = textOf(example, 'README.md');
  });

  it('has its files, and its rules are those of the scenario: they check, and the scenario fits them', () => {
    for (const file of FILES) expect(textOf(example, file)).not.toBe('');
    expect(rulesFiles).not.toEqual([]);
    expect(bundle.scenario.rules.toSorted()).toEqual(rulesFiles);
  });

  it('says in both languages that what happens in it is invented', () => {
    expect(bundle.scenario.title.vi).toMatch(/giả định/);
    expect(bundle.scenario.title.en).toMatch(/invented/i);
    expect(readme).toMatch(/\*\*Everything in `scenario.json` is invented\*\*/);
  });

  it('is laid out, and comes back from the other language as it was', () => {
    for (const file of rulesFiles) expectWellWritten(textOf(example, file), file);
  });

  it('gives every committee a ready draft of its own plan that it may issue, whatever others share its name', () => {
    const text = bundle.texts.get(bundle.scenario.rules[0] ?? '') ?? '';
    const date = parseLocalDate(outcome.plan.issued)!;
    expect(faultsOfDrafts(text, snapshot(foldOrganisation(bundle.organisation), date))).toEqual([]);
  });

  it('has an outcome of the plan that is issued first', () => {
    const header = peekHeader(bundle.texts.get(bundle.scenario.rules[0] ?? '') ?? '');
    expect(outcome.plan).toMatchObject({ number: header?.number, issued: header?.issuedOn, issuer: header?.issuerName });
  });

  it('tells in its README what expected.json holds, and the commands that give it', () => {
    for (const row of readmeRows(outcome)) expect(readme).toContain(row);
    expect(readme).toMatch(new RegExp(`^npm run -s thac -- simulate examples/${example}( .*)?--json$`, 'm'));
    expect(readme).toMatch(new RegExp(`^npm run -s thac -- check examples/${example}/`, 'm'));
    for (const file of [...rulesFiles, ...FILES.filter((name) => name !== 'README.md')]) expect(readme).toContain(`\`${file}\``);
  });

  it('tells it in Vietnamese too', () => {
    const [, vietnamese = ''] = readme.split('\n## Tiếng Việt\n');
    expect(vietnamese).toContain(numberVi(outcome.assignments.total));
    expect(vietnamese).toMatch(/[Gg]iả định/);
  });
});
