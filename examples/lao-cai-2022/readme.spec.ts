import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

interface Punctual {
  readonly expected: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
}

interface Outcome {
  readonly assignments: {
    readonly total: number;
    readonly byTier: Readonly<Record<string, number>>;
    readonly byDeadlineKind: Readonly<Record<string, number>>;
  };
  readonly unitPlans: number;
  readonly itemsDue: Punctual;
  readonly reports: Punctual;
  readonly duties: Punctual;
  readonly escalations: { readonly total: number };
  readonly events: { readonly total: number };
}

const outcome = JSON.parse(read('expected.json')) as Outcome;
const number = (value: number | undefined): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const punctual = ({ expected, onTime, late }: Punctual): string =>
  `${number(expected)}: ${number(onTime)} on time, ${number(late)} late, `;

describe('The README of the example', () => {
  const { assignments } = outcome;
  const { byTier, byDeadlineKind: kinds } = assignments;

  it.each([
    `${number(assignments.total)}: province ${byTier['province']}, district ${byTier['district']}, commune ${number(byTier['commune'])}`,
    `before a date ${kinds['before']}, quarter ${kinds['quarter']}, report by a date ${kinds['report-before']}`,
    `recurring ${kinds['recurring']}, standing ${kinds['standing']}, as regulated ${kinds['as-regulated']}`,
    `| unit plans | ${outcome.unitPlans}:`,
    `| items due | ${punctual(outcome.itemsDue)}${outcome.itemsDue.missing} not in |`,
    `| reports due | ${punctual(outcome.reports)}${outcome.reports.missing} not in |`,
    `| own plans due | ${punctual(outcome.duties)}${outcome.duties.missing} never |`,
    `| escalation steps | ${number(outcome.escalations.total)} |`,
    `| events | ${number(outcome.events.total)} |`,
  ])('says what expected.json says: %s', (words) => {
    expect(read('README.md')).toContain(words);
  });
});
