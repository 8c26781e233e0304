import { globSync, readFileSync } from 'node:fs';
import type { Directory, UnitEntry } from '#engine';
import type { ItemNode } from '../../src/ast/nodes.js';
import type { CheckEnv } from '../../src/index.js';
import { parse } from '../../src/parser/parse.js';
import { translate } from '../../src/translate/translate.js';
import { FORMS } from '../catalogue.js';
import { directoryOf } from '../directory.js';
import { calendar, env } from '../texts.js';

/** A good text, and what it is checked against. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly env: CheckEnv;
}

const ROOT = new URL('../../../', import.meta.url);
/** Items of an example that are spoilt together: enough neighbours to be lost, few enough to be fast. */
const WINDOW = 3;

/** All forms of the catalogue, and all examples cut into small plans; each in both languages. */
export function sources(): readonly Source[] {
  const small = { ...env, directory: remembering(env.directory) };
  const forms = FORMS.map(({ id, text }, index): Source => ({ name: `${id} (${index})`, text, env: small }));
  return [...forms, ...examplePaths().flatMap(partsOf)].flatMap((source) => [
    source,
    { ...source, name: `${source.name}, other language`, text: otherLanguage(source) },
  ]);
}

/** The rules of every example, from the root of the house. */
export const examplePaths = (): readonly string[] => globSync('examples/*/**/*.thac', { cwd: ROOT }).toSorted();

function otherLanguage({ text }: Source): string {
  const { text: translated, from } = translate(text, 'en');
  return from === 'en' ? translate(text, 'vi').text : translated;
}

type FileUnit = Partial<UnitEntry> & Pick<UnitEntry, 'id' | 'name' | 'tier' | 'kind' | 'superior'>;

/** An example as small plans: its header with every few items in turn, and the groups that these name. */
function partsOf(path: string): readonly Source[] {
  const text = readFileSync(new URL(path, ROOT), 'utf8');
  const { items } = parse(text).document;
  const sliceOf = ({ span }: ItemNode): string => text.slice(span.start, span.end);
  const plan = items.find(({ kind }) => kind === 'plan');
  const groups = items.filter(({ kind }) => kind === 'group');
  const rest = items.filter((item) => item !== plan && !groups.includes(item));
  const windows = Math.ceil(rest.length / WINDOW);
  return Array.from({ length: windows }, (_, index) => {
    const own = rest.slice(index * WINDOW, (index + 1) * WINDOW).map(sliceOf);
    const needed = groups
      .filter((group) => group.kind === 'group' && own.join('').includes(`[${group.name?.value}]`))
      .map(sliceOf);
    const part = [...(plan ? [sliceOf(plan)] : []), ...needed, ...own].join('\n\n');
    return { name: `${path}, part ${index + 1}`, text: `${part}\n`, env: envOf(path, part) };
  });
}

/** The units that a text names, those above them, and one of each kind and tier. */
function envOf(path: string, text: string): CheckEnv {
  const file = new URL(`${path.split('/').slice(0, 2).join('/')}/organisation.json`, ROOT);
  const units = (JSON.parse(readFileSync(file, 'utf8')) as { units: FileUnit[] }).units.map(
    (unit): UnitEntry => ({ aliases: [], localName: null, ...unit }),
  );
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const chosen = new Set<UnitEntry>();
  const add = (unit: UnitEntry | undefined): void => {
    if (!unit || chosen.has(unit)) return;
    chosen.add(unit);
    if (unit.superior) add(byId.get(unit.superior));
  };
  for (const unit of units) if ([unit.name, ...unit.aliases].some((name) => text.includes(name))) add(unit);
  for (const [first] of Map.groupBy(units, ({ kind, tier }) => `${kind} ${tier}`).values()) add(first);
  return { directory: remembering(directoryOf([...chosen], '2022-06-30')), calendar };
}

/** A directory that looks for each name once: the same names are asked for in every mutant of a text. */
function remembering(directory: Directory): Directory {
  const known = new Map<string, UnitEntry | undefined>();
  const find: Directory['find'] = (name, below) => {
    const key = `${name}\n${below}`;
    if (!known.has(key)) known.set(key, directory.find(name, below));
    return known.get(key);
  };
  return { ...directory, find };
}
