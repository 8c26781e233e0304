import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { explain } from '../src/index.js';
import { FORMS } from './catalogue.js';
import { env } from './texts.js';

/** A form of the catalogue and the sentence that shows what it comes to; none where its text has errors and is not explained. */
interface Shown {
  readonly id: string;
  readonly vi?: string | undefined;
  readonly en?: string | undefined;
}

/** The golden file: a form a paragraph, in the order of the catalogue; its sentence in Vietnamese, then in English. */
const SHOWN: readonly Shown[] = readFileSync(new URL('./golden/explained.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((paragraph) => {
    const [id = '', vi, en] = paragraph.split('\n').map((line) => line.trim());
    return id.endsWith(' (errors)') ? { id: id.replace(' (errors)', '') } : { id, vi, en };
  });

/** Contradictions are for the checks to catch: there is nothing to explain. */
const EXPLAINABLE = FORMS.filter(({ id }) => !id.startsWith('J'));

const sentencesOf = (text: string, language: 'vi' | 'en'): readonly string[] | null =>
  explain(text, env, language)?.rules.flatMap(({ sentences }) => sentences) ?? null;

describe('The explanation of the catalogue of what administrators write', () => {
  it('is whole: every text of every form has a sentence', () => {
    expect(SHOWN.map(({ id }) => id)).toEqual(EXPLAINABLE.map(({ id }) => id));
  });

  it.each(EXPLAINABLE.map((form, index) => [form.id, form, SHOWN[index]] as const))('says what %s comes to', (_, form, shown) => {
    const vietnamese = sentencesOf(form.text, 'vi');
    const english = sentencesOf(form.text, 'en');
    if (shown?.vi === undefined) {
      expect([vietnamese, english]).toEqual([null, null]);
      return;
    }
    expect(vietnamese).toContain(shown.vi);
    expect(english).toContain(shown.en);
    expect(shown.en).not.toBe(shown.vi);
    expect(vietnamese?.length).toBe(english?.length);
  });
});
