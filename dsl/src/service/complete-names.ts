import type { Directory, UnitEntry } from '#engine';
import type { Span } from '../lexer/lines.js';
import { phraseOf } from '../vocabulary/concepts.js';
import { foldName, stripMarks } from '../vocabulary/fold.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
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
  const nearest = found.toSorted((a, b) => a.rank - b.rank || compare(a.known.name, b.known.name)).slice(0, MOST);
  const each = phraseOf('EACH', analysis.lexed.language);
  return nearest.map(({ known: { name, detail, kind } }) => {
    const text = kind === 'group' && after !== 'EACH' ? `${each} [${name}]` : `[${name}]`;
    return { kind, label: name, detail, ...span, text };
  });
}

const compare = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b));

function rankOf(form: string, typed: string): number {
  if (form.startsWith(typed)) return 0;
  if (form.includes(` ${typed}`)) return 1;
  return form.includes(typed) ? 2 : Number.POSITIVE_INFINITY;
}

function candidates(after: string | undefined, { env, reading, lexed: { language } }: Analysis): readonly Known[] {
  if (after === 'GROUP') return [];
  const groups = [...reading.groups.values()].map(({ name, of }): Known => {
    const detail = of ? `${phraseOf(KIND_CONCEPTS[of.kind], language)} ${phraseOf(TIER_CONCEPTS[of.tier], language)}` : '';
    return { name: name.value, detail, kind: 'group', forms: formsOf(name.value) };
  });
  if (after === 'EACH') return groups;
  const units = unitsOf(env.directory);
  return after === 'VIA' ? [...localNames(env.directory), ...units] : [...groups, ...units];
}

function unitsOf(directory: Directory): readonly Known[] {
  const known = INDEXES.get(directory);
  if (known) return known;
  const units = [...directory.units.values()].map((unit) => ({
    name: unit.name,
    detail: superiorName(unit, directory),
    kind: 'unit' as const,
    forms: [unit.name, ...unit.aliases].flatMap(formsOf),
  }));
  INDEXES.set(directory, units);
  return units;
}

const superiorName = ({ superior }: UnitEntry, { units }: Directory): string => (superior && units.get(superior)?.name) ?? '';

function localNames({ units }: Directory): readonly Known[] {
  const names = new Set([...units.values()].flatMap(({ localName }) => localName ?? []));
  return [...names].map((name) => ({ name, detail: '', kind: 'unit', forms: formsOf(name) }));
}

/** Without marks, and by initials: `so noi vu`, `snv`. */
function formsOf(name: string): readonly string[] {
  const bare = stripMarks(foldName(name));
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [bare, words.map((word) => word.charAt(0)).join('')];
}
