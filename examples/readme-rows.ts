import type { Outcome } from '#workflow';

type Assignments = Outcome['assignments'];
type Punctual = Outcome['itemsDue'];

const TIERS = ['central', 'province', 'district', 'commune', 'hamlet'] as const;

/** What a README calls each kind of deadline, in the order in which it tells them. */
const KINDS: Readonly<Record<keyof Assignments['byDeadlineKind'], string>> = {
  before: 'before a date',
  by: 'by a date',
  quarter: 'quarter',
  window: 'period',
  within: 'within a term',
  after: 'a term after a date',
  ahead: 'a term before a date',
  'report-before': 'report by a date',
  recurring: 'recurring',
  'on-event': 'after an event',
  'until-event': 'until an event',
  'on-request': 'on request',
  provisional: 'estimated',
  standing: 'standing',
  'as-regulated': 'as regulated',
};

/** The lines that the README of an example must have for its `expected.json`: the table "What comes out". */
export function readmeRows(outcome: Outcome): readonly string[] {
  const { assignments, unitPlans, itemsDue, reports, duties, escalations, events } = outcome;
  return [
    `| assignments (task × leading unit) | ${number(assignments.total)}: ${tiers(assignments)} |`,
    `| by deadline | ${kinds(assignments)} |`,
    `| unit plans | ${number(unitPlans)}:`,
    `| items due | ${punctual(itemsDue)}, ${number(itemsDue.missing)} not in |`,
    `| reports due | ${punctual(reports)}, ${number(reports.missing)} not in |`,
    `| own plans due | ${punctual(duties)}, ${number(duties.missing)} never |`,
    `| own plans without a date | ${number(duties.undated)}: ${number(duties.undatedFulfilled)} issued |`,
    `| escalation steps | ${number(escalations.total)} |`,
    `| events | ${number(events.total)} |`,
  ];
}

/** A number as the English part of a README writes it. */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A number as the Vietnamese part writes it. */
export const numberVi = (value: number): string => number(value).replaceAll(',', '.');

const tiers = ({ byTier }: Assignments): string =>
  TIERS.flatMap((tier) => (byTier[tier] === undefined ? [] : [`${tier} ${number(byTier[tier])}`])).join(', ');

const kinds = ({ byDeadlineKind }: Assignments): string =>
  Object.entries(KINDS)
    .map(([kind, name]) => [name, byDeadlineKind[kind as keyof typeof KINDS]] as const)
    .flatMap(([name, count]) => (count === undefined ? [] : [`${name} ${number(count)}`]))
    .join(', ');

const punctual = ({ expected, onTime, late }: Punctual): string =>
  `${number(expected)}: ${number(onTime)} on time, ${number(late)} late`;
