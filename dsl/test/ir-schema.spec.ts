import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { check } from '../src/index.js';
import { FORMS } from './catalogue.js';
import { irSchemaText, SCHEMA_FILE } from './ir-schema.js';
import { env } from './texts.js';

/** As `thac compile --json` prints it. */
const printed = (text: string): unknown => JSON.parse(JSON.stringify(check(text, env).rules));
const COMPILED = FORMS.filter(({ text }) => check(text, env).rules !== null);

type Path = readonly (string | number)[];

/** A copy with one part set to something else; `undefined` takes it out. */
function planted(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? (value.slice() as unknown as Record<number, unknown>)
    : { ...(value as Record<string, unknown>) };
  const inner = planted(copy[key], rest, part);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

describe('The JSON Schema of compiled rules', () => {
  let isValid: ValidateFunction;
  beforeAll(() => {
    isValid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object);
  });

  it('is what the engine’s types say (else: npm run build && node dist/dsl/test/ir-schema.js)', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(irSchemaText());
  });

  it('is tried on most forms of the catalogue', () => {
    expect(COMPILED.length).toBeGreaterThan(FORMS.length * 0.8);
  });

  it.each(COMPILED.map(({ id, text }) => [id, text] as const))('holds for %s', (_, text) => {
    isValid(printed(text));
    expect(isValid.errors).toBeNull();
  });

  const PLANTED: Readonly<Record<string, readonly [path: Path, part: unknown]>> = {
    'a field that nobody knows': [['tasks', 0, 'colour'], 'red'],
    'a field too few': [['tasks', 0, 'title'], undefined],
    'null where something must stand': [['plan', 'number'], null],
    'a form of deadline that there is not': [['tasks', 0, 'deadline', 'kind'], 'someday'],
    'a part of another form of deadline': [['tasks', 0, 'deadline', 'quarter'], 3],
    'a day that no calendar has': [['plan', 'issuedOn'], '2022-13-01'],
    'a day written another way': [['tasks', 0, 'deadline', 'date'], '15/7/2022'],
    'a number as a text': [['place', 'line'], '1'],
    'a flag as a number': [['inheritsAll'], 0],
    'an agency of no kind': [['tasks', 0, 'leads', 0, 'kind'], 'friend'],
    'another version': [['irVersion'], 2],
    'a list as one thing': [['tasks'], {}],
  };

  it.each(Object.keys(PLANTED))('refuses %s', (name) => {
    const { text } = FORMS[0]!;
    const [path, part] = PLANTED[name]!;
    const good = printed(text);
    const bad = planted(good, path, part);
    expect(bad).not.toEqual(good);
    expect(isValid(good)).toBe(true);
    expect(isValid(bad)).toBe(false);
  });

  it('refuses any field of any form that is taken out or renamed, unless the type lets it be absent', () => {
    const absent = new Set<string>();
    for (const { text } of COMPILED) {
      const good = printed(text);
      for (const path of fieldsOf(good, [])) {
        expect(isValid(planted(good, [...path.slice(0, -1), `${path.at(-1)}x`], 1))).toBe(false);
        if (isValid(planted(good, path, undefined))) absent.add(String(path.at(-1)));
      }
    }
    expect([...absent].toSorted()).toMatchSnapshot();
  });
});

/** Paths of all fields of objects. */
function fieldsOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part, index) => fieldsOf(part, [...path, index]));
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...fieldsOf(part, [...path, key])]);
}
