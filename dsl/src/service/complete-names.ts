import type { Directory, UnitClass, UnitEntry, UnitId } from '#engine';
import type { Span } from '../lexer/lines.js';
import { sameClass } from '../semantics/reading.js';
import { type Language, phraseOf } from '../vocabulary/concepts.js';
import { foldName, stripMarks } from '../vocabulary/fold.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
import { USUAL_CLASSES } from '../vocabulary/usual-classes.js';
import type { Analysis } from './analysis.js';
import type { Completion } from './answers.js';

/** Where a name is to be written, and what of it is typed already. */
export interface NameRequest {
  readonly typed: string;
  /** What the completion takes the place of, brackets included. */
  readonly span: Span;
  /** Id of the keyword before. */
  readonly after: string | undefined;
}

/** A name in the forms that a person may type. */
interface Known {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'unit' | 'group';
  readonly forms: readonly string[];
  /** The unit that bears it; null where many do. */
  readonly unit: UnitId | null;
}

const MOST = 50;
const INDEXES = new WeakMap<Directory, readonly Known[]>();

/** Names that begin with, or hold, what is typed: without marks, by their initials, by their aliases. The nearest come first. */
export function completeName({ typed, span, after }: NameRequest, analysis: Analysis): readonly Completion[] {
  const bare = stripMarks(foldName(typed));
  const found = candidates(after, analysis).flatMap((known) => {
    const rank = Math.min(...known.forms.map((form) => rankOf(form, bare)));
    return Number.isFinite(rank) ? [{ known, rank }] : [];
  });
  const steps = new Map(found.map(({ known }) => [known, stepsTo(known, analysis)]));
  const far = ({ known }: { readonly known: Known }): number => steps.get(known) ?? FAR;
  const nearest = found
    .toSorted((a, b) => a.rank - b.rank || far(a) - far(b) || compare(a.known.name, b.known.name))
    .slice(0, MOST);
  const each = phraseOf('EACH', analysis.lexed.language);
  return nearest.map(({ known: { name, detail, kind } }) => {
    const text = kind === 'group' && after !== 'EACH' ? `${each} [${name}]` : `[${name}]`;
    return { kind, label: name, detail, ...span, text };
  });
}

/** Further than any unit below the issuer. */
const FAR = 9;

/** How far below the issuer a unit stands: most work goes to those right below. Groups are of the text itself. */
function stepsTo({ kind, unit }: Known, { env: { directory }, reading: { issuer } }: Analysis): number {
  if (kind === 'group') return -1;
  let above = unit;
  for (let steps = 0; above !== null && steps < FAR; steps++) {
    if (above === issuer?.id) return steps;
    above = directory.units.get(above)?.superior ?? null;
  }
  return FAR;
}

const compare = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b));

function rankOf(form: string, typed: string): number {
  if (form.startsWith(typed)) return 0;
  if (form.includes(` ${typed}`)) return 1;
  return form.includes(typed) ? 2 : Number.POSITIVE_INFINITY;
}

function candidates(after: string | undefined, analysis: Analysis): readonly Known[] {
  if (after === 'GROUP') return [];
  const { directory } = analysis.env;
  const groups = [...groupsOf(analysis), ...usualGroups(analysis)];
  if (after === 'EACH') return groups;
  return after === 'VIA' ? [...localNames(directory), ...unitsOf(directory)] : [...groups, ...unitsOf(directory)];
}

const groupsOf = ({ reading, lexed: { language } }: Analysis): readonly Known[] =>
  [...reading.groups.values()].map(({ name, of }) => groupKnown(name.value, of, language));

/** Classes by their usual names, which a quick fix then adds to the text; those that it has, and that have no units, are left out. */
function usualGroups({ reading, env: { directory }, lexed: { language } }: Analysis): readonly Known[] {
  const units = [...directory.units.values()];
  return USUAL_CLASSES.filter(
    ({ of }) => !sameClass(of, reading) && units.some(({ kind, tier }) => kind === of.kind && tier === of.tier),
  ).map(({ name, of }) => groupKnown(name, of, language));
}

function groupKnown(name: string, of: UnitClass | null, language: Language): Known {
  const detail = of ? `${phraseOf(KIND_CONCEPTS[of.kind], language)} ${phraseOf(TIER_CONCEPTS[of.tier], language)}` : '';
  return { name, detail, kind: 'group', forms: formsOf(name), unit: null };
}

function unitsOf(directory: Directory): readonly Known[] {
  const known = INDEXES.get(directory);
  if (known) return known;
  const units = [...directory.units.values()].map((unit) => ({
    name: unit.name,
    detail: superiorName(unit, directory),
    kind: 'unit' as const,
    forms: [unit.name, ...unit.aliases].flatMap(formsOf),
    unit: unit.id,
  }));
  INDEXES.set(directory, units);
  return units;
}

const superiorName = ({ superior }: UnitEntry, { units }: Directory): string => (superior && units.get(superior)?.name) ?? '';

function localNames({ units }: Directory): readonly Known[] {
  const names = new Set([...units.values()].flatMap(({ localName }) => localName ?? []));
  return [...names].map((name) => ({ name, detail: '', kind: 'unit', forms: formsOf(name), unit: null }));
}

/** Without marks, and by initials: `so noi vu`, `snv`. */
function formsOf(name: string): readonly string[] {
  const bare = stripMarks(foldName(name));
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [bare, words.map((word) => word.charAt(0)).join('')];
}
