import type { Tier, UnitClass, UnitKind } from '#engine';
import { type Language, phraseOf } from './concepts.js';
import { foldName, stripMarks } from './fold.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from './unit-words.js';

/** A class of units that a text does not name yet. */
export interface NewGroup {
  readonly name: string;
  readonly of: UnitClass;
}

/** A name without marks, and without signs of lists around it. */
export const bare = (name: string): string =>
  stripMarks(foldName(name))
    .replace(/[.:;,\s]+$/, '')
    .replace(/^[-–•*+\s]+/, '');

type Usual = readonly [pattern: RegExp, kind: UnitKind, tier: Tier, name: string];

/** Classes as plans usually name them, without marks; the name is that which a text then gives them. */
const USUAL: readonly Usual[] = [
  [/^(cac )?so,? (ban,? )?(nganh|nganh tinh)( cap tinh| cua tinh)?$/, 'professional-agency', 'province', 'Sở, ban, ngành'],
  [
    /^(ubnd|uy ban nhan dan) (cac )?(cap huyen|(quan,? )?huyen(,? (quan|thi xa|thanh pho))*)$/,
    'peoples-committee',
    'district',
    'UBND cấp huyện',
  ],
  [
    /^(ubnd|uy ban nhan dan) (cac )?(cap xa|xa(,? (phuong|thi tran|dac khu))*|phuong(,? xa)?)$/,
    'peoples-committee',
    'commune',
    'UBND cấp xã',
  ],
];

/** The classes that a plan may give work to by a usual name. */
export const USUAL_CLASSES: readonly NewGroup[] = USUAL.map(([, kind, tier, name]) => ({ name, of: { kind, tier } }));

/** The class that is usually called so; null where the words are no usual ones. */
export function usualClass(words: string): NewGroup | null {
  const wanted = bare(words);
  const found = USUAL.findIndex(([pattern]) => pattern.test(wanted));
  return USUAL_CLASSES[found] ?? null;
}

/** The line that gives a class its name. */
export function groupLine({ name, of }: NewGroup, language: Language): string {
  const say = (id: Parameters<typeof phraseOf>[0]): string => phraseOf(id, language);
  return `${say('GROUP')} [${name}] ${say('CONSISTS')} ${say(KIND_CONCEPTS[of.kind])} ${say(TIER_CONCEPTS[of.tier])}`;
}
