import type { Bilingual } from '#contracts';
import type { Span } from '../lexer/lines.js';
import { foldName } from '../vocabulary/fold.js';
import { tidy } from '../ast/tidy.js';
import type { Analysis } from './analysis.js';
import type { Renaming } from './answers.js';
import type { TaskNumber } from './task-numbers.js';

/** All places of one thing: the one that defines it, if the text does, and those that mean it. */
interface Thing {
  readonly kind: 'task' | 'target' | 'group' | 'unit' | 'above';
  readonly definition: Span | null;
  readonly uses: readonly Span[];
}

const within = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function thingAt(analysis: Analysis, offset: number): Thing | null {
  const number = analysis.numbers.find((candidate) => within(candidate.number.span, offset));
  if (number) return taskThing(number, analysis);
  const name = analysis.names().find(({ span }) => within(span, offset));
  if (!name) return null;
  const meaning = analysis.reading.meaningOf(name);
  const same = analysis.names().filter((other) => isSame(analysis, meaning, other));
  const group = meaning?.kind === 'group' ? meaning.group.name.span : null;
  if (!meaning) return null;
  const uses = same.map(({ span }) => span).filter(({ start }) => start !== group?.start);
  return { kind: meaning.kind, definition: group, uses };
}

function isSame(
  analysis: Analysis,
  meaning: ReturnType<Analysis['reading']['meaningOf']>,
  other: { value: string; span: Span },
): boolean {
  const found = analysis.reading.meaningOf(other);
  if (meaning?.kind === 'group') return found?.kind === 'group' && found.group === meaning.group;
  return meaning !== undefined && found?.kind === 'unit' && found.unit.id === meaning.unit.id;
}

function taskThing({ number: { written }, use, of }: TaskNumber, { numbers }: Analysis): Thing {
  const isAbove = use === 'above';
  const same = numbers.filter(
    (other) => other.number.written === written && other.of === of && (other.use === 'above') === isAbove,
  );
  const own = same.find((other) => other.use === 'own')?.number.span ?? null;
  const uses = same.map(({ number }) => number.span).filter(({ start }) => start !== own?.start);
  return { kind: isAbove ? 'above' : of, definition: own, uses };
}

/** Where the text defines what stands at an offset: a group, or a task; null where it does not. */
export const definition = (analysis: Analysis, offset: number): Span | null => thingAt(analysis, offset)?.definition ?? null;

/** Every place that means what stands at an offset, the defining one first. */
export function references(analysis: Analysis, offset: number): readonly Span[] {
  const thing = thingAt(analysis, offset);
  return thing ? [...(thing.definition ? [thing.definition] : []), ...thing.uses] : [];
}

/** What may be renamed at an offset: the words that a new name would replace; null where nothing may. */
export function renamable(analysis: Analysis, offset: number): Span | null {
  const thing = thingAt(analysis, offset);
  if (!thing?.definition) return null;
  const at = references(analysis, offset).find((span) => within(span, offset));
  return at ? inner(at, thing.kind) : null;
}

/** Without the brackets of a name. */
const inner = ({ start, end }: Span, kind: Thing['kind']): Span =>
  kind === 'group' ? { start: start + 1, end: end - 1 } : { start, end };

/** Gives a task another number, or a group another name, wherever the text means it. */
export function rename(analysis: Analysis, offset: number, to: string): Renaming {
  const thing = thingAt(analysis, offset);
  if (!thing?.definition)
    return refusal(
      'Chỉ đổi được số nhiệm vụ, chỉ tiêu và tên nhóm của văn bản này.',
      'Only numbers of tasks and targets, and groups, of this text can be renamed.',
    );
  const name = tidy(to);
  const why = thing.kind === 'group' ? whyNotName(name, analysis) : whyNotNumber(name, thing.kind, analysis);
  const unchanged =
    analysis.text.slice(inner(thing.definition, thing.kind).start, inner(thing.definition, thing.kind).end) === name;
  if (why && !unchanged) return why;
  return { ok: true, edits: references(analysis, offset).map((span) => ({ ...inner(span, thing.kind), text: name })) };
}

const refusal = (vi: string, en: string): Renaming => ({ ok: false, why: { vi, en } satisfies Bilingual });

function whyNotNumber(no: string, of: Thing['kind'], { numbers }: Analysis): Renaming | null {
  const word = of === 'task' ? { vi: 'nhiệm vụ', en: 'task' } : { vi: 'chỉ tiêu', en: 'target' };
  if (!/^\d+(\.\d+)*$/.test(no))
    return refusal(`“${no}” không phải số ${word.vi} (như 1.2).`, `“${no}” is no number of a ${word.en} (such as 1.2).`);
  const isTaken = numbers.some((other) => other.use === 'own' && other.of === of && other.number.written === no);
  return isTaken ? refusal(`Đã có ${word.vi} ${no}.`, `There is a ${word.en} ${no} already.`) : null;
}

function whyNotName(name: string, { reading }: Analysis): Renaming | null {
  if (name === '' || /[[\]\n]/.test(name))
    return refusal('Tên không được trống hay chứa dấu [ ].', 'A name is not empty and holds no [ ].');
  const known = reading.meaningOf({ value: name, span: { start: 0, end: 0 } }) ?? reading.groups.get(foldName(name));
  return known ? refusal(`Tên “${name}” đã được dùng.`, `The name “${name}” is taken.`) : null;
}
