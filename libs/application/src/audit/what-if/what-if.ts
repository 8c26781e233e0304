import type { Bilingual } from '#contracts';
import {
  CALENDAR_STREAM,
  foldUnitPlan,
  ORGANISATION_STREAM,
  planIdOf,
  rulesStream,
  type CalendarData,
  type Instant,
  type OrganisationEvent,
  type PlanId,
  type PlanIssued,
  type RulesPublished,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { checkedRules } from '../../workflow/rules-service.js';
import type { Workflow } from '../../workflow/workflow.js';
import type { LogReader } from '../log-reader.js';
import { type Otherness, othernesses, type Totals, totalsOf } from './compare.js';
import { WhatIfRefused } from './faults.js';
import { type CascadeHistory, readCascade } from './history.js';
import { onOtherDay, type OtherDay, type Parts } from './other-day.js';
import { type NotCarried, Reliving } from './relive.js';
import { sayOtherness, sayTotals } from './wording.js';
import { worldOf } from './world.js';

/** What is to be otherwise, from when. */
export interface WhatIfAsked {
  /** A plan of the cascade that is meant. */
  readonly plan: PlanId;
  /** When the other course begins; before the first plan of the cascade was issued unless told. */
  readonly at?: Instant;
  /** Up to when both are compared; to the last event of the record unless told. */
  readonly until?: Instant;
  /** Another text of one of the cascade's plans: same number, date and issuer. */
  readonly rules?: string;
  readonly calendar?: CalendarData;
  /** One day otherwise, in each calendar that there was. */
  readonly day?: OtherDay;
  /** Another organisation as a whole: only before units get their work. */
  readonly organisation?: readonly OrganisationEvent[];
  /** Changes of the organisation, as if they had been recorded when the other course begins. */
  readonly changes?: readonly OrganisationEvent[];
}

/** How much one question may cost. */
export interface WhatIfLimits {
  /** Most events of the cascade and its facts. */
  readonly events: number;
  readonly seconds: number;
  /** Milliseconds, from any beginning; the machine's unless told. */
  readonly stopwatch?: () => number;
}

export interface WhatIfDifference extends Otherness {
  readonly unitName: string;
  readonly said: Bilingual;
}

/** What would have been. */
export interface WhatIf {
  readonly plan: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly recorded: Totals;
  readonly otherwise: Totals;
  /** How many obligations would stand otherwise. */
  readonly total: number;
  /** The first thousand of them, by unit. */
  readonly differences: readonly WhatIfDifference[];
  /** What people did that is not possible in the other course, in the order of time. */
  readonly notCarried: readonly NotCarried[];
  readonly said: Bilingual;
}

/** Most differences that are named. */
const MOST = 1_000;
const FACTS: ReadonlySet<string> = new Set([CALENDAR_STREAM, ORGANISATION_STREAM]);

/**
 * Lives a cascade's history again from an instant, with other rules, another calendar or another organisation: the same human acts,
 * the same engine, in memory. The log is only read.
 * @throws NotFound, WhatIfRefused; Refused where the rules text has errors
 */
export async function whatIf(log: LogReader, tenant: string, asked: WhatIfAsked, limits: WhatIfLimits): Promise<WhatIf> {
  const history = await readCascade(log, tenant, { plan: asked.plan, most: limits.events });
  const from = asked.at ?? issueOf(history).at;
  const until = asked.until ?? lastOf(history);
  const lived = await liveOtherwise(tenant, history, { asked, from, until, limits });
  const recorded = statesOf(history, until);
  const otherwise = await lived.states();
  const found = othernesses(recorded, otherwise, until);
  const totals = { recorded: totalsOf(recorded, until), otherwise: totalsOf(otherwise, until) };
  const nameOf = await lived.names();
  return {
    plan: history.root,
    from,
    until,
    ...totals,
    total: found.length,
    differences: found.slice(0, MOST).map((each) => {
      const unitName = nameOf(each.unit);
      return { ...each, unitName, said: sayOtherness(each, unitName) };
    }),
    notCarried: lived.notCarried,
    said: sayTotals(totals.recorded, totals.otherwise),
  };
}

/** A course of things that was lived otherwise. */
export interface LivedOtherwise {
  readonly workflow: Workflow;
  readonly notCarried: readonly NotCarried[];
  states(): Promise<ReadonlyMap<string, UnitPlanState>>;
  names(): Promise<(unit: string) => string>;
}

interface Living {
  readonly asked: WhatIfAsked;
  readonly from: Instant;
  readonly until: Instant;
  readonly limits: WhatIfLimits;
}

/** Lives the rest of a history otherwise. */
export async function liveOtherwise(tenant: string, history: CascadeHistory, living: Living): Promise<LivedOtherwise> {
  const { asked, from, until, limits } = living;
  const cut = history.events.findIndex((event) => event.at >= from && !isFirstFact(event, history));
  const parts: Parts = cut === -1 ? [history.events, []] : [history.events.slice(0, cut), history.events.slice(cut)];
  const { before, after, calendar } = onOtherDay(parts, asked);
  if (asked.organisation && before.some(({ type }) => type === 'PlanCascaded'))
    throw new WhatIfRefused('what-if.organisation-late', from);
  const other = await otherRules(tenant, { asked, history, from });
  const workflow = await worldOf(tenant, withOther(before, { asked, other }), from);
  const begun = await beginOtherwise(workflow, tenant, {
    asked: { ...asked, ...(calendar && { calendar }) },
    from,
    before,
    other,
  });
  const reliving = new Reliving(
    workflow,
    tenant,
    { rules: begun.rules, withoutCalendars: asked.calendar !== undefined, withoutOrganisation: asked.organisation !== undefined },
    stopAfter(limits),
  );
  await reliving.through(after, until);
  return {
    workflow,
    notCarried: reliving.notCarried,
    states: () => statesIn(workflow, tenant),
    names: async () => {
      const { history: known } = await workflow.knowledge.of(tenant).organisation();
      return (unit) => known.lives.get(unit as never)?.names.at(-1)?.value ?? unit;
    },
  };
}

/** The first calendar and the founding of the organisation are there before everything, whenever they took effect. */
const isFirstFact = (event: RecordedEvent, history: CascadeHistory): boolean =>
  FACTS.has(event.stream) && event.position < issueOf(history).position;

function stopAfter({ seconds, stopwatch = () => performance.now() }: WhatIfLimits): () => void {
  const begun = stopwatch();
  return () => {
    if (stopwatch() - begun > seconds * 1_000) throw new WhatIfRefused('what-if.too-slow', String(seconds));
  };
}

interface OtherRules {
  readonly plan: PlanId;
  readonly published: RulesPublished;
}

/** The text that was given, read against the facts of the record. */
async function otherRules(
  tenant: string,
  { asked, history, from }: { readonly asked: WhatIfAsked; readonly history: CascadeHistory; readonly from: Instant },
): Promise<OtherRules | null> {
  const { rules: text } = asked;
  if (text === undefined) return null;
  const workflow = await worldOf(tenant, history.events, from);
  const published = checkedRules(text, await workflow.rules.check(tenant, text, from));
  const plan = planIdOf(published.rules.plan);
  const isOne = history.events.some(({ type, data }) => type === 'PlanIssued' && (data as PlanIssued).id === plan);
  if (!isOne) throw new WhatIfRefused('what-if.other-plan', plan);
  return { plan, published };
}

/** What had happened before the other course begins, with what is otherwise from the beginning. */
function withOther(
  before: readonly RecordedEvent[],
  { asked, other }: { readonly asked: WhatIfAsked; readonly other: OtherRules | null },
): readonly RecordedEvent[] {
  const issued = before.find(({ type, data }) => type === 'PlanIssued' && (data as PlanIssued).id === other?.plan);
  const replaced = issued && rulesStream((issued.data as PlanIssued).rules);
  const isFresh = !before.some(({ type }) => type === 'PlanIssued');
  const events = before.map((event): RecordedEvent => {
    if (!other || event.stream !== replaced) return event;
    const { hash } = event.data as RulesPublished;
    return { ...event, data: { ...other.published, hash } };
  });
  const facts = isFresh ? otherFacts(before, asked) : [];
  const streams = new Set(facts.map(({ stream }) => stream));
  return [...facts, ...events.filter(({ stream }) => !streams.has(stream))];
}

/** Facts that are otherwise before any work was given. */
function otherFacts(before: readonly RecordedEvent[], { calendar, organisation }: WhatIfAsked): readonly RecordedEvent[] {
  const [first] = before;
  if (!first) return [];
  const fact = (stream: string, type: string, data: unknown): RecordedEvent => ({
    ...first,
    stream,
    type,
    data,
    because: null,
    actor: null,
  });
  return [
    ...(organisation ?? []).map(({ type, data }) => fact(ORGANISATION_STREAM, type, data)),
    ...(calendar ? [fact(CALENDAR_STREAM, 'CalendarPublished', calendar)] : []),
  ];
}

/** What happens at the instant at which the other course begins. */
async function beginOtherwise(
  workflow: Workflow,
  tenant: string,
  {
    asked,
    from,
    before,
    other,
  }: Pick<Living, 'asked' | 'from'> & { readonly before: readonly RecordedEvent[]; readonly other: OtherRules | null },
): Promise<{ readonly rules: ReadonlyMap<PlanId, string> }> {
  const isFresh = !before.some(({ type }) => type === 'PlanIssued');
  if (asked.calendar && !isFresh) {
    await workflow.clock.runUntil(tenant, from);
    await workflow.organisation.publishCalendar(tenant, anotherVersion(asked.calendar, before), from);
  }
  if (asked.changes) await workflow.reorganisations.apply(tenant, asked.changes, from);
  if (!other) return { rules: new Map() };
  const { published, plan } = other;
  const stream = rulesStream(published.hash);
  if ((await workflow.store.readStream(tenant, stream)).length === 0) {
    const event = { type: 'RulesPublished', v: 1, data: published, because: null, at: from, actor: published.rules.plan.issuer };
    await workflow.store.append(tenant, [{ stream, expected: 0, events: [event] }]);
  }
  return { rules: new Map([[plan, published.hash]]) };
}

/** A calendar takes the place of another only under another name. */
function anotherVersion(calendar: CalendarData, before: readonly RecordedEvent[]): CalendarData {
  const names = new Set(
    before.flatMap(({ stream, data }) => (stream === CALENDAR_STREAM ? [(data as CalendarData).version] : [])),
  );
  let { version } = calendar;
  while (names.has(version)) version = `${version}'`;
  return { ...calendar, version };
}

function issueOf({ root, events }: CascadeHistory): RecordedEvent {
  const issue = events.find(({ type, data }) => type === 'PlanIssued' && (data as PlanIssued).id === root);
  if (!issue) throw new TypeError(`the history of ${root} has no issue`);
  return issue;
}

const lastOf = ({ events }: CascadeHistory): Instant =>
  events.reduce<Instant>((latest, { at }) => (at > latest ? at : latest), '' as Instant);

/** Unit plans as the record has them at an instant. */
function statesOf({ events }: CascadeHistory, until: Instant): ReadonlyMap<string, UnitPlanState> {
  const own = events.filter(({ stream, at }) => stream.startsWith('unit-plan/') && at <= until);
  const streams = Map.groupBy(own, ({ stream }) => stream);
  return new Map([...streams].map(([stream, found]) => [stream, foldUnitPlan(found as unknown as readonly UnitPlanEvent[])]));
}

async function statesIn({ store }: Workflow, tenant: string): Promise<ReadonlyMap<string, UnitPlanState>> {
  const streams = new Map<string, UnitPlanEvent[]>();
  for await (const batch of store.replay(tenant)) {
    for (const event of batch) {
      if (!event.stream.startsWith('unit-plan/')) continue;
      const known = streams.get(event.stream);
      if (known) known.push(event as unknown as UnitPlanEvent);
      else streams.set(event.stream, [event as unknown as UnitPlanEvent]);
    }
  }
  return new Map([...streams].map(([stream, events]) => [stream, foldUnitPlan(events)]));
}
