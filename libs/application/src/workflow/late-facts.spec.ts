import { startOfDay, type Instant, type ItemId, type LocalDate, type OrganisationEvent, type PlanId, type UnitId } from '#engine';
import { canonicalLine, InMemoryEventStore } from '#event-store';
import { VIETNAM_CALENDAR } from '#organisation';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotFound, Refused } from './faults.js';
import { by, country, each, issue, rulesOf, task, TENANT, TOP, unit } from './country-in-flight.fixture.js';
import type { Workflow } from './workflow.js';

const commune = (name: string): UnitId => `vn-10.1.${name}` as UnitId;
const UNITS: readonly OrganisationEvent[] = [
  unit('vn', null, 'central'),
  unit('vn.so-noi-vu', 'vn', 'province'),
  unit('vn-10', 'vn', 'province'),
  unit('vn-10.1', 'vn-10', 'district'),
  ...['1', '2', '3'].map((name) => unit(commune(name), 'vn-10.1', 'commune')),
];
const TASKS = [
  task('1', [each('commune')], by('2025-05-30')),
  task('2', [each('commune')], { kind: 'within', amount: 60, unit: 'workday', from: 'issue' }),
  task('3', [each('commune')], { kind: 'within', amount: 110, unit: 'workday', from: 'issue' }),
  task('4', [each('district')], { kind: 'recurring', every: 'quarter' }),
];
const LADDER = [
  { step: 'before-20wd', when: 'before', amount: 20 },
  { step: 'after-3wd', when: 'after', amount: 3 },
] as const;

const at = (date: string, hour = 9): Instant => `${date}T${String(hour).padStart(2, '0')}:00:00+07:00` as Instant;

/** Something that holds from then on, or that somebody does. */
interface Step {
  readonly at: Instant;
  take(workflow: Workflow, plan: PlanId, when: Instant): Promise<unknown>;
}

const calendar = (version: string, when: string, ...off: readonly string[]): Step => ({
  at: at(when),
  take: ({ organisation }, _plan, now) => {
    const year = VIETNAM_CALENDAR.years['2025'] ?? { off: [], makeup: [] };
    const years = { ...VIETNAM_CALENDAR.years, '2025': { ...year, off: [...year.off, ...(off as readonly LocalDate[])] } };
    return organisation.publishCalendar(TENANT, { version, years }, now);
  },
});
const extension = (no: string, when: string, until: string): Step => ({
  at: at(when),
  take: ({ documents }, plan, now) => {
    const document = { number: `${no}/CV`, date: when as LocalDate, issuer: TOP };
    const changes = [{ kind: 'extend', task: no, until: until as LocalDate }] as const;
    return documents.amend(TENANT, TOP, { plan, document, changes }, { at: now });
  },
});
const change = (when: string, ...events: readonly OrganisationEvent[]): Step => ({
  at: at(when),
  take: ({ reorganisations }, _plan, now) => reorganisations.apply(TENANT, events, now),
});
const deed = (name: string, when: string, item: string): Step => ({
  at: at(when),
  take: async ({ unitPlans }, plan, now) => {
    const command = { type: 'SubmitItem', item: item as ItemId, note: null } as const;
    const request = { plan, unit: commune(name), actor: commune(name), command };
    try {
      await unitPlans.execute(TENANT, request, now);
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof NotFound)) throw error;
    }
  },
});

const STEPS: readonly Step[] = [
  calendar('second', '2025-03-20', '2025-04-08', '2025-05-22'),
  deed('1', '2025-04-02', '2'),
  extension('1', '2025-04-16', '2025-06-20'),
  calendar('third', '2025-05-07', '2025-06-17', '2025-06-24'),
  change('2025-05-12', { type: 'UnitRenamed', data: { id: commune('1'), name: 'Another', from: '2025-05-26' as LocalDate } }),
  deed('3', '2025-06-10', '1'),
  change('2025-06-12', {
    type: 'UnitDissolved',
    data: { id: commune('2'), from: '2025-07-01' as LocalDate, successors: [commune('3')] },
  }),
  deed('2', '2025-07-02', '3'),
  deed('3', '2025-07-03', '3'),
  extension('3', '2025-07-10', '2025-09-10'),
];
const UNTIL = startOfDay('2025-12-20' as LocalDate);

/** Each unit plan's log where the clock comes by before those steps alone that are named. */
async function lived(isPunctual: (step: number) => boolean): Promise<ReadonlyMap<string, readonly string[]>> {
  const workflow = await country(UNITS, new InMemoryEventStore());
  const rules = rulesOf('1/KH', '2025-02-03', TASKS);
  const [step] = rules.escalation;
  const escalation = step ? LADDER.map((each_) => ({ ...step, ...each_, unit: 'workday' as const })) : [];
  const plan = await issue(workflow, { ...rules, escalation }, at('2025-02-03'));
  for (const [index, { at: when, take }] of STEPS.entries()) {
    if (isPunctual(index)) await workflow.clock.runUntil(TENANT, when);
    await take(workflow, plan, when);
  }
  await workflow.clock.runUntil(TENANT, UNTIL);
  const log = await workflow.store.readAll(TENANT, 0, 1_000_000);
  const streams = Map.groupBy(log, ({ stream }) => stream);
  return new Map([...streams].map(([stream, events]) => [stream, events.map(canonicalLine)]));
}

describe('A clock that is late', () => {
  it('records what a punctual one would have, whatever came to hold meanwhile and whoever acted', async () => {
    const punctual = await lived(() => true);
    const effects = [...punctual.values()].flat().join('\n');
    for (const type of ['CalendarApplied', 'AmendmentApplied', 'UnitPlanInherited', 'ItemSubmitted'])
      expect(effects).toContain(type);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: STEPS.length, maxLength: STEPS.length }), async (comes) => {
        expect(await lived((step) => comes[step] ?? false)).toEqual(punctual);
      }),
      { numRuns: 20, examples: [[STEPS.map(() => false)]] },
    );
  });
});
