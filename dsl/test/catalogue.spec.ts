import { describe, expect, it } from '@jest/globals';
import { check, type CheckResult } from '../src/index.js';
import { translate } from '../src/translate/translate.js';
import { FORMS, SECTIONS } from './catalogue.js';
import type { CatalogueEntry } from './catalogue/entry.js';
import { codesOf, env } from './texts.js';

const partOf = ({ rules }: CheckResult, path: string): unknown =>
  path
    .split('.')
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], rules);

const errorsOf = ({ diagnostics }: CheckResult): readonly string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ code, place }) => `${code}@${place.line}`);

function expectGiven({ gives }: CatalogueEntry, result: CheckResult): void {
  if ('code' in gives) {
    expect(codesOf(result)).toContain(gives.code);
    return;
  }
  expect(errorsOf(result)).toEqual([]);
  expect(partOf(result, gives.at)).toMatchObject(gives.holds as object);
}

/** Where a rule stands says nothing of what it means. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (key === 'place' ? undefined : inner)));

describe('The catalogue of what administrators write', () => {
  it('is whole: every form of every section', () => {
    const ids = Object.entries(SECTIONS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}${index + 1}`),
    );
    expect([...new Set(FORMS.map(({ id }) => id))].sort()).toEqual(ids.sort());
  });

  it.each(FORMS.map((form) => [form.id, form] as const))('%s is said in Vietnamese', (_, form) => {
    expectGiven(form, check(form.text, env));
  });

  it.each(FORMS.map((form) => [form.id, form] as const))('%s is said in English, and there and back is the same', (_, form) => {
    const english = translate(form.text, 'en').text;
    const result = check(english, env);
    expectGiven(form, result);
    expect(result.language).toBe('en');
    const vietnamese = check(form.text, env);
    expect(withoutPlaces(result.rules)).toEqual(withoutPlaces(vietnamese.rules));
    expect(codesOf(result)).toEqual(codesOf(vietnamese));
    expect(translate(translate(english, 'vi').text, 'en').text).toBe(english);
  });
});
