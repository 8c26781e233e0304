import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#engine';
import { readDeadline, type DeadlineReading } from '#dsl';

interface Line {
  readonly phrase: string;
  readonly issued: LocalDate;
  readonly received?: LocalDate;
  readonly expect: DeadlineReading;
  readonly source: string;
}

const CORPUS: readonly Line[] = readFileSync(new URL('./corpus.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

/** What a line need not say: the wording of a reason, doubts within a composite, other readings where it names none. */
function comparable(reading: DeadlineReading, expected: DeadlineReading): unknown {
  const { alternatives, ...rest } = reading;
  if (rest.kind === 'unknown') return { kind: 'unknown' };
  const other = expected.alternatives === undefined ? {} : { alternatives };
  if (rest.kind !== 'composite' || expected.kind !== 'composite') return { ...rest, ...other };
  const parts = rest.parts.map((part, index) => comparable(part, expected.parts[index] ?? part));
  return { ...rest, ...other, parts: expected.sure === false ? parts.map(withoutDoubt) : parts };
}

const withoutDoubt = (part: unknown): unknown => {
  const { sure: _, ...rest } = part as DeadlineReading;
  return rest;
};

describe('The corpus of time phrases', () => {
  it('is large, and full of slips and of phrases that must not be guessed', () => {
    const unsure = CORPUS.filter((line) => line.expect.kind === 'unknown' || line.expect.sure === false);
    expect(CORPUS.length).toBeGreaterThanOrEqual(330);
    expect(unsure.length).toBeGreaterThanOrEqual(40);
    expect(CORPUS.filter((line) => line.source.includes('slip')).length).toBeGreaterThanOrEqual(40);
  });

  it.each(CORPUS.map((line) => [line.phrase.slice(0, 120), line.source, line] as const))('reads "%s" (%s)', (_, __, line) => {
    const { phrase, issued, received } = line;
    const reading = readDeadline(phrase, { issuedOn: issued, receivedOn: received ?? null });
    expect(comparable(reading, line.expect)).toEqual(line.expect);
    if (reading.kind === 'unknown') expect(reading.why).not.toBe('');
  });
});
